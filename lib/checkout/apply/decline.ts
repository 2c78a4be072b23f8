import type { FailureCode } from '../errors';
import { declinesOf } from '../ledgers';
import type { Attempt, Checkout } from '../model';
import type { Step } from '../step';
import { placeStep, putAttempt } from './patch';

/** Declined tries a checkout may have; the last of them closes the door and lets go of the tickets. */
export const MAX_DECLINES = 5;

/** A refusal within the attempt: the form stays, under a new step id, so that the old step's results are stale. */
export function decline(checkout: Checkout, attempt: Attempt, code: FailureCode, now: number): Checkout {
  const once = { ...attempt, declines: attempt.declines + 1 };
  if (declinesOf(putAttempt(checkout, once)) >= MAX_DECLINES) {
    const step: Step = { kind: 'declined', code: 'too_many_attempts', holdKept: false };
    const over = {
      ...placeStep(once, step, now),
      status: 'declined' as const,
      lastDecline: 'too_many_attempts' as const,
    };
    return { ...putAttempt(checkout, over), closing: 'released' };
  }
  const { id: _, ...again } = attempt.step ?? { id: '', kind: 'unknown' as const, since: now };
  return putAttempt(checkout, { ...placeStep(once, again, now, true), lastDecline: code });
}
