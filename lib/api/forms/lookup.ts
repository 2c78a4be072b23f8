import 'server-only';
import { spend } from '../limits';
import { mailLink } from '../lookup';
import { problem } from '../problems/problem';
import { lookupBody } from '../schemas/requests';
import { form } from './form';

/** POST /lookup/send: says the same whether there is such an order or not. */
export const lookupForm = form(
  { path: '/lookup/send', access: 'anyone', home: () => '/lookup' },
  async ({ foyer, fields, counted }) => {
    const asked = lookupBody.safeParse(Object.fromEntries(fields));
    if (!asked.success) return problem('invalid');
    const limited = await spend(foyer, 'lookups', counted);
    if (limited) return limited;
    await mailLink(foyer, asked.data);
    return '/lookup?sent=1';
  },
);
