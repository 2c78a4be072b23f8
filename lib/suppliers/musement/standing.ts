import type { CallContext } from '@/lib/checkout/supplier';
import { calls } from './calls';
import type { Desk } from './desk';
import { type Paid, paidOf } from './map';
import type { HoldMemo } from './memo';
import type { OrderWire } from './wire-order';

/** How things stand over there. */
export type Standing =
  /** No order was made of the cart, so nothing can have been paid. */
  | { readonly kind: 'none' }
  | { readonly kind: 'order'; readonly order: OrderWire; readonly paid: Exclude<Paid, 'unknown'> }
  /** Its life cycle says what nobody here has heard of: money may be moving. */
  | { readonly kind: 'unknown' }
  /** Nobody answers, or says what cannot be read. */
  | { readonly kind: 'no-news' };

/** Reads whether there is an order and whether it is paid, and then the order. Changes nothing over there. */
export async function standingOf(desk: Desk, ctx: CallContext, hold: HoldMemo): Promise<Standing> {
  const info = await desk.send(ctx, calls.orderInfo(hold.cart));
  if (info.kind === 'refused' && info.status === 404) return { kind: 'none' };
  if (info.kind !== 'ok') return { kind: 'no-news' };
  const paid = paidOf(info.value);
  if (paid === 'unknown') return { kind: 'unknown' };
  const order = await desk.send(ctx, calls.order(info.value.order_uuid));
  return order.kind === 'ok' ? { kind: 'order', order: order.value, paid } : { kind: 'no-news' };
}
