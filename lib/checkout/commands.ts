import { MAX_DECLINES } from './apply/decline';
import { noteRefund } from './apply/money';
import { moveItems, patchAttempt } from './apply/patch';
import { checkDetails, missingDetails } from './details';
import type { AttemptAsk, OperatorBooking, Refused } from './heart';
import type { JsonObject } from './json';
import { activeAttempt, declinesOf, moneyMoved, owedOn, ticketsOf } from './ledgers';
import type { Checkout, OperatorOrder } from './model';
import { newAttempt } from './new-checkout';
import { OPERATOR, receivedNotes } from './operator-collector';
import type { PaymentOption } from './options';
import { LAST_CALL_MS } from './schedule';
import type { Stored } from './store';

/** A command's pure half: the changed checkout, or why nothing changes. */
export type Commanded =
  | { readonly ok: true; readonly checkout: Checkout }
  | { readonly ok: false; readonly problem: Refused };

/** Attempts that a checkout may have in all, abandoned ones included. */
const MAX_ATTEMPTS = 20;

/** The customer accepts the changes that they saw in `version`. */
export function accept({ checkout, version }: Stored, seen: number): Commanded {
  if (checkout.accepted) return yes(checkout);
  if (seen !== version) return no('stale_version');
  if (ticketsOf(checkout) !== 'held') return no('wrong_state');
  return yes({ ...checkout, accepted: true });
}

/** Lets go, unless a payment or booking is under way: then only its end can tell what to let go of. */
export function release({ checkout }: Stored): Commanded {
  const tickets = ticketsOf(checkout);
  if (tickets === 'released') return yes(checkout);
  const attempt = activeAttempt(checkout);
  const paying = attempt !== null && (attempt.status === 'waiting' || attempt.status === 'unknown');
  if (tickets !== 'held' || paying || moneyMoved(checkout)) return no('wrong_state');
  return yes({ ...checkout, closing: checkout.closing ?? 'released' });
}

/** Holds the same again: only when the last hold is over and no money is anywhere near. */
export function holdAgain({ checkout }: Stored, now: number): Commanded {
  const tickets = ticketsOf(checkout);
  if (tickets === 'open' && checkout.refusals.length === 0) return yes(checkout);
  const over = tickets === 'expired' || tickets === 'released' || tickets === 'failed' || tickets === 'open';
  if (!over || moneyMoved(checkout)) return no('wrong_state');
  if (declinesOf(checkout) >= MAX_DECLINES) return no('too_many_attempts');
  const open = moveItems(checkout, ['expired', 'released', 'failed', 'cancelled'], 'open');
  return yes({ ...open, refusals: [], closing: null, askedAt: now });
}

/**
 * Keeps the customer's details. Strict: nothing is kept of what is wrong. Draft (forms without JavaScript): what was
 * typed is kept beside the last good values, so that nobody types twice. An open attempt is given up when the details
 * it was started with change.
 */
export function putDetails({ checkout }: Stored, values: JsonObject, mode: 'strict' | 'draft'): Commanded {
  const tickets = ticketsOf(checkout);
  const attempt = activeAttempt(checkout);
  const busy = attempt !== null && attempt.status !== 'open';
  if (tickets === 'attempting' || tickets === 'unknown' || tickets.endsWith('booked') || busy)
    return no('wrong_state');
  const checked = checkDetails(checkout.details.schema, values);
  if (checked.errors.length > 0) {
    if (mode === 'strict') return { ok: false, problem: { code: 'details_invalid', fields: checked.errors } };
    return yes({ ...checkout, details: { ...checkout.details, draft: checked.values } });
  }
  const { draft: _, rejected: __, ...details } = checkout.details;
  const kept = { ...checkout, details: { ...details, values: checked.values } };
  return yes(attempt ? patchAttempt(kept, attempt.id, { status: 'abandoned' }) : kept);
}

