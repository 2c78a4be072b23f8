import type { FailureCode } from '@/lib/checkout/errors';
import type { JsonObject } from '@/lib/checkout/json';
import type { Attempt, Checkout } from '@/lib/checkout/model';
import type { CallContext, PayContext, StepResult } from '@/lib/checkout/supplier';
import { calls } from './calls';
import { byCardDetails } from './card-details';
import type { NoReply } from './client';
import { confirm } from './confirm';
import { contactOf, customerIn, holdersOf } from './contact';
import { type Desk, readOrder, tellReturn } from './desk';
import { isAboutDetails, isMisconfigured } from './errors';
import { withTime } from './extend';
import { RAW, SAVED, wayOf, wireName } from './gateways';
import type { Way } from './gateways/types';
import { endOf } from './held';
import { begin, type HoldMemo, notes, readHold } from './memo';
import type { Order } from './order';
import { refuse } from './refuse';
import { isAsShown, standingOf } from './standing';

/**
 * Begins to pay: sees to it that there is time enough, tells the supplier who comes, and hands over what its gateway needs.
 * Nothing is charged by it, so it may be done twice; only a saved card pays here, because nobody is asked for more.
 */
export async function start(
  desk: Desk,
  ctx: PayContext,
  checkout: Checkout,
  attempt: Attempt,
): Promise<StepResult> {
  const hold = readHold(checkout.memo);
  if (!hold) return refuse('hold_expired', false);
  const ready = await prepare(desk, ctx, checkout, hold);
  if ('step' in ready) return ready;
  const expiresAt = endOf(ready.order) ?? undefined;
  if (attempt.option === SAVED.id)
    return { expiresAt, ...(await bySavedCard(desk, ctx, checkout, attempt, hold, ready.order)) };
  if (attempt.option === RAW.id)
    return { expiresAt, ...(await byCardDetails(desk, ctx, checkout, attempt, hold, ready.order)) };
  const way = wayOf(attempt.option);
  if (!way || way.gateway !== ready.order.gateway.id) return refuse('payment_method_unavailable');
  return { expiresAt, ...(await handOver(desk, ctx, checkout, hold, way, ready.order)) };
}

/** What the customer pays with, for the first time or anew. `declined`: why there is another time. */
export async function handOver(
  desk: Desk,
  ctx: PayContext,
  checkout: Checkout,
  hold: HoldMemo,
  way: Way,
  known: Order,
  declined?: FailureCode,
): Promise<StepResult> {
  const reply = way.needsReturn ? await tellReturn(desk, ctx, hold.subject, ctx.returnUrl) : null;
  if (reply && reply.kind !== 'ok') return notReady(desk, reply);
  const order = reply?.value ?? known;
  const step = standingOf(order, checkout, hold, desk.now());
  if (step) return { step };
  if (!isAsShown(order, checkout)) return refuse('price_changed');
  const given = way.hand(desk, ctx, checkout, order);
  if (!given) return refuse('supplier_misconfigured');
  return { step: given.step, memo: notes(begin(hold, given)), ...(declined ? { declined } : {}) };
}

/** An order that can be paid now, as it was shown; or the step that says why not. */
export async function prepare(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  hold: HoldMemo,
): Promise<{ readonly order: Order } | StepResult> {
  const first = await readOrder(desk, ctx, hold.subject);
  if (first.kind !== 'ok') return notReady(desk, first);
  const before = standingOf(first.value, checkout, hold, desk.now());
  if (before) return { step: before };
  const longer = await withTime(desk, ctx, hold, first.value);
  const told = await tell(desk, ctx, checkout, hold);
  if (told) return told;
  // Telling may have changed what it costs, in theory; nobody is handed a price that they have not seen.
  const order = await readOrder(desk, ctx, hold.subject);
  if (order.kind !== 'ok') return notReady(desk, order);
  const step = standingOf(order.value, checkout, hold, desk.now());
  if (step) return { step };
  if (!isAsShown(order.value, checkout)) return refuse('price_changed');
  return { order: { ...order.value, expiresAt: order.value.expiresAt ?? longer.expiresAt } };
}

/** Who comes, for each booking: its guests, and our reference for it. Null when the supplier took it. */
async function tell(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  hold: HoldMemo,
): Promise<StepResult | null> {
  const customer = customerIn(checkout.details.values);
  if (!customer) return refuse('details_rejected');
  for (const booking of hold.bookings) {
    const unitItems = holdersOf(customer, booking);
    const json: JsonObject = {
      resellerReference: checkout.reference,
      contact: contactOf(customer, ctx.locale),
      emailReceipt: desk.config.emailReceipt,
      ...(unitItems ? { unitItems } : {}),
    };
    const reply = await desk.send(ctx, calls.tellBooking(booking.uuid, json));
    if (reply.kind !== 'ok') return notReady(desk, reply);
  }
  return null;
}

/** A card that this order lists, and no other: what it listed a moment ago counts, not what a browser was shown. */
async function bySavedCard(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  attempt: Attempt,
  hold: HoldMemo,
  order: Order,
): Promise<StepResult> {
  const card = order.cards.find(({ id }) => id === attempt.instrument?.id);
  if (!card) return refuse('payment_method_unavailable');
  const payment = { gateway: wireName(order.gateway.id), cardId: card.id };
  const refused = async (_: Order, code: FailureCode) => ({
    ...refuse(code),
    memo: notes(begin(hold)),
  });
  return confirm({ desk, ctx, checkout, attempt, hold, memo: begin(hold), looks: false, refused }, payment);
}

/** Nothing was handed to anybody, so nothing can have been paid: what got lost is begun again, see `lost.start`. */
function notReady({ now }: Desk, reply: NoReply): StepResult {
  if (reply.kind !== 'refused') return { step: { kind: 'unknown', since: now() } };
  if (isMisconfigured(reply)) return refuse('supplier_misconfigured');
  if (/^INVALID_(BOOKING_UUID|ORDER_ID)$/.test(reply.code)) return refuse('hold_expired', false);
  if (isAboutDetails(reply) || reply.code === 'BAD_REQUEST') {
    return { step: { kind: 'declined', code: 'details_rejected', holdKept: true, rejected: [] } };
  }
  return refuse('supplier_refused');
}
