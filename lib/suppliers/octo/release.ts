import type { Checkout } from '@/lib/checkout/model';
import type { CallContext, ReleaseResult } from '@/lib/checkout/supplier';
import { acts } from './calls';
import { actOn, type Desk, readOrder } from './desk';
import { readHold } from './memo';
import type { Order } from './order';

/**
 * Lets go of what is held, and closes the way to pay for it. The same call would give up tickets, so it is made only for
 * what is a hold a moment before: whoever paid in between is told that they were quicker.
 */
export async function release(desk: Desk, ctx: CallContext, checkout: Checkout): Promise<ReleaseResult> {
  const hold = readHold(checkout.memo);
  if (!hold) return { kind: 'released' };
  const before = await readOrder(desk, ctx, hold.subject);
  if (before.kind !== 'ok') return { kind: 'unknown' };
  const known = resultOf(before.value);
  if (known) return known;
  const reply = await actOn(desk, ctx, hold.subject, acts.cancel(hold.subject, 'Let go by the customer'));
  const after = reply.kind === 'ok' ? reply : await readOrder(desk, ctx, hold.subject);
  return (after.kind === 'ok' && resultOf(after.value)) || { kind: 'unknown' };
}

/** Null while it is held. */
function resultOf({ state }: Order): ReleaseResult | null {
  switch (state) {
    case 'held':
      return null;
    case 'expired':
    case 'cancelled':
      return { kind: 'released' };
    case 'booked':
    case 'pending':
    case 'rejected':
      return { kind: 'busy' };
    case 'unknown':
      return { kind: 'unknown' };
  }
}