/** Begins an attempt, or joins the one that is under way: two tabs and double clicks pay once. */
export function begin(
  stored: Stored,
  ask: AttemptAsk,
  options: readonly PaymentOption[],
  now: number,
): Commanded {
  const { checkout } = stored;
  const active = activeAttempt(checkout);
  if (active && (active.option === ask.option || active.status !== 'open')) return yes(checkout);
  const problem = hindrance(checkout, ask, options, now);
  if (problem) return { ok: false, problem };
  const calm = active ? patchAttempt(checkout, active.id, { status: 'abandoned' }) : checkout;
  return yes({ ...calm, attempts: [...calm.attempts, newAttempt(ask, now)] });
}

function hindrance(
  checkout: Checkout,
  ask: AttemptAsk,
  options: readonly PaymentOption[],
  now: number,
): Refused | null {
  const tickets = ticketsOf(checkout);
  if (tickets === 'expired') return { code: 'hold_expired' };
  if (tickets !== 'held' || checkout.closing !== null || moneyMoved(checkout)) return { code: 'wrong_state' };
  if (checkout.expiresAt !== null && checkout.expiresAt - now < LAST_CALL_MS) return { code: 'hold_ending' };
  if (!checkout.accepted) return { code: 'changes_unaccepted' };
  const missing = missingDetails(checkout.details.schema, checkout.details.values);
  if (missing.length > 0) {
    return { code: 'details_missing', fields: missing.map((path) => ({ path, rule: 'required' })) };
  }
  const { rejected } = checkout.details;
  if (rejected)
    return { code: 'details_missing', fields: rejected.map((path) => ({ path, rule: 'rejected' })) };
  if (declinesOf(checkout) >= MAX_DECLINES || checkout.attempts.length >= MAX_ATTEMPTS)
    return { code: 'too_many_attempts' };
  const option = options.find((candidate) => candidate.id === ask.option);
  if (!option?.available) return { code: 'option_unavailable' };
  const known =
    !ask.instrument || option.instruments?.some((instrument) => instrument.id === ask.instrument?.id);
  return known ? null : { code: 'option_unavailable' };
}

/** Takes an operator's order; settle carries it out. One at a time. */
export function operate({ checkout }: Stored, order: OperatorOrder): Commanded {
  if (checkout.order) return no('busy');
  return yes({ ...checkout, order });
}

/**
 * An operator's word that the partner has the money: begins an attempt that is collected already. What the customer
 * began before is given up and looked at first, because it may have been paid. Refused for less than is due.
 */
export function bookFor(
  stored: Stored,
  id: string,
  { option: base, received, by, reason }: OperatorBooking,
  options: readonly PaymentOption[],
  now: number,
): Commanded {
  const { checkout } = stored;
  const option = `${base}:${OPERATOR}`;
  const active = activeAttempt(checkout);
  if (active?.option === option) return yes(checkout);
  if (active && active.status !== 'open') return no('wrong_state');
  const [total] = checkout.totals;
  const enough = total?.currency === received.currency && received.amount >= total.due;
  const begun = begin(stored, { id, option, client: NOBODY }, options, now);
  if (!begun.ok) return begun;
  if (!enough)
    return {
      ok: false,
      problem: { code: 'data_invalid', fields: [{ path: '/amount', rule: 'amount_due' }] },
    };
  const what = `booking ordered as ${base}: ${received.amount} ${received.currency} (minor units) received, ${received.reference}`;
  return yes({
    ...patchAttempt(begun.checkout, id, { collection: receivedNotes(received) }),
    marks: [...checkout.marks, { at: now, by, what, reason }],
  });
}

const NOBODY = { ip: null, userAgent: null, accept: null };

/** An operator's word that money went back by other means. Never more than is owed. */
export function markRefunded(
  { checkout }: Stored,
  key: string,
  by: string,
  reason: string,
  now: number,
): Commanded {
  const entry = checkout.money.find((candidate) => candidate.key === key);
  const owed = entry ? owedOn(checkout, entry) : 0;
  if (!entry || owed <= 0) return no('wrong_state');
  const refunded = noteRefund(checkout, key, owed);
  const what = `marked as refunded: ${owed} ${entry.currency} (minor units)`;
  return yes({ ...refunded, marks: [...checkout.marks, { at: now, by, what, reason }] });
}

function yes(checkout: Checkout): Commanded {
  return { ok: true, checkout };
}

function no(code: Refused['code']): Commanded {
  return { ok: false, problem: { code } };
}
