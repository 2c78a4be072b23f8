import { controlDesk } from '@/components/qa/sandbox';
import { form } from '@/lib/api/forms/form';
import { problem } from '@/lib/api/problems/problem';
import { isProblem } from '@/lib/api/problems/text';
import { openPurchase } from '@/lib/qa/open';
import { OPENED_COOKIE, openedCookie, readOpened } from '@/lib/qa/opened';

/** POST /qa/open: a purchase in which a scenario is met, opened up to where the tester takes over. */
export const POST = form(
  { path: '/qa/open', access: 'session', home: () => '/qa' },
  async ({ fields, caller, cookie, setCookie, ...context }) => {
    const desk = await controlDesk();
    const scenario = fields.get('scenario') ?? '';
    const wanted = desk && (await desk.purchase(scenario));
    if (!wanted || caller.kind === 'nobody') return problem('not_found');
    await desk.give(wanted.first ?? []);
    const opened = await openPurchase({ ...context, owner: caller.id, pick: desk.pick }, wanted);
    if (isProblem(opened)) return opened;
    setCookie(openedCookie(readOpened(cookie(OPENED_COOKIE)), { id: opened.id, scenario }));
    return opened.href;
  },
);
