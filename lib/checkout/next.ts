import { missingDetails } from './details';
import {
  activeAttempt,
  awaitsRefund,
  collectorOf,
  isActing,
  linkOpen,
  moneyMoved,
  ticketsOf,
} from './ledgers';
import type { Attempt, Checkout } from './model';
import { LET_GO_MS, lookDelay, SOON_MS } from './schedule';

export type NextAction =
  | 'review'
  | 'details'
  | 'pay'
  | 'redirect'
  | 'wait'
  | 'done'
  | 'hold_again'
  | 'start_over';

export interface Next {
  readonly action: NextAction;
  /** When the page should ask again; absent when nothing moves by itself, or when the page may let go. */
  readonly retryAfterMs?: number;
}

/** What a look needs until its news can be read; milliseconds. */
const READ_MS = 60;

/** Nobody is told to stay away for longer, whatever is planned: another tab or a return may bring news sooner. */
const MOST_MS = 5000;

/**
 * The one thing to do now, for page and API alike: wrong state, right page. `dueAt`: when settle looks again, where it is
 * known. News comes from a look, so whoever asks just after it hears it first and asks in vain least often.
 */
export function nextOf(checkout: Checkout, now: number, dueAt: number | null = null): Next {
  const next = plainly(checkout, now);
  if (next.retryAfterMs === undefined || dueAt === null || dueAt <= now) return next;
  const after = Math.min(dueAt - now + READ_MS, Math.max(MOST_MS, next.retryAfterMs));
  return { ...next, retryAfterMs: Math.max(SOON_MS / 2, after) };
}

function plainly(checkout: Checkout, now: number): Next {
  switch (ticketsOf(checkout)) {
    case 'open':
      return checkout.refusals.length > 0 ? ended(checkout, now) : waiting(checkout, now);
    case 'held':
      return checkout.closing === null ? whileHeld(checkout, now) : waiting(checkout, now);
    case 'attempting':
    case 'unknown':
      return waiting(checkout, now);
    case 'booked':
    case 'part_booked':
      return done(checkout, now);
    case 'failed':
    case 'released':
    case 'expired':
      return ended(checkout, now);
  }
}

function whileHeld(checkout: Checkout, now: number): Next {
  if (!checkout.accepted) return { action: 'review' };
  if (isActing(checkout)) return waiting(checkout, now, checkout.intent?.at);
  const attempt = activeAttempt(checkout);
  if (attempt && attempt.status !== 'open') return waiting(checkout, now);
  if (attempt?.step?.kind === 'redirect') return { action: 'redirect' };
  if (attempt?.step?.kind === 'wait') return waiting(checkout, now);
  const { schema, values, rejected } = checkout.details;
  if (rejected || missingDetails(schema, values).length > 0) return { action: 'details' };
  return { action: 'pay', ...(attempt ? whileAway(attempt) : {}) };
}

/** Whoever pays the partner elsewhere reports nothing: the page asks along with the looks that are planned. */
function whileAway({ option }: Attempt): Pick<Next, 'retryAfterMs'> {
  return collectorOf(option) === null ? {} : { retryAfterMs: MOST_MS };
}

/** Tickets that were booked once and given up for good: that is how the order ended, not a hold to take again. */
function wasCancelled({ items }: Checkout): boolean {
  return items.some(({ status }) => status === 'cancelled');
}

/** Holding the same again is offered only when no money is anywhere near. */
function ended(checkout: Checkout, now: number): Next {
  if (moneyMoved(checkout) || wasCancelled(checkout)) return done(checkout, now);
  const attempts = checkout.attempts;
  const blocked = checkout.items.length === 0 || attempts.at(-1)?.lastDecline === 'too_many_attempts';
  // Whoever has the link may still pay it: then the page follows, and does not wait for somebody to load it again.
  return {
    ...(linkOpen(checkout) ? waiting(checkout, now) : {}),
    action: blocked ? 'start_over' : 'hold_again',
  };
}

/** Over for the customer, and still worth asking while vouchers or money are on their way. */
function done(checkout: Checkout, now: number): Next {
  const moves = checkout.items.some((item) => item.voucherToCome) || awaitsRefund(checkout);
  return { ...(moves ? waiting(checkout, now) : {}), action: 'done' };
}

/** `from` is when what is waited for began. */
function waiting(
  checkout: Checkout,
  now: number,
  from = checkout.attempts.at(-1)?.touchedAt ?? checkout.createdAt,
): Next {
  const since = now - from;
  if (since > LET_GO_MS) return { action: 'wait', retryAfterMs: 15_000 };
  return { action: 'wait', retryAfterMs: lookDelay(since) ?? 15_000 };
}
