import type { Collection } from '../collector';
import { activeAttempt, ticketsOf } from '../ledgers';
import type { Attempt, Checkout, Proof } from '../model';
import { SOON_MS } from '../schedule';
import type { MoneyEntry, Step } from '../step';
import { mergeMoney, noteRefund } from './money';
import { moveItems, patchAttempt, placeStep, putAttempt } from './patch';

/** Key of the money entry of what a collector takes for one attempt: two links can both be paid. */
export function collectedKey(attemptId: string): string {
  return `collected:${attemptId}`;
}

/** Applies a collector's word. Money that is in stays in the ledger whatever becomes of the tickets. */
export function applyCollection(
  checkout: Checkout,
  attemptId: string,
  word: Collection,
  now: number,
): Checkout {
  const noted = word.memo ? patchAttempt(checkout, attemptId, { collection: word.memo }) : checkout;
  const attempt = noted.attempts.find((candidate) => candidate.id === attemptId);
  if (!attempt) return noted;
  switch (word.kind) {
    case 'paid':
      return paid(noted, withOpen(attempt, word.open), word.proof, now);
    case 'ask': {
      const moving = onItsWay(noted, attempt.id, isProcessing(word.step));
      return isActive(moving, attempt) ? asked(moving, attempt, word.step, now) : moving;
    }
    case 'declined': {
      const none = onItsWay(noted, attempt.id, false);
      return isActive(none, attempt)
        ? declined(none, attempt, word.code, now)
        : patchAttempt(none, attempt.id, { exposed: false, cleared: true });
    }
    case 'unknown':
      return isActive(noted, attempt) ? doubted(noted, attempt, now) : noted;
  }
}

function isProcessing(step: Step): boolean {
  return step.kind === 'wait' && step.why === 'payment_processing';
}

/** Notes that a payer's bank is at it, or that it is not any more: nothing is in either way. */
function onItsWay(checkout: Checkout, attemptId: string, moving: boolean): Checkout {
  const key = collectedKey(attemptId);
  const before = checkout.money.find((entry) => entry.key === key);
  if (moving === (before?.standing === 'pending') || (before && before.captured > 0)) return checkout;
  const money = checkout.money.filter((entry) => entry.key !== key);
  const [total] = checkout.totals;
  if (!moving || !total) return { ...checkout, money };
  const none = { collector: '', reference: '', amount: 0, currency: total.currency };
  const { reference: _, ...entry } = entryOf(checkout, attemptId, none);
  return { ...checkout, money: [...money, { ...entry, standing: 'pending' }] };
}

/** The attempt, and whether more can still come in through it. */
function withOpen(attempt: Attempt, open = false): Attempt {
  return (attempt.open ?? false) === open ? attempt : { ...attempt, open };
}

function isActive(checkout: Checkout, attempt: Attempt): boolean {
  return activeAttempt(checkout)?.id === attempt.id;
}

function asked(checkout: Checkout, attempt: Attempt, step: Step, now: number): Checkout {
  const status = step.kind === 'wait' ? 'waiting' : 'open';
  return putAttempt(moveItems(checkout, ['unknown'], 'held'), {
    ...placeStep(attempt, step, now),
    status,
    exposed: true,
  });
}

function declined(
  checkout: Checkout,
  attempt: Attempt,
  code: Extract<Step, { kind: 'declined' }>['code'],
  now: number,
): Checkout {
  const step: Step = { kind: 'declined', code, holdKept: true };
  const over = {
    ...placeStep(attempt, step, now),
    status: 'declined' as const,
    lastDecline: code,
    exposed: false,
  };
  return putAttempt(moveItems(checkout, ['unknown'], 'held'), over);
}

function doubted(checkout: Checkout, attempt: Attempt, now: number): Checkout {
  if (attempt.step?.kind === 'unknown') return checkout;
  return putAttempt(moveItems(checkout, ['held'], 'unknown'), {
    ...placeStep(attempt, { kind: 'unknown', since: now }, now),
    status: 'unknown',
    exposed: true,
  });
}

/**
 * The money is in: from here the tickets are booked, or the money goes back. Tickets that were let go meanwhile are
 * held again first; tickets that are booked already (paid twice) make all of it owed back.
 */
