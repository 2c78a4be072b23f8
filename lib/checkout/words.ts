import type { FailureCode } from './errors';
import {
  activeAttempt,
  type Cancelled,
  cancelledOf,
  isActing,
  keptByTerms,
  linkOpen,
  type MoneyState,
  moneyMoved,
  moneyOf,
  type TicketsState,
  ticketsOf,
} from './ledgers';
import type { Checkout } from './model';
import { LET_GO_MS } from './schedule';

/** What to tell the customer: a key of `messages/<locale>/words.json`, and whether paying (again) is safe now. */
export interface Message {
  readonly code: string;
  readonly safeToPay: boolean;
}

type Collects = 'supplier' | 'partner';

/** The sentence for a checkout, derived from its two ledgers and who collects; never from a URL or a browser's word. */
export function messageOf(checkout: Checkout, now: number): Message {
  const tickets = ticketsOf(checkout);
  if (tickets === 'held') return whileHeld(checkout);
  if (tickets === 'open' && checkout.refusals.length > 0 && !moneyMoved(checkout))
    return say('not_held', true);
  const loss = moneyOf(checkout) === 'none' ? lossOf(checkout, tickets) : null;
  if (loss) return say(loss, true);
  if (isGone(tickets) && moneyOf(checkout) === 'none' && linkOpen(checkout)) return say('link_open', true);
  const collects =
    checkout.money.find((entry) => entry.refundDue > 0 || entry.captured > 0)?.collectedBy ?? 'supplier';
  if (isGone(tickets) && keptByTerms(checkout)) return say(keptCode(checkout), false);
  const message = cell(tickets, moneyFor(tickets, checkout), collects, cancelledOf(checkout));
  const long = now - (checkout.attempts.at(-1)?.touchedAt ?? now) > LET_GO_MS;
  const waits = tickets === 'attempting' || tickets === 'unknown';
  return waits && long ? { ...message, code: `${message.code}_long` } : message;
}

/** Of a part that was paid and went back again it is said that it did, although the rest is still with whoever took it. */
function moneyFor(tickets: TicketsState, checkout: Checkout): MoneyState {
  const state = moneyOf(checkout);
  const returned = checkout.money.some(({ refunded }) => refunded > 0);
  const kept = checkout.money.some(({ retained = 0 }) => retained > 0);
  return tickets === 'part_booked' && state === 'captured' && returned && !kept ? 'refunded' : state;
}

const isGone = (tickets: TicketsState) => ['failed', 'released', 'expired'].includes(tickets);

function whileHeld(checkout: Checkout): Message {
  if (!untouched(moneyOf(checkout))) return say('confirming', false);
  if (checkout.closing !== null) return say('letting_go', false);
  if (!checkout.accepted) return say('changed', false);
  const active = activeAttempt(checkout);
  if (active?.step?.kind === 'wait' && active.step.why === 'abandoned') return say('closing_payment', false);
  if (active?.status === 'waiting' || active?.status === 'starting') return say('starting', false);
  if (isActing(checkout)) return say('confirming', false);
  if (checkout.details.rejected) return say('details_rejected', false);
  const last = checkout.attempts.at(-1);
  // What was tried before the same was held again is no news any more.
  const news = last && last.touchedAt >= checkout.askedAt ? last.status : null;
  if (active?.lastDecline || news === 'declined' || news === 'failed') return say('declined', true);
  return say('held', true);
}

const NOT_PAID: ReadonlySet<FailureCode> = new Set([
  'card_declined',
  'insufficient_funds',
  'card_expired',
  'incorrect_cvc',
  'authentication_failed',
  'payment_cancelled',
  'payment_method_unavailable',
  'payment_closed',
  'payment_unavailable',
]);

