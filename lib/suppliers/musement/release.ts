import type { Checkout } from '@/lib/checkout/model';
import type { CallContext, ReleaseResult } from '@/lib/checkout/supplier';
import { calls } from './calls';
import type { Desk } from './desk';
import { readHold } from './memo';
import { standingOf } from './standing';

/**
 * Empties the cart, which held nothing, so that nothing can be ordered from it by mistake. What is on an order stays there: it is
 * paid only by a call of ours, and none is made any more. Whoever paid in between is told that they were quicker.
 */
export async function release(desk: Desk, ctx: CallContext, checkout: Checkout): Promise<ReleaseResult> {
  const hold = readHold(checkout.memo);
  if (!hold) return { kind: 'released' };
  const standing = await standingOf(desk, ctx, hold);
  switch (standing.kind) {
    case 'no-news':
    case 'unknown':
      return { kind: 'unknown' };
    case 'order':
      return { kind: standing.paid === 'no' ? 'released' : 'busy' };
    case 'none':
      break;
  }
  for (const { cartItem } of hold.items) {
    const reply = await desk.send(ctx, calls.takeOut(hold.cart, cartItem));
    // Gone, or on an order that was made this moment: either way there is nothing to let go of.
    if (reply.kind !== 'ok' && reply.kind !== 'refused') return { kind: 'unknown' };
  }
  return { kind: 'released' };
}
