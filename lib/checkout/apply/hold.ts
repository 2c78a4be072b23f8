import { assertNever } from '../errors';
import { activeAttempt, collectorOf } from '../ledgers';
import type { Change, Checkout, Item, Refusal } from '../model';
import { LOST_PATIENCE_MS } from '../schedule';
import type { MoneyEntry } from '../step';
import type { HoldResult, ReleaseResult } from '../supplier';
import { isCovered } from './collection';
import { holdOf, oweExcess, oweForFailed, pastKey } from './money';
import { moveItems, patchAttempt } from './patch';

/**
 * Takes over what the supplier holds. What differs from what was shown before needs the customer's yes.
 * A hold that cannot be had leaves the checkout ended, with the reasons, and nothing charged.
 */
export function applyHold(
  checkout: Checkout,
  result: HoldResult,
  lost: 'repeat' | 'give_up',
  now: number,
): Checkout {
  switch (result.kind) {
    case 'held':
      return held(checkout, result);
    case 'refused':
      return refused(checkout, result.refusals, now);
    case 'unknown': {
      const over = lost === 'give_up' || now - checkout.askedAt > LOST_PATIENCE_MS;
      return over ? refused(checkout, [{ code: 'supplier_unavailable' }], now) : checkout;
    }
  }
}

function held(checkout: Checkout, result: Extract<HoldResult, { kind: 'held' }>): Checkout {
  const items = result.items.map((item): Item => ({ ...item, status: 'held', vouchers: [] }));
  const changes = [
    ...result.changes,
    ...(checkout.items.length > 0 ? priceChanges(checkout.totals, result.totals) : []),
  ];
  // Money that a partner's collector already holds outlives the hold that it was paid for.
  const kept = checkout.money.filter((entry) => entry.collectedBy === 'partner' && entry.captured > 0);
  const again = oweExcess({
    ...checkout,
    memo: result.memo,
    items,
    totals: result.totals,
    money: [...kept, ...result.money, ...pastMoney(checkout)],
    changes,
    accepted: changes.length === 0,
    details: { ...checkout.details, schema: result.schema },
    expiresAt: result.expiresAt,
    refusals: [],
    closing: null,
    closedAt: null,
  });
  return settleLatePayment(again);
}

/** What the supplier took for an earlier hold and gave back: history that the new hold's entries must not wipe out. */
function pastMoney({ money, attempts }: Checkout): readonly MoneyEntry[] {
  const past = money.filter(({ collectedBy, captured }) => collectedBy === 'supplier' && captured > 0);
  // Whatever was taken needed an attempt: their number names the hold that it was taken for.
  return past.map((entry) =>
    holdOf(entry.key) === null ? { ...entry, key: pastKey(entry.key, attempts.length), due: 0 } : entry,
  );
}

function priceChanges(before: Checkout['totals'], after: Checkout['totals']): readonly Change[] {
  return after.flatMap((total) => {
    const old = before.find((candidate) => candidate.currency === total.currency);
    if (!old || old.due === total.due) return [];
    const amount = (due: number) => ({ amount: due, currency: total.currency, exponent: total.exponent });
    return [{ kind: 'price' as const, before: amount(old.due), after: amount(total.due) }];
  });
}

/** Held again for money that came late: booked only at the price that was paid, else the money goes back. */
function settleLatePayment(checkout: Checkout): Checkout {
  const attempt = activeAttempt(checkout);
  if (!attempt?.proof) return checkout;
  if (isCovered(checkout, attempt.proof)) return { ...checkout, changes: [], accepted: true };
  return { ...patchAttempt(checkout, attempt.id, { status: 'failed' }), closing: 'released' };
}

function refused(checkout: Checkout, refusals: readonly Refusal[], now: number): Checkout {
  const ended = { ...moveItems(checkout, ['open'], 'expired'), refusals, closing: null, closedAt: now };
  const attempt = activeAttempt(ended);
  if (!attempt?.proof) return ended;
  return oweForFailed(patchAttempt(ended, attempt.id, { status: 'failed' }));
}

/**
 * The supplier let go. An open attempt is over with it: its way to pay was closed by the release. `busy`: by its word
 * somebody is paying, through whichever attempt it was, also one whose answer never reached us. Looked at until long after.
 */
export function applyRelease(checkout: Checkout, result: ReleaseResult, now: number): Checkout {
  switch (result.kind) {
    case 'released':
      return endHold(checkout, now);
    case 'busy': {
      const last = checkout.attempts.findLast(({ option, proof }) => proof || !collectorOf(option));
      return last ? patchAttempt(checkout, last.id, { exposed: true, cleared: false }) : checkout;
    }
    case 'unknown':
      return checkout;
    default:
      return assertNever(result);
  }
}

/** The hold is over, by release or by the clock. */
export function endHold(checkout: Checkout, now: number): Checkout {
  const to = checkout.closing ?? 'expired';
  const attempt = activeAttempt(checkout);
  const ended = { ...moveItems(checkout, ['held', 'unknown'], to), closing: null, closedAt: now };
  const owed = ended.money.some((entry) => entry.collectedBy === 'partner' && entry.captured > 0)
    ? oweForFailed(ended)
    : ended;
  return attempt ? patchAttempt(owed, attempt.id, { status: 'abandoned' }) : owed;
}
