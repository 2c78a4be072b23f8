import { collectedKey } from './apply/collection';
import {
  activeAttempt,
  awaitsRefund,
  awaitsTickets,
  collectorOf,
  moneyOf,
  nothingDue,
  payable,
  ticketsOf,
} from './ledgers';
import { isUnanswered } from './marks';
import type { Attempt, Checkout, Input, Intent, Proof } from './model';
import { isFresh } from './returns';
import { GRACE_MS, lookDelay, nextLook } from './schedule';
import type { Supplier } from './supplier';

/** The one thing that is due for a checkout. Acting ones are preceded by an intent, looks are not. */
export type Action =
  | { readonly kind: 'rest'; readonly dueAt: number | null }
  | { readonly kind: 'recover'; readonly intent: Intent }
  | { readonly kind: 'close'; readonly as: 'expired' }
  | { readonly kind: 'lapse' }
  | { readonly kind: 'hold' }
  | { readonly kind: 'release' }
  | { readonly kind: 'start'; readonly attempt: Attempt }
  | { readonly kind: 'advance'; readonly attempt: Attempt; readonly input: Input | null }
  | { readonly kind: 'collect'; readonly attempt: Attempt }
  | { readonly kind: 'book'; readonly attempt: Attempt; readonly proof: Proof }
  | { readonly kind: 'refund'; readonly attempt: Attempt; readonly amount: number }
  | { readonly kind: 'order' }
  | { readonly kind: 'look'; readonly attempt: Attempt | null; readonly inputs: readonly Input[] };

/** What decides: the stored state, what arrived, the time, and what this run of settle has already done. */
export interface Situation {
  readonly checkout: Checkout;
  readonly inputs: readonly Input[];
  readonly now: number;
  readonly dueAt: number | null;
  readonly supplier: Supplier;
  /** Whether an input carries data for `advance` rather than a hint. */
  readonly forAdvance: (input: Input) => boolean;
  /** A look was asked for, and not had yet. */
  readonly ask: boolean;
  /** Verbs that this run has called: none but looks after new input is called twice in a run. */
  readonly done: ReadonlySet<Action['kind']>;
  /** Attempts that this run has looked at; `''` stands for a look without one. */
  readonly looked: ReadonlySet<string>;
}

/** Pure: the same situation always decides the same. Order matters: doubts first, then input, then plans, then the clock. */
export function decide(situation: Situation): Action {
  const { checkout, inputs, now } = situation;
  if (checkout.intent) return { kind: 'recover', intent: checkout.intent };
  if (checkout.order && !situation.done.has('order')) return { kind: 'order' };
  if (wantsHold(checkout)) return situation.done.has('hold') ? rest(now + 2000) : { kind: 'hold' };
  if (inputs.length > 0) return onInput(situation);
  if (asksNow(situation)) return look(lastAttempt(checkout));
  const planned = onAttempt(situation);
  if (planned) return planned;
  if (checkout.closing) return onClosing(situation);
  if (hasLapsed(checkout, now)) return { kind: 'close', as: 'expired' };
  return onDue(situation) ?? rest(nextLook(checkout, now));
}

/** Somebody asked, or an operator's order was just left without an answer. One look a run. */
function asksNow({ checkout, ask, done }: Situation): boolean {
  const lost = (done.has('order') || done.has('recover')) && isUnanswered(checkout);
  return (ask || lost) && !done.has('look');
}

function wantsHold(checkout: Checkout): boolean {
  return ticketsOf(checkout) === 'open' && checkout.refusals.length === 0;
}

/** Input for `advance` goes there, one at a time; everything else is a hint that triggers one look. */
function onInput({ checkout, inputs, looked, supplier, forAdvance }: Situation): Action {
  const [first] = inputs;
  const attempt =
    checkout.attempts.find((candidate) => candidate.id === first?.attemptId) ?? lastAttempt(checkout);
  const active = attempt !== null && activeAttempt(checkout)?.id === attempt.id;
  // What comes back from a collector's page is the collector's to judge.
  const supplierPays = attempt !== null && collectorOf(attempt.option) === null;
  if (
    first &&
    attempt &&
    active &&
    supplierPays &&
    isFresh(first, attempt) &&
    supplier.advance &&
    forAdvance(first)
  ) {
    return { kind: 'advance', attempt, input: first };
  }
  // Whoever was to pass this return on may have died before: what came back is kept until the supplier has said which
  // return it waits for. A payment may hang on it that the customer would have to make again.
  const unheard = first?.kind === 'return' && active && attempt.status === 'unknown';
  if (unheard && !looked.has(attempt.id)) return look(attempt);
  return {
    kind: 'look',
    attempt,
    inputs: inputs.filter((input) => input.attemptId === (first?.attemptId ?? null)),
  };
}

