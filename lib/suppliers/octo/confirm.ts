import type { FailureCode } from '@/lib/checkout/errors';
import type { JsonObject } from '@/lib/checkout/json';
import type { Attempt, Checkout } from '@/lib/checkout/model';
import { SOON_MS } from '@/lib/checkout/schedule';
import type { Step } from '@/lib/checkout/step';
import type { CallContext, StepResult } from '@/lib/checkout/supplier';
import { BareInteger } from '@/lib/platform/json';
import { acts } from './calls';
import type { Refused, Reply } from './client';
import { type Customer, contactOf, customerIn } from './contact';
import { actOn, type Desk, readOrder } from './desk';
import { isAboutDetails, isMisconfigured, PAYMENT_PENDING, paymentFailure } from './errors';
import { withTime } from './extend';
import { endOf } from './held';
import { type AttemptMemo, begin, calmed, type HoldMemo, notes } from './memo';
import type { Order } from './order';
import { standingOf } from './standing';

/** What a confirmation is about. */
export interface Confirming {
  readonly desk: Desk;
  readonly ctx: CallContext;
  readonly checkout: Checkout;
  readonly attempt: Attempt;
  readonly hold: HoldMemo;
  readonly memo: AttemptMemo;
  /** The provider itself can be asked whether somebody paid. */
  readonly looks: boolean;
  /** What follows where the payment was refused and the tickets are still held. */
  readonly refused: (order: Order, code: FailureCode) => Promise<StepResult>;
}

/** Less than this of the hold is left while the supplier waits for its gateway: then it is made longer. Nobody asks rarer in the first day. */
const WAITING_MS = 20 * 60_000;
/** How long news is waited for of a payment that perhaps never was. */
const DOUBT_MS = 60_000;

/**
 * Asks the supplier to book for a payment, and goes on as it says. Nobody but the supplier decides: it asks its gateway.
 * `payment` is `cardPayment` of the body; null where nobody asks for a card.
 */
export async function confirm(at: Confirming, payment: JsonObject | null): Promise<StepResult> {
  const { desk, ctx, checkout, hold, memo } = at;
  const customer = customerIn(checkout.details.values);
  if (!customer) return { step: { kind: 'declined', code: 'details_rejected', holdKept: true } };
  const waiting: AttemptMemo = { ...memo, sent: keepable(memo, payment), sentAt: memo.sentAt ?? desk.now() };
  const body = confirmation(desk, ctx, customer, payment);
  const reply = await actOn(desk, ctx, hold.subject, acts.confirm(hold.subject, body));
  switch (reply.kind) {
    case 'ok':
      return confirmed(at, waiting, reply.value);
    case 'refused':
      return onRefusal(at, waiting, reply);
    case 'unsent':
    case 'lost':
      return { step: slow(waiting), memo: notes(waiting) };
  }
}

/** What may be sent again is kept for it; a card's digits are not. */
function keepable({ once }: AttemptMemo, payment: JsonObject | null): JsonObject {
  return once ? {} : (payment ?? {});
}

/** The body of a confirmation: who comes, and what they pay with. */
export function confirmation(
  { config }: Desk,
  { locale }: CallContext,
  customer: Customer,
  payment: JsonObject | null,
): object {
  return {
    contact: contactOf(customer, locale),
    emailReceipt: config.emailReceipt,
    ...(payment ? { cardPayment: wired(payment) } : {}),
  };
}

/** Asks again what was not answered, or not for good: first how things stand, and then only if nothing has happened. */
export async function confirmAgain(at: Confirming): Promise<StepResult> {
  const { desk, ctx, checkout, hold, memo } = at;
  const reply = await readOrder(desk, ctx, hold.subject);
  if (reply.kind !== 'ok') return { step: slow(memo), memo: notes(memo) };
  const step = standingOf(reply.value, checkout, hold, desk.now());
  if (step) return over(at, memo, step);
  if (memo.once) return { step: slow(memo), memo: notes(memo) };
  const order = await withTime(desk, ctx, hold, reply.value, WAITING_MS);
  const result = await confirm(at, Object.keys(memo.sent ?? {}).length > 0 ? memo.sent : null);
  return { expiresAt: endOf(order) ?? undefined, ...result };
}