/** The sentence for tickets that were lost by trying to pay for them; null where their time merely ran out. */
function lossOf(checkout: Checkout, tickets: TicketsState): string | null {
  const last = checkout.attempts.at(-1);
  const step = last?.step;
  if (!last || step?.kind !== 'declined' || step.holdKept || step.code === 'hold_expired') return null;
  // What was tried before the same was held again has nothing to do with how that ended.
  if (last.touchedAt < checkout.askedAt || cancelledOf(checkout) !== 'none') return null;
  // We let go of them ourselves, and nobody is told that they did.
  if (step.code === 'too_many_attempts') return isGone(tickets) ? 'lost_declines' : null;
  if (tickets !== 'expired') return null;
  return NOT_PAID.has(step.code) ? 'lost_payment' : 'lost_booking';
}

/** One cell of tickets × money × who collects × how much was cancelled. The table in the tests shows all of them. */
export function cell(
  tickets: TicketsState,
  money: MoneyState,
  collects: Collects,
  cancelled: Cancelled = 'none',
): Message {
  switch (tickets) {
    case 'open':
      return untouched(money) ? say('holding', false) : say('confirming', false);
    case 'held':
      return untouched(money) ? say('held', true) : say('confirming', false);
    case 'attempting':
      return say(money === 'captured' ? 'paid_confirming' : 'confirming', false);
    case 'unknown':
      return say(money === 'captured' ? 'paid_unknown' : 'unknown', false);
    case 'booked':
      return say(`booked_${bookedMoney(money, collects)}`, false);
    case 'part_booked':
      return say(
        `${cancelled === 'all' ? 'part_cancelled' : 'part_booked'}_${bookedMoney(money, collects)}`,
        false,
      );
    case 'failed':
    case 'released':
    case 'expired':
      return cancelled === 'none'
        ? withoutTickets(tickets, money, collects)
        : afterCancelling(cancelled === 'all' ? 'cancelled' : 'none_left', money, collects);
  }
}

/** No money is with anybody, nor on its way. */
function untouched(money: MoneyState): boolean {
  return money === 'none' || money === 'refunded';
}

/** Money words where there are tickets: they never read as a doubt about the tickets. */
function bookedMoney(money: MoneyState, collects: Collects): string {
  switch (money) {
    case 'none':
      return 'free';
    case 'captured':
      return 'paid';
    case 'pending':
    case 'authorised':
      return 'paying';
    case 'refund_due':
      return `refund_due_${collects}`;
    case 'refunded':
      return 'refunded';
    case 'unknown':
      return 'money_unknown';
  }
}

/** No tickets: "you were not charged" is said in one cell a row only, the one where it is certain. */
function withoutTickets(
  tickets: 'failed' | 'released' | 'expired',
  money: MoneyState,
  collects: Collects,
): Message {
  switch (money) {
    case 'none':
      return say(`${tickets}_not_charged`, true);
    case 'refunded':
      return say('no_tickets_refunded', true);
    case 'captured':
    case 'refund_due':
      return say(`no_tickets_refund_due_${collects}`, false);
    case 'pending':
    case 'authorised':
    case 'unknown':
      return say('no_tickets_money_unknown', false);
  }
}

/** Tickets that were booked once and are no more: never the sentence of those that could not be booked. */
function afterCancelling(what: 'cancelled' | 'none_left', money: MoneyState, collects: Collects): Message {
  switch (money) {
    case 'none':
      return say(`${what}_not_charged`, true);
    case 'refunded':
      return say(`${what}_refunded`, true);
    // Taken, and nobody has said what of it comes back: terms of cancelling may keep some.
    case 'captured':
      return say(`${what}_paid`, false);
    case 'refund_due':
      return say(`${what}_refund_due_${collects}`, false);
    case 'pending':
    case 'authorised':
    case 'unknown':
      return say(`${what}_money_unknown`, false);
  }
}

/** Cancelled by terms that keep a part of the price, or all of it. Of what was never booked nobody's terms keep anything. */
function keptCode(checkout: Checkout): string {
  const back = checkout.money.some(({ refunded }) => refunded > 0);
  const what = cancelledOf(checkout) === 'all' ? 'cancelled' : 'none_left';
  return back ? `${what}_kept` : `${what}_kept_whole`;
}

function say(code: string, safeToPay: boolean): Message {
  return { code, safeToPay };
}
