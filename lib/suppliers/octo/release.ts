import type { Checkout } from '@/lib/checkout/model';
import type { CallContext, ReleaseResult } from '@/lib/checkout/supplier';
import { acts } from './calls';
import { confirmation } from './confirm';
import { customerIn } from './contact';
import { actOn, type Desk, readOrder } from './desk';
import { wayOf } from './gateways';
import { type HoldMemo, readAttempt, readHold } from './memo';
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
  if (await isPaid(desk, ctx, checkout, hold)) return { kind: 'busy' };
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

/**
 * What was paid in a page that died is known to the supplier and its gateway only. Before nobody can have the tickets any
 * more it is asked to book for each session that was handed out; one that was not paid changes nothing.
 */
async function isPaid(desk: Desk, ctx: CallContext, checkout: Checkout, hold: HoldMemo): Promise<boolean> {
  const customer = customerIn(checkout.details.values);
  for (const { option, memo, exposed } of checkout.attempts) {
    const own = readAttempt(memo);
    const asked = exposed && own?.group === hold.group && wayOf(option)?.byItself ? own.known : null;
    if (!asked || !customer) continue;
    const reply = await actOn(
      desk,
      ctx,
      hold.subject,
      acts.confirm(hold.subject, confirmation(desk, ctx, customer, asked)),
    );
    if (reply.kind === 'ok' && reply.value.state !== 'held') return true;
  }
  return false;
}