function onAttempt(situation: Situation): Action | null {
  const { checkout, done, now, dueAt } = situation;
  const attempt = activeAttempt(checkout);
  const owed = refundable(checkout);
  if (owed) return owed;
  if (!attempt) return null;
  if (attempt.proof && ticketsOf(checkout) === 'held') return { kind: 'book', attempt, proof: attempt.proof };
  if (attempt.status === 'starting') return onStarting(situation, attempt);
  const again = attempt.step?.kind === 'wait' && attempt.step.again === 'advance';
  if (again && dueAt !== null && dueAt <= now && !done.has('advance'))
    return { kind: 'advance', attempt, input: null };
  return null;
}

/** Before a new try: what the earlier one exposed is looked at, because it may have been paid in another tab. */
function onStarting({ checkout, done, looked, now }: Situation, attempt: Attempt): Action {
  const open = checkout.attempts.find(
    (other) => other.status === 'abandoned' && other.exposed && !other.cleared,
  );
  if (open && !looked.has(open.id)) return look(open);
  if (done.has('start') || done.has('collect')) return rest(now + 2000);
  if (collectorOf(attempt.option)) return { kind: 'collect', attempt };
  if (nothingDue(checkout)) return { kind: 'book', attempt, proof: freeProof(checkout) };
  return { kind: 'start', attempt };
}

/** Nothing due goes straight to booking. */
function freeProof(checkout: Checkout): Proof {
  return {
    collector: 'free',
    reference: checkout.reference,
    amount: 0,
    currency: checkout.totals[0]?.currency ?? 'XXX',
  };
}

/** Money of the partner's that has to go back, once nothing can be booked for it any more. */
function refundable(checkout: Checkout): Extract<Action, { kind: 'refund' }> | null {
  const moving = checkout.items.some(
    ({ status }) => status === 'booking' || status === 'open' || status === 'held',
  );
  if (moving) return null;
  for (const attempt of checkout.attempts) {
    const entry = checkout.money.find(({ key }) => key === collectedKey(attempt.id));
    if (entry && entry.refundDue > 0 && !attempt.refundTried)
      return { kind: 'refund', attempt, amount: entry.refundDue };
  }
  return null;
}

/** Letting go: look first where somebody could have paid, wait for a customer who is just authenticating, then release. */
function onClosing({ checkout, done, looked, now, supplier }: Situation): Action {
  const open = payable(checkout).find((attempt) => !looked.has(attempt.id));
  if (open) return look(open);
  const exposed = checkout.attempts.findLast((attempt) => attempt.exposed);
  const patience = Math.max(checkout.expiresAt ?? 0, exposed?.touchedAt ?? 0) + GRACE_MS;
  if (moneyOf(checkout) === 'pending' && now < patience) return rest(now + 5000);
  if (!supplier.release) return { kind: 'lapse' };
  if (!done.has('release')) return { kind: 'release' };
  // Not released: somebody was quicker with money or booking, even if we never handed out a way to pay.
  // The supplier said so, and it is the one to ask: a look at money that a collector has not got would go elsewhere.
  const last = checkout.attempts.findLast(({ option, proof }) => proof || !collectorOf(option)) ?? null;
  if (!looked.has(last?.id ?? '')) return look(last);
  // A hold without an end of its own does not end by waiting: it is gone when its supplier says so.
  if (checkout.expiresAt !== null && now >= patience) return { kind: 'lapse' };
  const since = now - (checkout.closingSince ?? now);
  const again = now + Math.max(since < 10_000 ? 5000 : 15_000, lookDelay(since) ?? RELEASE_AGAIN_MS);
  return rest(now < patience ? Math.min(patience, again) : again);
}

/** An unconfirmed release that nobody solved in a week is still tried again. */
const RELEASE_AGAIN_MS = 6 * 60 * 60_000;

/** The server's clock says so. What is being charged or booked is not `held` any more, and does not lapse. */
function hasLapsed(checkout: Checkout, now: number): boolean {
  return checkout.expiresAt !== null && checkout.expiresAt <= now && ticketsOf(checkout) === 'held';
}

/** At its time everything that is open is looked at once: the attempt under way, and others that could still be paid. */
function onDue({ dueAt, now, looked, checkout }: Situation): Action | null {
  if (dueAt === null || dueAt > now || checkout.attempts.length === 0) return null;
  const next = [...current(checkout), ...payable(checkout)].find((attempt) => !looked.has(attempt.id));
  return next ? look(next) : null;
}

/** The attempt whose fate decides about the tickets, or about money that is on its way back. */
function current(checkout: Checkout): readonly Attempt[] {
  const awaited = awaitsTickets(checkout) || awaitsRefund(checkout);
  const attempt = activeAttempt(checkout) ?? (awaited ? checkout.attempts.at(-1) : undefined);
  return attempt ? [attempt] : [];
}

function lastAttempt(checkout: Checkout): Attempt | null {
  return activeAttempt(checkout) ?? payable(checkout).at(-1) ?? checkout.attempts.at(-1) ?? null;
}

function look(attempt: Attempt | null): Action {
  return { kind: 'look', attempt, inputs: [] };
}

function rest(dueAt: number | null): Action {
  return { kind: 'rest', dueAt };
}
