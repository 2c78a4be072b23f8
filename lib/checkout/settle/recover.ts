import { applyHold } from '../apply/hold';
import { patchAttempt } from '../apply/patch';
import { applyStep } from '../apply/step';
import { assertNever } from '../errors';
import { unanswered } from '../marks';
import type { Checkout, Intent } from '../model';
import type { Supplier } from '../supplier';

/**
 * An intent without outcome: the process that called died, or lost its lease. Where repeating is safe the state
 * before the call stands and the same is decided again; elsewhere the outcome is unknown until a look tells.
 */
export function recover(checkout: Checkout, intent: Intent, supplier: Supplier, now: number): Checkout {
  const before: Checkout = { ...checkout, intent: null };
  const doubt = () =>
    applyStep(before, intent.attemptId ?? null, { step: { kind: 'unknown', since: now } }, now);
  switch (intent.verb) {
    case 'hold':
      return supplier.lost.hold === 'repeat'
        ? before
        : applyHold(before, { kind: 'unknown' }, 'give_up', now);
    case 'release':
    case 'extend':
      return before;
    case 'start':
    case 'advance':
    case 'book':
      return supplier.lost[intent.verb] === 'repeat' ? before : doubt();
    case 'collect':
      // Asking for money twice could take it twice: only the collector's own word tells whether it was asked.
      return intent.attemptId ? asUnknownCollection(before, intent.attemptId, now) : before;
    case 'refund':
      return intent.attemptId ? patchAttempt(before, intent.attemptId, { refundTried: true }) : before;
    case 'cancel':
      if (supplier.lost.cancel === 'repeat' || !before.order) return before;
      return unanswered(before, before.order, now);
    default:
      return assertNever(intent.verb);
  }
}

function asUnknownCollection(checkout: Checkout, attemptId: string, now: number): Checkout {
  return applyStep(checkout, attemptId, { step: { kind: 'unknown', since: now } }, now);
}
