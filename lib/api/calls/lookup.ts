import 'server-only';
import { call } from '../http/handler';
import { json } from '../http/reply';
import { spend } from '../limits';
import { mailLink } from '../lookup';
import { lookupBody } from '../schemas/requests';

/** POST /api/lookup */
export const lookUp = call(
  {
    id: 'lookUp',
    method: 'POST',
    path: '/api/lookup',
    summary:
      'Mails the link of an order to the address it was made with. Says the same whether there is one or not',
    access: 'anyone',
    body: lookupBody,
    answers: { 202: { description: 'If there is such an order, its link is on the way' } },
    problems: ['rate_limited'],
  },
  async ({ foyer, body, counted }) => {
    const limited = await spend(foyer, 'lookups', counted);
    if (limited) return limited;
    await mailLink(foyer, body);
    return json({}, 202);
  },
);
