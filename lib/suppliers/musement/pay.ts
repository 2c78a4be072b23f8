import type { FailureCode } from '@/lib/checkout/errors';
import type { JsonObject } from '@/lib/checkout/json';
import type { Attempt, Checkout } from '@/lib/checkout/model';
import type { Step } from '@/lib/checkout/step';
import type { CallContext, PayContext, StepResult } from '@/lib/checkout/supplier';
import { calls } from './calls';
import type { Refused, Reply } from './client';
import { customerIn } from './customer';
import type { Desk } from './desk';
import { isMisconfigured, paymentFailure } from './errors';
import { bankStep, cardStep, dueOf } from './hand';
import { type AttemptMemo, begin, type Gateway, gatewayOf, type HoldMemo, notes, type Todo } from './memo';
import { gatewayFor, gatewayOfOption, hasKey, otherThan } from './options';
import { ordered } from './order';
import { refuse } from './refuse';
import { type Asked, askedBy, away } from './secure';
import { settledStep } from './settled';
import { slow } from './slow';
import { standingOf } from './standing';
import type { SplitWire } from './wire-order';

/** A payment that is under way. */
export interface Paying {
  readonly desk: Desk;
  readonly ctx: CallContext;
  readonly checkout: Checkout;
  readonly attempt: Attempt;
  readonly hold: HoldMemo;
  readonly memo: AttemptMemo;
}

/** A bank asks once, and seldom twice. Questions that do not end are somebody's bug. */
const MAX_QUESTIONS = 8;

/** Orders, and starts paying with the card that the page took. Everything before the payment itself may be done again. */
export async function payWith(at: Paying, ctx: PayContext, token: JsonObject): Promise<StepResult> {
  const { desk, checkout, memo } = at;
  const ready = await ordered(desk, ctx, checkout, at.hold);
  const since = memo.todo?.since ?? desk.now();
  if ('later' in ready) return later(at, { kind: 'pay', token, since });
  if ('step' in ready) return ready;
  const { order, hold } = ready;
  const reply = await desk.send(
    ctx,
    calls.split({
      order_uuid: order.uuid,
      ...token,
      ...(memo.ip ? { client_ip: memo.ip } : {}),
      redirect_url_success_3d_secure: ctx.returnUrl,
      is_apple_pay: false,
    }),
  );
  if (reply.kind === 'unsent') return later({ ...at, hold }, { kind: 'pay', token, since });
  const sent = { ...memo, todo: null, returnToken: ctx.returnToken };
  const result = await follow({ ...at, hold, memo: sent }, reply);
  return { holdMemo: notes(hold), ...result };
}

/** Has Musement finish what the bank has said yes to. It charges now, or asks again. */
export async function complete(at: Paying, intent: string | null): Promise<StepResult> {
  const { desk, ctx, hold } = at;
  if (!hold.order) return refuse('supplier_refused');
  const json = { order_uuid: hold.order, ...(intent ? { payment_intent_id: intent } : {}) };
  const reply = await desk.send(ctx, calls.complete(json));
  const since = at.memo.todo?.since ?? desk.now();
  if (reply.kind === 'unsent') return later(at, { kind: 'complete', intent, since });
  return follow({ ...at, memo: { ...at.memo, todo: null } }, reply);
}

/** How long a card is kept for a supplier that does not answer. Whoever has not heard by then has made other plans. */
const KEPT_MS = 2 * 60 * 60_000;

/** Nothing has left yet: it is sent as soon as somebody answers. */
function later({ desk, hold, memo }: Paying, todo: Todo): StepResult {
  if (desk.now() - todo.since > KEPT_MS)
    return { ...refuse('supplier_unavailable'), memo: notes(begin(hold)) };
  const step = slow(todo, desk.now());
  return { step, memo: notes({ ...memo, handed: null, todo }), holdMemo: notes(hold) };
}

/** Goes on as the answer of either call says. */
async function follow(at: Paying, reply: Reply<SplitWire>): Promise<StepResult> {
  const { desk } = at;
  switch (reply.kind) {
    case 'ok': {
      const { gateway = null, reason = null, '3d_secure': secure } = reply.value ?? {};
      const told = { ...at, memo: { ...at.memo, ip: null, gateway: gateway ?? at.memo.gateway, reason } };
      return secure ? question(told, askedBy(secure, desk.config)) : paid(told);
    }
    case 'moved':
      return question(at, away(reply.location, 'GET', [], desk.config));
    case 'refused':
      return refused(at, reply);
    case 'unsent':
    case 'lost':
      return doubt(at);
  }
}

