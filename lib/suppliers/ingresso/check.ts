import type { Attempt, Checkout } from '@/lib/checkout/model';
import type { Step } from '@/lib/checkout/step';
import type { CallContext, StepResult } from '@/lib/checkout/supplier';
import { abandoned, calloutStep } from './callout';
import { calls } from './calls';
import type { Refused } from './client';
import type { Desk } from './desk';
import { rejectedDetails } from './errors';
import { isAway } from './left-alone';
import { type AttemptMemo, begin, type HoldMemo, notes, readAttempt, readHold } from './memo';
import { finalStep } from './outcome';
import { awaited } from './pending';
import type { CalloutWire, OutcomeWire } from './wire';

/**
 * How the transaction stands. Only reads, and asks no more often than it must: reading blocks over there while somebody
 * is at work. The answer of a purchase that got lost is looked up word for word first.
 */
export async function check(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  attempt: Attempt | null,
): Promise<StepResult> {
  const hold = readHold(checkout.memo);
  if (!hold) return { step: noNews(attempt) };
  const known = attempt && readAttempt(attempt.memo);
  if (known && nothingMoved(checkout, attempt, known, desk.now())) return { step: noNews(attempt) };
  const memo = known ?? { ...begin(hold, 'purchase'), pending: attempt?.returnToken ?? null };
  const archived = isInDoubt(attempt, memo)
    ? await desk.send(ctx, memo.account, calls.archive(memo.uuid))
    : null;
  if (archived?.kind === 'ok' && isFinal(archived.value)) {
    return finalStep(desk, checkout, hold, memo, archived.value);
  }
  const status = await desk.send(ctx, memo.account, calls.status(memo.uuid));
  if (status.kind !== 'ok') return { step: noNews(attempt) };
  const { value } = status;
  const callout = value.pending_callout ?? (archived?.kind === 'ok' ? archived.value.callout : null);
  if (value.transaction_status === 'attempting' && callout) {
    return pendingStep(desk, checkout, hold, attempt, memo, callout);
  }
  if (value.transaction_status === 'reserved') {
    return stillReserved(attempt, hold, archived?.kind === 'refused' ? archived : null);
  }
  return finalStep(desk, checkout, hold, memo, value);
}

/**
 * Nobody but us can move it: the card form is open and nothing was sent, a callback waits to be sent again, or the
 * hold's time is up and the customer has a moment more at their bank.
 */
function nothingMoved(checkout: Checkout, attempt: Attempt, memo: AttemptMemo, now: number): boolean {
  if (attempt.step?.kind === 'unknown') return false;
  if (memo.phase === 'tokens') return true;
  if (memo.unanswered) return true;
  return memo.phase === 'callout' && checkout.closing === 'expired' && isAway(checkout, now);
}

/** The purchase went out, or may have, and its answer is not known. */
function isInDoubt(attempt: Attempt | null, { phase }: AttemptMemo): boolean {
  return (
    attempt !== null && (phase === 'purchase' || (phase === 'tokens' && attempt.step?.kind === 'unknown'))
  );
}

function isFinal({ transaction_status: status }: OutcomeWire): boolean {
  return status === 'purchased' || status === 'failed';
}

/** A callout waits for the customer, or for nobody any more. */
function pendingStep(
  desk: Desk,
  checkout: Checkout,
  hold: HoldMemo,
  attempt: Attempt | null,
  memo: AttemptMemo,
  callout: CalloutWire,
): StepResult {
  const ours = [attempt?.returnToken, memo.pending];
  const pending = awaited(callout, ours) ?? memo.pending ?? attempt?.returnToken ?? null;
  const waiting: AttemptMemo = { ...memo, phase: 'callout', pending, hops: Math.max(1, memo.hops) };
  if (memo.refused !== null || !isAway(checkout, desk.now()))
    return { step: abandoned(), memo: notes(waiting) };
  return calloutStep(desk, checkout, hold, waiting, callout);
}

/** Nothing was bought: with the partner's money in hand it is booked again, else the customer may try again. */
function stillReserved(attempt: Attempt | null, hold: HoldMemo, archived: Refused | null): StepResult {
  if (!attempt) return { step: noNews(null) };
  const memo = notes(begin(hold, 'tokens'));
  const rejected = archived && rejectedDetails(archived);
  if (rejected)
    return { step: { kind: 'declined', code: 'details_rejected', holdKept: true, rejected }, memo };
  if (attempt.proof) return { step: { kind: 'wait', retryAfterMs: 1000, why: 'starting' }, memo };
  return { step: { kind: 'declined', code: 'supplier_unavailable', holdKept: true }, memo };
}

/** Ingresso does not answer, or has nothing new to say: the customer keeps the step they have. */
function noNews(attempt: Attempt | null): Step {
  if (!attempt?.step) return { kind: 'wait', retryAfterMs: 2000, why: 'starting' };
  const { id: _, ...step } = attempt.step;
  return step;
}
