import { controlDesk } from '@/components/qa/sandbox';
import { ownCheckout } from '@/lib/api/access';
import { form } from '@/lib/api/forms/form';
import { problem } from '@/lib/api/problems/problem';
import { ownerOf } from '@/lib/qa/notes';
import { OPENED_COOKIE, readOpened } from '@/lib/qa/opened';

/** POST /qa/act: what somebody over there does with a purchase of this browser, by the button's title. */
export const POST = form(
  { path: '/qa/act', access: 'session', home: () => '/qa' },
  async ({ foyer, fields, caller, cookie }) => {
    const desk = await controlDesk();
    const opened = readOpened(cookie(OPENED_COOKIE)).find(({ id }) => id === fields.get('purchase'));
    const stored = opened && (await ownCheckout(foyer, caller, opened.id));
    const wanted = desk && stored && (await desk.purchase(opened.scenario));
    const later = wanted?.later?.find(({ title }) => title === fields.get('title'));
    if (!desk || !stored || !later) return problem('not_found');
    const done = await desk.act(later, ownerOf(stored.checkout));
    return done ? '/qa' : problem('wrong_state');
  },
);
