import type { FailureCode } from '../errors';
import { activeAttempt, isOver, moneyMoved } from '../ledgers';
import type { Attempt, Checkout, Item } from '../model';
import type { ItemOutcome, Step } from '../step';
import type { StepResult } from '../supplier';
import { collectedKey } from './collection';
import { decline } from './decline';
import { clearStanding, mergeMoney, oweForFailed, oweWhole } from './money';
import { moveItems, patchAttempt, patchItem, placeStep, putAttempt } from './patch';

/**
 * Applies the supplier's answer about an attempt. The tickets follow the supplier's word whichever attempt it came
 * with: a late success counts, a late refusal of an earlier attempt changes nothing. `fresh`: the answer is to something
 * the customer brought, so that even the same question is a new one, and what answered the old one answers no more.
 */
export function applyStep(
  checkout: Checkout,
  attemptId: string | null,
  result: StepResult,
  now: number,
  fresh = false,
): Checkout {
  const noted = noteMemos(checkout, attemptId, result);
  const attempt = noted.attempts.find((candidate) => candidate.id === attemptId) ?? null;
  const current = attempt !== null && activeAttempt(noted)?.id === attempt.id;
  const { step } = result;
  switch (step.kind) {
    case 'settled':
      return settled(noted, attempt, step, now);
    case 'wait':
      return waits(noted, attempt, step, now);
    case 'pay':
    case 'redirect':
      return current && attempt
        ? again(opened(noted, attempt, step, now, fresh), attempt, result.declined, now)
        : stoodDown(noted, attempt);
    case 'declined':
      return current && attempt ? declined(noted, attempt, step, now) : stoodDown(noted, attempt);
    case 'failed':
      return current && attempt ? failed(noted, attempt, step, now) : stoodDown(noted, attempt);
    case 'unknown':
      return current && attempt ? doubted(noted, attempt, step, now) : noted;
  }
}

function noteMemos(checkout: Checkout, attemptId: string | null, result: StepResult): Checkout {
  const { memo, holdMemo, expiresAt } = result;
  const held = holdMemo ? { ...checkout, memo: holdMemo } : checkout;
  const longer = expiresAt !== undefined && held.expiresAt !== null && expiresAt > held.expiresAt;
  const lasting = longer ? { ...held, expiresAt } : held;
  return memo && attemptId ? patchAttempt(lasting, attemptId, { memo }) : lasting;
}

/** The next try, after one that the supplier refused. */
function again(checkout: Checkout, attempt: Attempt, code: FailureCode | undefined, now: number): Checkout {
  const opened = checkout.attempts.find(({ id }) => id === attempt.id);
  return code && opened ? decline(checkout, opened, code, now) : checkout;
}

/** The customer can act. Nothing is being booked, whatever was thought before. */
function opened(checkout: Checkout, attempt: Attempt, step: Step, now: number, fresh: boolean): Checkout {
  const back = moveItems(checkout, ['booking', 'unknown'], 'held');
  const placed = placeStep(attempt, step, now, fresh);
  return putAttempt(back, {
    ...placed,
    // What was refused before is no news while the next try is under way.
    lastDecline: placed === attempt ? attempt.lastDecline : undefined,
    status: 'open',
    exposed: true,
    cleared: false,
    ...(step.kind === 'redirect' && step.returnToken ? { returnToken: step.returnToken } : {}),
  });
}

/**
 * An attempt that was given up seemed to be paid after all, and was not: the tickets wait for nothing any more, unless
 * the attempt that took its place has the money and is booking.
 */
function stoodDown(checkout: Checkout, attempt: Attempt | null): Checkout {
  if (attempt?.status !== 'waiting' && attempt?.status !== 'unknown') return checkout;
  const given = putAttempt(checkout, { ...attempt, status: 'abandoned' });
  return activeAttempt(checkout)?.proof ? given : moveItems(given, ['booking', 'unknown'], 'held');
}

const MOVING: readonly string[] = ['payment_processing', 'booking', 'supplier_slow'];

/** The supplier is at work. Where money is behind it, the tickets are `booking` and the hold is let go no more. */
function waits(
  checkout: Checkout,
  attempt: Attempt | null,
  step: Extract<Step, { kind: 'wait' }>,
  now: number,
): Checkout {
  const moving = MOVING.includes(step.why);
  const closing = moving ? null : checkout.closing;
  const late = moving ? (['held', 'unknown', 'expired', 'released'] as const) : (['unknown'] as const);
  const moved = { ...moveItems(checkout, late, moving ? 'booking' : 'held'), closing };
  const revives = attempt && (moving || activeAttempt(checkout)?.id === attempt.id);
  if (!revives) return moved;
  return putAttempt(moved, {
    ...placeStep(attempt, step, now),
    status: 'waiting',
    exposed: attempt.exposed || moving,
  });
}

