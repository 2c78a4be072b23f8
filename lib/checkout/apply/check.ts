import { activeAttempt, isOver } from '../ledgers';
import type { Hint, Look } from '../method';
import type { Attempt, Checkout } from '../model';
import { SOON_MS } from '../schedule';
import type { Step } from '../step';
import type { StepResult } from '../supplier';
import { decline } from './decline';
import { applyLook, doubtMoney } from './money';
import { patchAttempt, placeStep, putAttempt } from './patch';
import { applyStep } from './step';

/** What a look found: the supplier's word, the payment provider's (where it could be asked), the browser's hint. */
export interface Findings {
  readonly result: StepResult;
  readonly look: Look | null;
  readonly hint: Hint | null;
}

/**
 * Applies what a look found. Supplier first: once it has decided, the money's word adds nothing. Until then the
 * provider may already have taken the money, and then the customer must not be shown a card form again.
 */
export function applyCheck(
  checkout: Checkout,
  attemptId: string | null,
  findings: Findings,
  now: number,
): Checkout {
  const { result, look, hint } = findings;
  const step = afterLook(result.step, look, hint);
  if (isBeforeStart(checkout, attemptId, step)) return checkout;
  const applied = applyStep(checkout, attemptId, { ...result, step }, now);
  const money = look ? applyLook(applied, attemptId, look) : applied;
  const doubted = look?.money === 'unknown' && hint?.kind === 'paid' ? doubtMoney(money) : money;
  return afterwards(doubted, attemptId, findings, now);
}

/** An attempt that was not put to the supplier yet has no standing there: only news of tickets counts. */
function isBeforeStart(checkout: Checkout, attemptId: string | null, step: Step): boolean {
  const attempt = checkout.attempts.find((candidate) => candidate.id === attemptId);
  return attempt?.status === 'starting' && step.kind !== 'settled';
}

/** The step, when the money is already further than the supplier knows. */
function afterLook(step: Step, look: Look | null, hint: Hint | null): Step {
  if (step.kind === 'settled' || !look) return step;
  const processing: Step = {
    kind: 'wait',
    retryAfterMs: SOON_MS,
    why: 'payment_processing',
    ...(step.kind === 'pay' && step.confirm ? { again: 'advance' } : {}),
  };
  switch (look.money) {
    case 'captured':
    case 'authorised':
      return step.kind === 'wait' ? step : processing;
    case 'pending':
      return look.by === 'provider' && step.kind === 'pay' ? processing : step;
    case 'unknown':
      return hint?.kind === 'paid' && step.kind === 'pay' ? processing : step;
    case 'none':
    case 'closed':
      return step;
  }
}

function afterwards(
  checkout: Checkout,
  attemptId: string | null,
  { look, hint }: Findings,
  now: number,
): Checkout {
  const attempt = checkout.attempts.find((candidate) => candidate.id === attemptId);
  if (!attempt) return checkout;
  if (isOver(attempt)) return look ? cleared(checkout, attempt, look) : checkout;
  if (activeAttempt(checkout)?.id !== attempt.id || attempt.step?.kind !== 'pay') return checkout;
  if (look?.money === 'closed') return closed(checkout, attempt, now);
  const declined = hint?.kind === 'declined' && (!look || look.money === 'none');
  if (!declined) return checkout;
  const code = look?.money === 'none' && look.code ? look.code : hint.code;
  return decline(checkout, attempt, code, now);
}

/** A given-up attempt that is unpaid stands in nobody's way any more; one that is closed can never be paid. */
function cleared(checkout: Checkout, attempt: Attempt, look: Look): Checkout {
  if (look.money === 'closed') return patchAttempt(checkout, attempt.id, { cleared: true, exposed: false });
  // What was taken is in the ledger by now, and nothing is taken twice through one payment.
  if (look.money === 'captured') return patchAttempt(checkout, attempt.id, { exposed: false });
  return look.money === 'none' ? patchAttempt(checkout, attempt.id, { cleared: true }) : checkout;
}

/** The provider will take no money for this attempt; the tickets are still held and another attempt may begin. */
function closed(checkout: Checkout, attempt: Attempt, now: number): Checkout {
  const step: Step = { kind: 'declined', code: 'payment_cancelled', holdKept: true };
  return putAttempt(checkout, {
    ...placeStep(attempt, step, now),
    status: 'declined',
    lastDecline: 'payment_cancelled',
  });
}