/** The bank wants to ask the customer: in the page, where that can be, or on a page of its own. */
async function question(at: Paying, asked: Asked): Promise<StepResult> {
  const { desk, checkout, attempt, memo } = at;
  if (memo.asked >= MAX_QUESTIONS) return unable(at);
  const next = { ...memo, asked: memo.asked + 1, sentAt: null };
  if (asked.kind === 'redirect') {
    const step = { ...asked.step, ...(memo.returnToken ? { returnToken: memo.returnToken } : {}) };
    return { step, memo: notes({ ...next, phase: 'away', handed: step }) };
  }
  const due = dueOf(checkout);
  // Only the page with Stripe's script can put a question of Stripe's.
  const own = gatewayOfOption(attempt.option) === 'STRIPE';
  const step = asked.kind === 'sdk' && own && due ? bankStep(desk, asked.secret, due) : null;
  return step ? { step, memo: notes({ ...next, phase: 'bank', handed: step }) } : unable(at);
}

/** Musement says that it is paid: the order says so too, or the money is on its way. */
async function paid(at: Paying): Promise<StepResult> {
  const { desk, ctx, checkout, hold, memo } = at;
  const standing = await standingOf(desk, ctx, hold);
  if (standing.kind === 'order' && standing.paid !== 'no')
    return {
      step: await settledStep(desk, ctx, checkout, hold, standing.order, standing.paid),
      memo: notes({ ...memo, phase: 'sent', handed: null, sentAt: desk.now() }),
    };
  const other = gatewayOf(memo.gateway);
  // It names a gateway that this card was not made for, and nothing was taken.
  const elsewhere = other !== null && other !== gatewayOfOption(at.attempt.option);
  if (standing.kind === 'order' && elsewhere) return unable(at);
  return { ...doubt(at), step: processing() };
}

const processing = (): Step => ({
  kind: 'wait',
  retryAfterMs: 250,
  why: 'payment_processing',
  again: 'check',
});

/** Nobody answered. Nothing is asked again before the order has said whether it is paid. */
function doubt({ desk, memo }: Paying): StepResult {
  const now = desk.now();
  return {
    step: { kind: 'unknown', since: now },
    memo: notes({ ...memo, phase: 'sent', handed: null, sentAt: now, ip: null }),
  };
}

async function refused(at: Paying, reply: Refused): Promise<StepResult> {
  // A login that does not work, and an order that is another's: neither is the customer's card.
  if (isMisconfigured(reply)) return refuse('supplier_misconfigured');
  if (reply.status === 401) return refuse('supplier_refused');
  if (reply.status === 404) return refuse('hold_expired', false);
  // Paid already, here or in another tab: the order is read, and nothing is charged.
  if (reply.status === 423) return doubt(at);
  return again(at, paymentFailure(reply));
}

/**
 * Not paid, once the order has said so: the customer tries another card. Where Musement wants another gateway by now, they
 * choose again, and find that one.
 */
export async function again(at: Paying, code: FailureCode): Promise<StepResult> {
  const { desk, ctx, checkout, attempt, hold, memo } = at;
  const standing = await standingOf(desk, ctx, hold);
  if (standing.kind === 'no-news' || standing.kind === 'unknown') return doubt(at);
  if (standing.kind === 'order' && standing.paid !== 'no')
    return { step: await settledStep(desk, ctx, checkout, hold, standing.order, standing.paid) };
  const own = gatewayOfOption(attempt.option);
  const preferred = gatewayFor(await preferredNow(at), hold, desk.config);
  if (preferred !== null && preferred !== own && hasKey(desk.config, preferred))
    return { ...refuse(code), holdMemo: notes({ ...hold, preferred }) };
  const customer = customerIn(checkout.details.values)?.customer;
  const due = dueOf(checkout);
  const payer = {
    name: `${customer?.firstName ?? ''} ${customer?.lastName ?? ''}`.trim(),
    email: customer?.email ?? '',
  };
  const step = own && due ? cardStep(desk, own, due, payer, ctx.locale) : null;
  if (!step) return refuse(code);
  return { step, declined: code, memo: notes({ ...begin(hold, memo.ip), handed: step }) };
}

/**
 * An answer that this card cannot follow: another kind of form, a bank that nobody may be sent to, another gateway. Once the
 * order is known to be unpaid, it is a decline, and the other component is offered.
 */
async function unable(at: Paying): Promise<StepResult> {
  const { desk, ctx, checkout, attempt, hold } = at;
  const standing = await standingOf(desk, ctx, hold);
  if (standing.kind !== 'order') return doubt(at);
  if (standing.paid !== 'no')
    return { step: await settledStep(desk, ctx, checkout, hold, standing.order, standing.paid) };
  const own = gatewayOfOption(attempt.option);
  if (!own) return refuse('payment_method_unavailable');
  const unable = [...new Set([...hold.unable, own])];
  const next = otherThan(own);
  const preferred = hasKey(desk.config, next) ? next : hold.preferred;
  return {
    ...refuse('payment_method_unavailable'),
    holdMemo: notes({ ...hold, unable, preferred }),
  };
}

/** Which gateway Musement prefers for the cart by now; null where it has no preference, or does not say. */
async function preferredNow({ desk, ctx, hold }: Paying): Promise<Gateway | null> {
  const cart = await desk.send(ctx, calls.cart(hold.cart));
  return cart.kind === 'ok' ? gatewayOf(cart.value.preferred_payment_gateway) : hold.preferred;
}
