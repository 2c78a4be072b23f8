import type { Checkout } from '@/lib/checkout/model';
import type { CallContext, StepResult } from '@/lib/checkout/supplier';
import { calls } from './calls';
import { rejectedBy } from './customer';
import type { Desk } from './desk';
import { isMisconfigured } from './errors';
import { dueOf } from './hand';
import { amountOf } from './map-parts';
import type { HoldMemo } from './memo';
import { refuse } from './refuse';
import { settledStep } from './settled';
import { standingOf } from './standing';
import type { OrderWire } from './wire-order';

/** Nobody answers, and nothing was paid: it can be asked again. */
export const LATER = { later: true } as const;

/** An order that is to be paid now; or why there is none. */
export type Ordered = { readonly order: OrderWire; readonly hold: HoldMemo } | typeof LATER | StepResult;

/**
 * The cart's order: the one that there is, or a new one. It is made once. Its answer may get lost, and then the cart knows of
 * it; a second one is refused over there in any case. From now on what is in the cart, and what it costs, stays as it is.
 */
export async function ordered(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  hold: HoldMemo,
): Promise<Ordered> {
  const known = await found(desk, ctx, checkout, hold);
  if (known) return known;
  const reply = await desk.send(
    ctx,
    calls.newOrder({
      cart_uuid: hold.cart,
      email_notification: desk.config.mails,
      extra_data: JSON.stringify({ clientReferenceId: checkout.id }),
    }),
  );
  if (reply.kind === 'ok') return asShown(checkout, hold, reply.value);
  if (reply.kind === 'refused' && reply.status !== 423) {
    if (isMisconfigured(reply) || reply.status === 401) return refuse('supplier_misconfigured');
    if (reply.status === 404) return refuse('hold_expired', false);
    const rejected = rejectedBy(reply.fields, { memo: hold, details: checkout.details });
    if (rejected.length > 0)
      return { step: { kind: 'declined', code: 'details_rejected', holdKept: true, rejected } };
    return refuse('supplier_refused');
  }
  if (reply.kind === 'unsent') return LATER;
  // Made all the same, or before: then the cart has it by now. Nothing was paid for it, so asking again is safe.
  return (await found(desk, ctx, checkout, hold)) ?? LATER;
}

/** The order that the cart has; null when it has none. One that is paid, or may be, is not paid again. */
async function found(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  hold: HoldMemo,
): Promise<Ordered | null> {
  const standing = await standingOf(desk, ctx, hold);
  switch (standing.kind) {
    case 'none':
      return null;
    case 'no-news':
      return LATER;
    case 'unknown':
      return { step: { kind: 'unknown', since: desk.now() } };
    case 'order':
      if (standing.paid === 'no') return asShown(checkout, hold, standing.order);
      return { step: await settledStep(desk, ctx, checkout, hold, standing.order, standing.paid) };
  }
}

/** What was shown is what will be charged, or the customer is asked again. */
function asShown(checkout: Checkout, hold: HoldMemo, order: OrderWire): Ordered {
  const due = dueOf(checkout);
  const price = amountOf(order.total_price);
  const holdMemo: HoldMemo = { ...hold, order: order.uuid };
  if (due?.amount === price.amount && due.currency === price.currency) return { order, hold: holdMemo };
  return refuse('price_changed');
}