function settled(
  checkout: Checkout,
  attempt: Attempt | null,
  step: Extract<Step, { kind: 'settled' }>,
  now: number,
): Checkout {
  const decided = step.items.reduce(
    (state, outcome) => patchItem(state, outcome.itemId, (item) => resolve(item, outcome)),
    checkout,
  );
  const paid = mergeMoney(clearStanding({ ...decided, closing: null }), step.money);
  const owed = attempt?.proof ? oweForFailed(paid) : paid;
  // Tickets that another attempt was paid for say nothing of this one: its form may still be open, and be paid.
  const elsewhere = owed.attempts.some((other) => other.id !== attempt?.id && other.status === 'done');
  if (!attempt || (elsewhere && isOver(attempt))) return owed;
  const pending = owed.items.some((item) => item.status === 'booking');
  const booked = owed.items.some((item) => item.status === 'booked');
  const nothing = !pending && !booked && !moneyMoved(owed);
  const status = pending ? 'waiting' : nothing ? 'failed' : 'done';
  const closedAt = !pending && !booked ? (checkout.closedAt ?? now) : null;
  return putAttempt({ ...owed, closedAt }, { ...placeStep(attempt, step, now), status });
}

/**
 * One item's fate. A booked ticket stays booked unless it was cancelled, a cancelled one stays cancelled unless it is
 * booked after all; `pending` takes nothing back.
 */
function resolve(item: Item, outcome: ItemOutcome): Item {
  const { reference = item.reference, vouchers = item.vouchers, voucherToCome = false, code } = outcome;
  const { instructions = item.instructions, answerBy = item.answerBy, text: why = item.why } = outcome;
  const { answerBy: _, ...decided } = item;
  switch (outcome.status) {
    case 'booked':
      return {
        ...decided,
        ...{ status: 'booked', reference, vouchers, voucherToCome, instructions },
        ...{ code: undefined, why: undefined },
      };
    case 'cancelled':
      return { ...decided, status: 'cancelled', reference, voucherToCome: false, why };
    case 'pending':
      return DECIDED.includes(item.status) ? item : { ...item, status: 'booking', reference, answerBy };
    case 'failed':
      return item.status === 'booked' || item.status === 'cancelled'
        ? item
        : { ...decided, status: 'failed', voucherToCome: false, code, why };
  }
}

const DECIDED: readonly Item['status'][] = ['booked', 'failed', 'cancelled'];

function declined(
  checkout: Checkout,
  attempt: Attempt,
  step: Extract<Step, { kind: 'declined' }>,
  now: number,
): Checkout {
  const over = putAttempt(clearStanding(checkout), {
    ...placeStep(attempt, step, now),
    status: 'declined',
    lastDecline: step.code,
  });
  if (!step.holdKept) {
    const ended = moveItems(over, ['held', 'booking', 'unknown'], 'expired');
    const gone = { ...ended, closing: null, closedAt: now };
    // The partner's collector has the money already: with the tickets gone, all of it is owed.
    return attempt.proof ? oweForFailed(gone) : gone;
  }
  const kept = moveItems(over, ['booking', 'unknown'], 'held');
  const key = collectedKey(attempt.id);
  if (kept.money.some((entry) => entry.key === key && entry.captured > entry.refunded)) {
    // The partner has taken the money, and gets no tickets for it: it goes back now, and not when the hold ends.
    return { ...oweWhole(kept, key), closing: checkout.closing ?? 'released' };
  }
  if (step.code === 'details_rejected') return askAgain(kept, step.rejected ?? []);
  // The price moved under us: read the hold again, show what changed and ask before anything is paid.
  return step.code === 'price_changed' ? { ...moveItems(kept, ['held'], 'open'), askedAt: now } : kept;
}

/** The supplier refused what the customer typed: it stays in the form, to be mended before another try. */
function askAgain(checkout: Checkout, rejected: readonly string[]): Checkout {
  const { details } = checkout;
  return { ...checkout, details: { ...details, draft: details.values, rejected } };
}

function failed(
  checkout: Checkout,
  attempt: Attempt,
  step: Extract<Step, { kind: 'failed' }>,
  now: number,
): Checkout {
  const over = putAttempt(clearStanding(checkout), {
    ...placeStep(attempt, step, now),
    status: 'failed',
    lastDecline: step.code,
  });
  const items = over.items.map(
    (item): Item =>
      item.status === 'held' || item.status === 'booking' || item.status === 'unknown'
        ? { ...item, status: 'failed', code: step.code }
        : item,
  );
  const gone = { ...over, items, closing: null, closedAt: now };
  return attempt.proof ? oweForFailed(gone) : gone;
}

/** Nobody knows: neither tickets nor money may be called failed, and nothing may be paid. */
function doubted(checkout: Checkout, attempt: Attempt, step: Step, now: number): Checkout {
  const items = moveItems(checkout, ['held', 'booking'], 'unknown');
  // A first doubt keeps its time: later ones of the same kind are the same doubt.
  if (attempt.step?.kind === 'unknown') return items;
  return putAttempt({ ...items, closing: null }, { ...placeStep(attempt, step, now), status: 'unknown' });
}