/** The answer of a confirmation that was accepted. One that still shows a hold has not done what was asked. */
function confirmed({ desk, checkout, hold }: Confirming, memo: AttemptMemo, order: Order): StepResult {
  const step = standingOf(order, checkout, hold, desk.now());
  // What was sent, such as a card's token, is kept no longer than it is needed.
  return step ? { step, memo: notes(calmed(memo)) } : { step: slow(memo), memo: notes(memo) };
}

async function onRefusal(at: Confirming, memo: AttemptMemo, reply: Refused): Promise<StepResult> {
  const { desk, ctx, checkout, hold } = at;
  const pending = reply.code === PAYMENT_PENDING;
  const inDoubt = memo.doubtful && desk.now() - (memo.sentAt ?? 0) >= DOUBT_MS;
  // What may be sent once only is waited for as long as the hold lasts: it has been heard of.
  if (pending && memo.once) return { step: processing(memo), memo: notes({ ...memo, doubtful: false }) };
  if (pending && !inDoubt) return { step: processing(memo), memo: notes(memo) };
  // The customer may have paid by now: a key that was closed this minute is no reason to say that it failed.
  if (isMisconfigured(reply)) return { step: slow(memo), memo: notes(memo) };
  const now: Reply<Order> = await readOrder(desk, ctx, hold.subject);
  if (now.kind !== 'ok') return { step: slow(memo), memo: notes(memo) };
  const step = standingOf(now.value, checkout, hold, desk.now());
  const gone = step?.kind === 'declined' && reply.code === 'UNPROCESSABLE_ENTITY';
  if (step) return over(at, memo, gone ? { ...step, code: 'sold_out' } : step);
  if (isAboutDetails(reply)) {
    const rejected: Step = { kind: 'declined', code: 'details_rejected', holdKept: true, rejected: [] };
    return { step: rejected, memo: notes(begin(hold)) };
  }
  const code = reply.code === 'UNPROCESSABLE_ENTITY' ? 'supplier_refused' : paymentFailure(reply);
  return at.refused(now.value, pending ? 'payment_cancelled' : code);
}

/**
 * It is decided without this confirmation. Where the hold is gone and the provider can be asked, it is asked before anybody
 * is told that nothing was taken.
 */
function over({ looks }: Confirming, memo: AttemptMemo, step: Step): StepResult {
  const doubt: Step = { kind: 'wait', retryAfterMs: SOON_MS, why: 'payment_processing', again: 'check' };
  if (!looks || step.kind !== 'declined') return { step, memo: notes(calmed(memo)) };
  return { step: doubt, memo: notes({ ...calmed(memo), soldOut: step.code === 'sold_out' }) };
}

/** The payment is on its way; asked again until the supplier has heard of it. */
function processing({ once }: AttemptMemo): Step {
  const again = once ? 'check' : 'advance';
  return { kind: 'wait', retryAfterMs: SOON_MS, why: 'payment_processing', again };
}

/** Nobody answered. What may be asked again is; what may not is only looked at. */
export function slow({ once }: Pick<AttemptMemo, 'once'>): Step {
  return { kind: 'wait', retryAfterMs: SOON_MS, why: 'supplier_slow', again: once ? 'check' : 'advance' };
}

/** A payment as it goes out: an order code goes back in the kind in which it came. */
function wired({ bare, ...payment }: JsonObject): object {
  const { vivawallet: part } = payment;
  if (bare !== true || typeof part !== 'object' || part === null || Array.isArray(part)) return payment;
  const { orderCode } = part as JsonObject;
  return { ...payment, vivawallet: { ...part, orderCode: new BareInteger(String(orderCode)) } };
}
