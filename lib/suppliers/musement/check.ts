import type { Attempt, Checkout } from '@/lib/checkout/model';
import { SOON_MS } from '@/lib/checkout/schedule';
import type { Step } from '@/lib/checkout/step';
import type { CallContext, StepResult } from '@/lib/checkout/supplier';
import type { Desk } from './desk';
import { type AttemptMemo, begin, type HoldMemo, notes, readAttempt, readHold } from './memo';
import { refuse } from './refuse';
import { settledStep } from './settled';
import { slow } from './slow';
import { standingOf } from './standing';

/** How long a payment may still be on its way whose answer was lost, while the order says that it is not paid. */
const DOUBT_MS = 60_000;

/** Reads whether the cart's order is paid, and how each of its items stands. Changes nothing over there. */
export async function check(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  attempt: Attempt | null,
): Promise<StepResult> {
  const hold = readHold(checkout.memo);
  if (!hold) return { step: noNews(attempt) };
  const own = attempt && readAttempt(attempt.memo, hold);
  // A card is being typed in: nobody but us can have it charged, and we would know.
  if (own?.phase === 'card' && attempt?.step?.kind === 'pay') return { step: noNews(attempt) };
  const standing = await standingOf(desk, ctx, hold);
  switch (standing.kind) {
    case 'no-news':
      return { step: noNews(attempt) };
    case 'unknown':
      return { step: { kind: 'unknown', since: desk.now() } };
    case 'none':
      return unpaid(desk, attempt, hold);
    case 'order': {
      const holdMemo =
        hold.order === null ? { holdMemo: notes({ ...hold, order: standing.order.uuid }) } : {};
      if (standing.paid === 'no') return { ...holdMemo, ...unpaid(desk, attempt, hold) };
      const step = await settledStep(desk, ctx, checkout, hold, standing.order, standing.paid);
      return { step: standing.paid === 'moving' ? processing() : step, ...holdMemo };
    }
  }
}

/** What there is to do about a cart that is not paid. */
function unpaid({ now }: Desk, attempt: Attempt | null, hold: HoldMemo): StepResult {
  const own = attempt && readAttempt(attempt.memo, hold);
  // Nothing of it has left, or it may be sent twice.
  if (own?.todo) return { step: slow(own.todo, now()) };
  const since = sentSince(attempt, own);
  if (since !== null) {
    const late = now() - since >= DOUBT_MS;
    if (!late) return { step: attempt?.step?.kind === 'unknown' ? { kind: 'unknown', since } : processing() };
    // Money that the partner has is booked for again: paying twice is refused over there.
    if (attempt?.proof) return { step: starting(), memo: notes(begin(hold)) };
    return { ...refuse('supplier_unavailable'), memo: notes(begin(hold)) };
  }
  if (own?.handed) return { step: own.handed };
  return { step: starting() };
}

/** Since when the answer of a payment is waited for: by our notes, or because whoever asked died. Null: nothing was sent. */
function sentSince(attempt: Attempt | null, memo: AttemptMemo | null): number | null {
  const step = attempt?.step;
  if (step?.kind === 'unknown') return Math.max(step.since, memo?.sentAt ?? 0);
  return memo?.phase === 'sent' ? (memo.sentAt ?? 0) : null;
}

function processing(): Step {
  return { kind: 'wait', retryAfterMs: SOON_MS, why: 'payment_processing', again: 'check' };
}

function starting(): Step {
  return { kind: 'wait', retryAfterMs: SOON_MS, why: 'starting' };
}

/**
 * Musement does not answer: the customer keeps the step they have. Turning a form into a doubt because one read failed would take
 * it away from somebody who is paying.
 */
function noNews(attempt: Attempt | null): Step {
  if (!attempt?.step) return { kind: 'wait', retryAfterMs: 2000, why: 'starting' };
  const { id: _, ...step } = attempt.step;
  return step;
}
