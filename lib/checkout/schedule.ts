import {
  activeAttempt,
  awaitsRefund,
  awaitsTickets,
  collectorOf,
  linkOpen,
  payable,
  ticketsOf,
} from './ledgers';
import type { Attempt, Checkout } from './model';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A payment must begin this long before the hold ends, so that it can end within it. */
export const LAST_CALL_MS = 30 * SECOND;

/** How long a call whose answer was lost is repeated before the customer is told that it did not work. */
export const LOST_PATIENCE_MS = MINUTE;

/** After this long without an answer the page lets the customer go and promises a mail. */
export const LET_GO_MS = 2 * MINUTE;

/** A doubt this old is an operator's business too. */
export const WORRY_MS = 10 * MINUTE;

/** How long a customer who is in the middle of authenticating keeps the hold from being let go. */
export const GRACE_MS = 5 * MINUTE;

/** The least between two looks, and what a step says that waits for a supplier with no wish of its own. */
export const SOON_MS = SECOND / 4;

/**
 * Looks at the supplier get rarer with the time since something last happened; null: never again by itself. In the
 * first seconds, in which most payments are booked, nobody waits for a look longer than a quarter of the time that
 * they have waited already: a few more questions to the supplier, and tickets on screen a second sooner.
 */
export function lookDelay(sinceMs: number): number | null {
  if (sinceMs < 10 * SECOND) return Math.min(SECOND, Math.max(SOON_MS, Math.round(sinceMs / 4)));
  if (sinceMs < 30 * SECOND) return 2 * SECOND;
  if (sinceMs < LET_GO_MS) return 5 * SECOND;
  if (sinceMs < 15 * MINUTE) return 20 * SECOND;
  if (sinceMs < 2 * HOUR) return 2 * MINUTE;
  if (sinceMs < DAY) return 15 * MINUTE;
  if (sinceMs < 7 * DAY) return 3 * HOUR;
  return null;
}

/**
 * While the customer is at the till: rare, because the page reports; needed, because the page may die after paying. A hold
 * without an end does not end it, and after an hour nobody sits there any more.
 */
function tillDelay(sinceMs: number): number | null {
  if (sinceMs < MINUTE) return 10 * SECOND;
  return sinceMs < HOUR ? 30 * SECOND : lateDelay(sinceMs);
}

/**
 * While the customer pays the partner elsewhere: no page reports, so only looking tells, and somebody watches a screen
 * meanwhile. Most pay within a minute or two.
 */
function awayDelay(sinceMs: number): number | null {
  if (sinceMs < MINUTE / 2) return 3 * SECOND;
  if (sinceMs < 2 * MINUTE) return 5 * SECOND;
  if (sinceMs < 5 * MINUTE) return 10 * SECOND;
  return sinceMs < HOUR ? 30 * SECOND : linkDelay(sinceMs);
}

/** A link of the partner's that nobody can close may be paid weeks after the hold. Until it is over, somebody looks. */
function linkDelay(sinceMs: number): number | null {
  return lateDelay(sinceMs) ?? (sinceMs < 60 * DAY ? 12 * HOUR : null);
}

/** After the hold ended without tickets: somebody may still have paid through a page left open. */
function lateDelay(sinceMs: number): number | null {
  if (sinceMs < 10 * MINUTE) return MINUTE;
  if (sinceMs < 2 * HOUR) return 15 * MINUTE;
  if (sinceMs < 2 * DAY) return 4 * HOUR;
  return null;
}

/** While the supplier owes money back: often within a minute, usually within days, and it tells nobody. */
function refundDelay(sinceMs: number): number | null {
  if (sinceMs < MINUTE) return 5 * SECOND;
  if (sinceMs < HOUR) return MINUTE;
  if (sinceMs < DAY) return 15 * MINUTE;
  if (sinceMs < 30 * DAY) return 6 * HOUR;
  return null;
}

