import 'server-only';
import { basketOf } from '../baskets';
import { createdReply } from '../checkouts/created';
import { type Opening, openCheckout } from '../checkouts/open';
import { nothingHeld } from '../checkouts/reply';
import type { Context } from '../http/context';
import { call } from '../http/handler';
import type { Reply } from '../http/reply';
import { claim, idempotencyKey } from '../idempotency';
import { spend } from '../limits';
import { type Problem, problem } from '../problems/problem';
import { isProblem } from '../problems/text';
import { checkoutView } from '../schemas/checkout';
import { checkoutBody } from '../schemas/requests';

type Asked = Context<typeof checkoutBody, undefined, undefined, 'session'>;

/** POST /api/checkouts */
export const createCheckout = call(
  {
    id: 'createCheckout',
    method: 'POST',
    path: '/api/checkouts',
    summary: 'Holds lines or a picker’s basket',
    access: 'session',
    body: checkoutBody,
    keyed: true,
    answers: {
      201: {
        description:
          'Held (or still being held: see `next`), with `changes` when it is not all that was asked for',
        schema: checkoutView,
        headers: ['Location', 'Set-Cookie', 'ETag', 'Retry-After', 'Retry-After-Ms'],
      },
    },
    problems: ['not_found', 'capability_missing', 'nothing_held', 'rate_limited', 'payments_closed'],
  },
  async (context): Promise<Reply> => {
    const { foyer, request, caller, body } = context;
    const key = idempotencyKey(request.headers);
    if (isProblem(key)) return key;
    const opening = await openingOf(context);
    if (isProblem(opening)) return opening;
    const claimed = await claim(foyer, `checkouts:${caller.id}`, key, body);
    if (isProblem(claimed)) return claimed;
    if (claimed.kind === 'replay') {
      const stored = await foyer.heart.read(claimed.outcome);
      return stored ? (nothingHeld(stored) ?? createdReply(context, stored)) : problem('not_found');
    }
    const limited = await spend(foyer, 'holds', context.counted);
    if (limited) {
      await claimed.drop();
      return limited;
    }
    try {
      const stored = await openCheckout(foyer, claimed.id, opening);
      await claimed.done(stored.checkout.id);
      return nothingHeld(stored) ?? createdReply(context, stored);
    } catch (fault) {
      // The work is repeatable under the same id, so the key is free for the caller's next try.
      await claimed.drop();
      throw fault;
    }
  },
);

/** Checks what is asked for before a key or a limit is spent on it. */
async function openingOf({ foyer, body, caller, locale }: Asked): Promise<Opening | Problem> {
  const { supplier } = body;
  const seller = foyer.suppliers.get(supplier);
  if (!seller) return problem('not_found');
  const common = { supplier, owner: caller.id, locale };
  if ('lines' in body) {
    const { lines, delivery, promoCode } = body;
    if (promoCode && !seller.promoCodes) return problem('capability_missing');
    return { ...common, request: { kind: 'lines', lines, delivery, promoCode }, basket: null };
  }
  const basket = await basketOf(foyer, body.handle, caller.id, supplier);
  return basket ? { ...common, request: basket.request, basket } : problem('not_found');
}
