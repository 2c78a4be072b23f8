import type { Checkout } from '@/lib/checkout/model';
import type { StepResult } from '@/lib/checkout/supplier';
import { calloutStep } from './callout';
import type { Desk } from './desk';
import { failureOf } from './errors';
import { type AttemptMemo, type HoldMemo, notes } from './memo';
import { refuse } from './refuse';
import { settledStep } from './settled';
import { contentsOf, type OutcomeWire } from './wire';

/** How soon to look again while a ticketing system takes its time. */
const SOON_MS = 2000;

/** The answer of a purchase or a callback: somewhere to go, or the end. */
export function outcomeStep(
  desk: Desk,
  checkout: Checkout,
  hold: HoldMemo,
  memo: AttemptMemo,
  wire: OutcomeWire,
): StepResult {
  if (wire.callout) return calloutStep(desk, checkout, hold, { ...memo, hops: memo.hops + 1 }, wire.callout);
  return finalStep(desk, checkout, hold, memo, wire);
}

/** How a transaction stands, by its status. A status that nobody has heard of may mean that money moved. */
export function finalStep(
  desk: Desk,
  checkout: Checkout,
  hold: HoldMemo,
  memo: AttemptMemo,
  wire: OutcomeWire,
): StepResult {
  const over: AttemptMemo = { ...memo, phase: 'over', pending: null, unanswered: null };
  switch (wire.transaction_status) {
    case 'purchased':
      return { step: settledStep(wire, checkout, hold), memo: notes(over) };
    case 'failed':
      return failed(checkout, over, wire);
    case 'released':
      return refuse('hold_expired', false, over);
    case 'reserved':
      return refuse('supplier_unavailable', true, { ...over, phase: 'tokens' });
    case 'attempting':
      return { step: { kind: 'wait', retryAfterMs: SOON_MS, why: 'booking' }, memo: notes(memo) };
    default:
      return { step: { kind: 'unknown', since: desk.now() }, memo: notes(memo) };
  }
}

/**
 * Failed for good: the seats are on sale again, and what Stripe had set aside goes back by itself. A checkout that is
 * being let go of keeps its hold in name, so that letting go is what ends it.
 */
function failed(checkout: Checkout, memo: AttemptMemo, wire: OutcomeWire): StepResult {
  const contents = contentsOf(wire);
  const results = (contents?.bundle ?? []).map((bundle) => bundle.purchase_result);
  const code = memo.refused ?? failureOf([...results, contents?.purchase_result]);
  return refuse(code, checkout.closing !== null, memo);
}