/**
 * When settle should look at this checkout again, by its own state; null when nothing more can happen to it.
 * `now` in milliseconds.
 */
export function nextLook(checkout: Checkout, now: number): number | null {
  const times = [
    unfinished(checkout, now),
    expiry(checkout),
    attemptLook(checkout, now),
    tailLook(checkout, now),
    worry(checkout, now),
  ];
  const known = times.filter((time): time is number => time !== null);
  return known.length > 0 ? Math.min(...known) : null;
}

/** Work that was begun goes on soon, also when the process that began it is gone: holding, letting go, an order. */
function unfinished(checkout: Checkout, now: number): number | null {
  const holding = ticketsOf(checkout) === 'open' && checkout.refusals.length === 0;
  const letting = ticketsOf(checkout) === 'held' && checkout.closing !== null;
  return holding || letting || checkout.order !== null ? now + 2 * SECOND : null;
}

function expiry(checkout: Checkout): number | null {
  const waits = ticketsOf(checkout) === 'held' && checkout.closing === null;
  return waits ? checkout.expiresAt : null;
}

function attemptLook(checkout: Checkout, now: number): number | null {
  const attempt = activeAttempt(checkout);
  if (!attempt) return null;
  if (attempt.step === null) return now + SECOND;
  const since = now - attempt.touchedAt;
  const patient = patience(checkout, since, now);
  if (patient !== null) return now + patient;
  if (attempt.status === 'open')
    return delayed(now, collectorOf(attempt.option) ? awayDelay(since) : tillDelay(since));
  return afterWait(attempt, since, now);
}

/**
 * While somebody decides by hand, who has said how long that may take, an eighth of what is left of it; they tell us too, where
 * they can. Null where anybody else is waited for, and while the customer still watches.
 */
function patience({ items }: Checkout, since: number, now: number): number | null {
  const open = items.filter(({ status }) => status === 'booking');
  const ends = open.map(({ answerBy }) => answerBy ?? 0);
  if (open.length === 0 || since < LET_GO_MS || ends.includes(0)) return null;
  const left = Math.min(...ends) - now;
  const delay = left > 0 ? Math.min(3 * HOUR, left / 8) : lookDelay(-left);
  return delay === null ? null : Math.max(20 * SECOND, Math.round(delay));
}

function afterWait({ step }: Attempt, since: number, now: number): number | null {
  const delay = lookDelay(since);
  if (delay === null) return null;
  if (step?.kind !== 'wait') return now + delay;
  // What acts when it asks is not eager.
  return now + Math.max(delay, step.retryAfterMs, step.again === 'advance' ? SECOND : 0);
}

/** Items still being booked, vouchers to come, money on its way back, and money that may arrive after the end. */
function tailLook(checkout: Checkout, now: number): number | null {
  const since =
    now - Math.max(checkout.closedAt ?? 0, checkout.attempts.at(-1)?.touchedAt ?? checkout.createdAt);
  if (awaitsTickets(checkout)) return delayed(now, patience(checkout, since, now) ?? lookDelay(since));
  if (awaitsRefund(checkout)) return delayed(now, refundDelay(since));
  // A hold without an end is never over by itself.
  const endless = checkout.expiresAt === null && activeAttempt(checkout) === null;
  const over = checkout.closedAt !== null || endless || ticketsOf(checkout).endsWith('booked');
  if (!over || payable(checkout).length === 0) return null;
  return delayed(now, linkOpen(checkout) ? linkDelay(since) : lateDelay(since));
}

/** Wakes once more when a doubt becomes old enough to need a person. */
function worry(checkout: Checkout, now: number): number | null {
  const last = checkout.attempts.at(-1);
  if (!last || checkout.attention !== null) return null;
  const at = last.touchedAt + WORRY_MS;
  const state = ticketsOf(checkout);
  return (state === 'attempting' || state === 'unknown') && at > now ? at : null;
}

function delayed(now: number, delay: number | null): number | null {
  return delay === null ? null : now + delay;
}
