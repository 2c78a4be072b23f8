import type { Attempt, Checkout } from '@/lib/checkout/model';
import { SOON_MS } from '@/lib/checkout/schedule';
import type { Step } from '@/lib/checkout/step';
import type { CallContext, StepResult } from '@/lib/checkout/supplier';
import { slow } from './confirm';
import { type Desk, readOrder } from './desk';
import { wayOf } from './gateways';
import { endOf } from './held';
import { type AttemptMemo, begin, type HoldMemo, notes, readAttempt, readHold } from './memo';
import { isAsShown, standingOf } from './standing';

/** How long a payment that is sent once only may be under way, while the order still shows a hold. */
const ONCE_MS = 60_000;

/** Reads the order and says how things stand. Changes nothing over there. */
export async function check(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  attempt: Attempt | null,
): Promise<StepResult> {
  const hold = readHold(checkout.memo);
  if (!hold) return { step: noNews(attempt) };
  const reply = await readOrder(desk, ctx, hold.subject);
  if (reply.kind === 'ok') {
    const expiresAt = endOf(reply.value) ?? undefined;
    const step = standingOf(reply.value, checkout, hold, desk.now());
    if (step) return { step: asTold(step, attempt, hold), ...watched(step, attempt, hold) };
    const unpaid = toBePaid(checkout, attempt, hold, isAsShown(reply.value, checkout), desk.now());
    return { expiresAt, ...unpaid };
  }
  const forgotten = reply.kind === 'refused' && /^INVALID_(BOOKING_UUID|ORDER_ID)$/.test(reply.code);
  if (!forgotten) return { step: noNews(attempt) };
  // Somebody could have paid for an order that the supplier now denies: then only a person can find out.
  const exposed = checkout.attempts.some((one) => one.exposed);
  if (exposed) return { step: { kind: 'unknown', since: desk.now() } };
  return { step: { kind: 'declined', code: 'hold_expired', holdKept: false } };
}

/** Why there are no tickets: who paid for some that were gone did not let the time run out. */
function asTold(step: Step, attempt: Attempt | null, { group }: HoldMemo): Step {
  const own = attempt && readAttempt(attempt.memo);
  const soldOut = step.kind === 'declined' && own?.group === group && own.soldOut;
  return soldOut ? { ...step, code: 'sold_out' } : step;
}

/** The order is gone: only the payment that was handed out can say whether somebody paid it after all. */
function watched(step: Step, attempt: Attempt | null, { group }: HoldMemo): Pick<StepResult, 'watch'> {
  const own = attempt && readAttempt(attempt.memo);
  const looks = attempt !== null && wayOf(attempt.option)?.byLook === true;
  if (step.kind !== 'declined' || !looks || own?.group !== group) return {};
  return own.handed?.kind === 'pay' ? { watch: own.handed } : {};
}

/** What there is to do about an order that is held and not paid. */
function toBePaid(
  checkout: Checkout,
  attempt: Attempt | null,
  hold: HoldMemo,
  asShown: boolean,
  now: number,
): StepResult {
  const own = attempt && readAttempt(attempt.memo);
  const memo = own?.group === hold.group ? own : null;
  if (memo?.sent) return underWay(hold, memo, now);
  if (!asShown && attempt) return { step: { kind: 'declined', code: 'price_changed', holdKept: true } };
  if (memo?.handed) return { step: memo.handed };
  // An attempt of an earlier hold: that one is over, and this one is not paid.
  if (own) return { step: { kind: 'declined', code: 'hold_expired', holdKept: checkout.items.length > 0 } };
  if (attempt?.step?.kind === 'unknown' && !attempt.proof)
    return { step: { kind: 'declined', code: 'supplier_unavailable', holdKept: true } };
  return { step: { kind: 'wait', retryAfterMs: SOON_MS, why: 'starting' } };
}

/** A confirmation is out. It is asked again by `advance`; what may be sent once only is given up when it did nothing. */
function underWay(hold: HoldMemo, memo: AttemptMemo, now: number): StepResult {
  const patient = !memo.doubtful || now - (memo.sentAt ?? 0) < ONCE_MS;
  if (!memo.once || patient) return { step: slow(memo) };
  return {
    step: { kind: 'declined', code: 'supplier_unavailable', holdKept: true },
    memo: notes(begin(hold)),
  };
}

/**
 * The supplier does not answer: the customer keeps the step they have. Turning a form into a doubt because one read failed
 * would take it away from somebody who is paying.
 */
function noNews(attempt: Attempt | null): Step {
  if (!attempt?.step) return { kind: 'wait', retryAfterMs: 2000, why: 'starting' };
  const { id: _, ...step } = attempt.step;
  return step;
}
