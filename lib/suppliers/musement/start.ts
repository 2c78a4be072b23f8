import type { Attempt, Checkout } from '@/lib/checkout/model';
import type { CallContext, PayContext, StepResult } from '@/lib/checkout/supplier';
import { calls } from './calls';
import type { NoReply } from './client';
import { type Customer, customerBody, customerIn, participantsOf, rejectedBy } from './customer';
import type { Desk } from './desk';
import { isMisconfigured } from './errors';
import { cardStep, dueOf } from './hand';
import { isGood } from './held';
import { amountOf } from './map-parts';
import { begin, gatewayOf, type HoldMemo, notes, readHold } from './memo';
import { gatewayFor, gatewayOfOption } from './options';
import { refuse } from './refuse';
import { settledStep } from './settled';
import { standingOf } from './standing';

/**
 * Begins to pay: sees to it that the price is the one that was shown, tells Musement who comes, and has the page take a card.
 * Nothing is ordered and nothing is charged by it, so it may be done twice.
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
  const gateway = gatewayOfOption(attempt.option);
  const due = dueOf(checkout);
  const step = gateway && due ? cardStep(desk, gateway, due, ready.payer, ctx.locale) : null;
  if (!step) return refuse('supplier_misconfigured');
  const memo = { ...begin(ready.hold, ctx.client.ip), handed: step };
  return { step, memo: notes(memo), holdMemo: notes(ready.hold) };
}

/**
 * Whether the cart can be ordered as it was shown, for a partner who is about to be paid for it. Where nobody answers, nobody is asked
 * for money.
 */
export async function ready(desk: Desk, ctx: PayContext, checkout: Checkout): Promise<StepResult | null> {
  const hold = readHold(checkout.memo);
  if (!hold) return refuse('hold_expired', false);
  const prepared = await prepare(desk, ctx, checkout, hold);
  if (!('step' in prepared)) return null;
  return prepared.step.kind === 'unknown' ? refuse('supplier_unavailable') : prepared;
}

/** A cart that can be ordered now, as it was shown; or the step that says why not. */
export async function prepare(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  hold: HoldMemo,
): Promise<{ hold: HoldMemo; payer: { name: string; email: string } } | StepResult> {
  const customer = customerIn(checkout.details.values);
  if (!customer) return { step: { kind: 'declined', code: 'details_rejected', holdKept: true } };
  const standing = await standingOf(desk, ctx, hold);
  // A bank may have said yes in another tab: then there is nothing to pay any more.
  if (standing.kind === 'order' && standing.paid !== 'no')
    return { step: await settledStep(desk, ctx, checkout, hold, standing.order, standing.paid) };
  if (standing.kind === 'no-news' || standing.kind === 'unknown')
    return { step: { kind: 'unknown', since: desk.now() } };
  const reply = await desk.send(ctx, calls.cart(hold.cart));
  if (reply.kind !== 'ok') return notReady(desk, reply);
  const cart = reply.value;
  const due = dueOf(checkout);
  const price = amountOf(cart.retail_price);
  const good =
    cart.items.filter(isGood).length === cart.items.length && cart.items.length === hold.items.length;
  const same = due?.amount === price.amount && due.currency === price.currency;
  if (!good || !same) return refuse('price_changed');
  const told = await tell(desk, ctx, checkout, hold, customer);
  if (told) return told;
  const { firstName, lastName, email } = customer.customer;
  return {
    hold: { ...hold, preferred: gatewayFor(gatewayOf(cart.preferred_payment_gateway), hold, desk.config) },
    payer: { name: `${firstName} ${lastName}`, email },
  };
}

/** Who buys and who takes part. Null when Musement took it; the second time it changes nothing. */
async function tell(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  hold: HoldMemo,
  customer: Customer,
): Promise<StepResult | null> {
  const { details } = checkout;
  const body = customerBody(customer, hold, details);
  const reply = await desk.send(ctx, calls.customer(hold.cart, body));
  if (reply.kind !== 'ok') return notReady(desk, reply, { memo: hold, details });
  for (const { item, cartItem, named } of hold.items) {
    const rows = named ? participantsOf(customer, item, details) : null;
    if (!rows) continue;
    const answer = await desk.send(ctx, calls.participants(hold.cart, cartItem, rows));
    if (answer.kind !== 'ok') return notReady(desk, answer, { memo: hold, details }, item);
  }
  return null;
}

/** Nothing was handed to anybody, so nothing can have been paid: what got lost is begun again, see `lost.start`. */
function notReady(
  { now }: Desk,
  reply: NoReply,
  form?: Parameters<typeof rejectedBy>[1],
  item?: string,
): StepResult {
  if (reply.kind !== 'refused') return { step: { kind: 'unknown', since: now() } };
  if (isMisconfigured(reply) || reply.status === 401) return refuse('supplier_misconfigured');
  if (reply.status === 404) return refuse('hold_expired', false);
  // Paid by now: the next look says so.
  if (reply.status === 423) return { step: { kind: 'unknown', since: now() } };
  if (!form) return refuse('supplier_refused');
  const rejected = rejectedBy(reply.fields, form, item);
  return { step: { kind: 'declined', code: 'details_rejected', holdKept: true, rejected } };
}
