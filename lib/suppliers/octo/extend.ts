import type { Checkout } from '@/lib/checkout/model';
import type { Answer, CallContext } from '@/lib/checkout/supplier';
import { type Desk, extendOrder } from './desk';
import { noAnswer } from './errors';
import { endOf } from './held';
import { type HoldMemo, readHold } from './memo';
import type { Order } from './order';

/** What a payment may take: a form to fill in, a bank to ask, and somebody who looks for their glasses. */
const PAYING_MS = 15 * 60_000;

/** More time, as much as the supplier gives by itself. */
export async function extend(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
): Promise<Answer<{ readonly expiresAt: number }>> {
  const hold = readHold(checkout.memo);
  if (!hold) return { ok: false, code: 'not_found' };
  const reply = await extendOrder(desk, ctx, hold.subject);
  if (reply.kind !== 'ok') return noAnswer(reply);
  const expiresAt = endOf(reply.value);
  return expiresAt === null ? { ok: false, code: 'refused' } : { ok: true, value: { expiresAt } };
}

/**
 * Sees to it that there is time enough to pay in: the order with more of it, or as it was. Not every hold can be
 * extended, and then the customer has what is left.
 */
export async function withTime(
  desk: Desk,
  ctx: CallContext,
  hold: HoldMemo,
  order: Order,
  neededMs: number = PAYING_MS,
): Promise<Order> {
  if (order.state !== 'held' || order.expiresAt === null) return order;
  if (order.expiresAt - desk.now() >= neededMs) return order;
  const reply = await extendOrder(desk, ctx, hold.subject);
  return reply.kind === 'ok' ? reply.value : order;
}