function paid(checkout: Checkout, attempt: Attempt, proof: Proof, now: number): Checkout {
  if (attempt.proof) return more(checkout, attempt, attempt.proof, proof);
  // What the supplier would have taken is not due to it any more.
  const money = checkout.money.map((entry) =>
    entry.captured > 0 || entry.collectedBy === 'partner' ? entry : { ...entry, due: 0 },
  );
  const funded = mergeMoney({ ...checkout, money }, [entryOf(checkout, attempt.id, proof)]);
  const tickets = ticketsOf(funded);
  if (tickets === 'booked' || tickets === 'part_booked' || tickets === 'attempting') {
    // The tickets were paid for in another way: this money goes back.
    const done = { ...attempt, proof, status: 'done' as const };
    return putAttempt(funded, done);
  }
  const again = tickets === 'expired' || tickets === 'released' || tickets === 'failed';
  if (!again && !isCovered(funded, proof)) return tooLittle(checkout, attempt, proof);
  const waiting: Step = { kind: 'wait', retryAfterMs: SOON_MS, why: 'booking' };
  const moved = moveItems(
    funded,
    again ? ['expired', 'released', 'failed'] : ['unknown'],
    again ? 'open' : 'held',
  );
  const active = activeAttempt(moved);
  // Given up, and not merely overtaken: its form may still be open, and whoever pays there must be seen.
  const given =
    active && active.id !== attempt.id ? patchAttempt(moved, active.id, { status: 'abandoned' }) : moved;
  const attempts = given.attempts.filter((other) => other.id !== attempt.id);
  const paidAttempt = { ...placeStep(attempt, waiting, now), status: 'waiting' as const, proof };
  // The attempt that was paid is the one that counts: it becomes the last, and so the active one.
  return {
    ...moved,
    attempts: [...attempts, paidAttempt],
    closing: null,
    refusals: again ? [] : moved.refusals,
    askedAt: again ? now : moved.askedAt,
  };
}

/**
 * Somebody paid once more through what was paid before. The first payment was either enough, or went back whole: so all of
 * this goes back, and no tickets are sought for it.
 */
function more(checkout: Checkout, attempt: Attempt, before: Proof, proof: Proof): Checkout {
  const added = proof.amount - before.amount;
  if (added <= 0) return putAttempt(checkout, attempt);
  const money = checkout.money.map((entry) =>
    entry.key === collectedKey(attempt.id)
      ? { ...entry, captured: entry.captured + added, refundDue: entry.refundDue + added }
      : entry,
  );
  return putAttempt({ ...checkout, money }, { ...attempt, proof });
}

/** Whether what was paid is the whole price of what is held now. */
export function isCovered({ totals }: Checkout, { amount, currency }: Proof): boolean {
  return totals.every((total) => total.currency === currency && total.due <= amount);
}

/**
 * Less than the tickets cost: nothing is booked for it, and all of it goes back. It is an earlier link, paid after the same
 * was held again at a higher price; or the very one that was asked for, and then the hold is let go of too.
 */
function tooLittle(checkout: Checkout, attempt: Attempt, proof: Proof): Checkout {
  const entry = entryOf(checkout, attempt.id, proof);
  const back = { ...entry, due: 0, refundDue: entry.captured - entry.refunded };
  const failed = putAttempt(mergeMoney(checkout, [back]), { ...attempt, proof, status: 'failed' });
  return isActive(checkout, attempt) ? { ...failed, closing: checkout.closing ?? 'released' } : failed;
}

function entryOf(checkout: Checkout, attemptId: string, { amount, currency, reference }: Proof): MoneyEntry {
  const total = checkout.totals.find((candidate) => candidate.currency === currency);
  const before = checkout.money.find((entry) => entry.key === collectedKey(attemptId));
  const others = checkout.money.filter((entry) => entry.key !== collectedKey(attemptId));
  const taken = others.reduce((sum, entry) => sum + entry.captured - entry.refundDue - entry.refunded, 0);
  return {
    key: collectedKey(attemptId),
    itemIds: checkout.items.map((item) => item.id),
    collectedBy: 'partner',
    currency,
    exponent: total?.exponent ?? before?.exponent ?? 2,
    // Where the money was taken in another way already, nothing was left to be collected.
    due: Math.max(0, (total?.due ?? before?.due ?? 0) - taken),
    authorised: 0,
    captured: amount,
    refunded: before?.refunded ?? 0,
    refundDue: before?.refundDue ?? 0,
    reference,
  };
}

/** A refund that the collector made, or a doubt about one; refused ones stay owed until an operator marks them. */
export function applyRefund(
  checkout: Checkout,
  attemptId: string,
  amount: number,
  word: 'refunded' | 'refused' | 'unknown',
): Checkout {
  return word === 'refunded' ? noteRefund(checkout, collectedKey(attemptId), amount) : checkout;
}
