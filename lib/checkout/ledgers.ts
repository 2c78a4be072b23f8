import type { FailureCode } from './errors';
import type { Attempt, Checkout, Item, Totals } from './model';
import type { Amount } from './money';
import type { MoneyEntry } from './step';

/** States of the tickets, derived from the items' own states and never stored by themselves. */
export const TICKETS_STATES = [
  'open',
  'held',
  'attempting',
  'booked',
  'part_booked',
  'failed',
  'released',
  'expired',
  'unknown',
] as const;
export type TicketsState = (typeof TICKETS_STATES)[number];

/** States of the money, derived from its entries. */
export const MONEY_STATES = [
  'none',
  'pending',
  'authorised',
  'captured',
  'refunded',
  'refund_due',
  'unknown',
] as const;
export type MoneyState = (typeof MONEY_STATES)[number];

/** The one word for all items. Doubt wins over work, work over holds, holds over what ended. */
export function ticketsOf({ items }: Pick<Checkout, 'items'>): TicketsState {
  const some = (status: Item['status']) => items.some((item) => item.status === status);
  const booked = some('booked');
  if (items.length === 0 || some('open')) return 'open';
  if (some('unknown')) return 'unknown';
  if (some('booking')) return 'attempting';
  if (booked) return items.every((item) => item.status === 'booked') ? 'booked' : 'part_booked';
  if (some('held')) return 'held';
  if (some('failed')) return 'failed';
  if (some('expired')) return 'expired';
  return 'released';
}

/** The one word for all money entries. What is owed back is said before anything else that is certain. */
export function moneyOf({ money }: Pick<Checkout, 'money'>): MoneyState {
  const some = (test: (entry: MoneyEntry) => boolean) => money.some(test);
  if (some((entry) => entry.standing === 'unknown')) return 'unknown';
  if (some((entry) => entry.refundDue > 0)) return 'refund_due';
  if (some((entry) => entry.standing === 'pending')) return 'pending';
  if (some((entry) => entry.captured > entry.refunded)) return 'captured';
  if (some((entry) => entry.refunded > 0)) return 'refunded';
  if (some((entry) => entry.authorised > 0)) return 'authorised';
  return 'none';
}

/** Whether anybody has the customer's money or may have: the question before every "you were not charged". */
export function moneyMoved(checkout: Pick<Checkout, 'money'>): boolean {
  const state = moneyOf(checkout);
  return state !== 'none' && state !== 'refunded';
}

/** Nothing has to be paid, so booking needs no payment. */
export function nothingDue({ totals }: { readonly totals: readonly Totals[] }): boolean {
  return totals.length > 0 && totals.every((total) => total.due === 0);
}

/** The attempt that is under way, if any: at most one is. */
export function activeAttempt({ attempts }: Pick<Checkout, 'attempts'>): Attempt | null {
  const last = attempts.at(-1);
  if (!last) return null;
  switch (last.status) {
    case 'starting':
    case 'open':
    case 'waiting':
    case 'unknown':
      return last;
    case 'declined':
    case 'failed':
    case 'done':
    case 'abandoned':
      return null;
  }
}

/**
 * What the customer gave is being used right now, or the answer to that was lost: a card may be in the act of being
 * charged, so nothing more is asked for.
 */
export function isActing(checkout: Pick<Checkout, 'attempts' | 'intent'>): boolean {
  const attempt = activeAttempt(checkout);
  return attempt?.status === 'open' && checkout.intent?.attemptId === attempt.id;
}

/** Ended without deciding about the tickets; money may still come through it. */
export function isOver({ status }: Attempt): boolean {
  return status === 'abandoned' || status === 'declined' || status === 'failed';
}

/**
 * Attempts through which somebody could still pay, or could have paid unseen: handed to a browser once, and not
 * known to be closed. They are looked at until long after the end, because two links can both be paid.
 */
export function payable({ attempts }: Pick<Checkout, 'attempts'>): readonly Attempt[] {
  return attempts.filter((attempt) => attempt.exposed && (attempt.status !== 'done' || attempt.open));
}

/**
 * Nothing was paid, and somebody may still pay the link that a collector handed out: until it is closed over there, nobody
 * can take it back.
 */
export function linkOpen(checkout: Pick<Checkout, 'attempts'>): boolean {
  return payable(checkout).some(({ option }) => collectorOf(option) !== null);
}

/** Tickets or vouchers are still to come from the supplier. */
export function awaitsTickets({ items }: Pick<Checkout, 'items'>): boolean {
  return items.some((item) => item.status === 'booking' || item.status === 'unknown' || item.voucherToCome);
}

/** How much of what is not booked was cancelled, and not merely never booked: the one was theirs once, the other never. */
export type Cancelled = 'none' | 'some' | 'all';

export function cancelledOf({ items }: Pick<Checkout, 'items'>): Cancelled {
  const gone = items.filter(({ status }) => status !== 'booked');
  const cancelled = gone.filter(({ status }) => status === 'cancelled').length;
  if (cancelled === 0) return 'none';
  return cancelled === gone.length ? 'all' : 'some';
}

/** What the customer is owed, one amount a currency. */
export function owedBack(checkout: Pick<Checkout, 'items' | 'money'>): readonly Amount[] {
  const sums = new Map<string, Amount>();
  for (const entry of checkout.money) {
    const owed = owedOn(checkout, entry);
    const { currency, exponent } = entry;
    if (owed > 0) {
      sums.set(currency, { amount: (sums.get(currency)?.amount ?? 0) + owed, currency, exponent });
    }
  }
  return [...sums.values()];
}

/**
 * What is owed on one entry: what the ledger says is due back, or, where no ticket is left and nobody has said so yet,
 * everything that was taken and not returned. Minor units.
 */
export function owedOn(
  { items, money }: Pick<Checkout, 'items' | 'money'>,
  { captured, refunded, refundDue, retained = 0 }: MoneyEntry,
): number {
  const ended = items.length > 0 && items.every(({ status }) => ENDED.includes(status));
  const said = money.some((entry) => entry.refundDue > 0);
  return ended && !said ? Math.max(0, captured - refunded - retained) : refundDue;
}

/**
 * Nothing is left of the tickets, and of the money all is where it belongs: what the terms of cancelling keep is kept, and the rest
 * went back. Then nobody need look after it.
 */
export function keptByTerms({ items, money }: Pick<Checkout, 'items' | 'money'>): boolean {
  const ended = items.length > 0 && items.every(({ status }) => ENDED.includes(status));
  const said = money.some(({ retained = 0 }) => retained > 0);
  const settled = money.every(
    ({ captured, refunded, refundDue, retained = 0, standing }) =>
      !standing && refundDue === 0 && captured <= refunded + retained,
  );
  return ended && said && settled;
}

const ENDED: readonly Item['status'][] = ['failed', 'released', 'expired', 'cancelled'];

/** The supplier owes money back, and only asking again tells when it has been returned. */
export function awaitsRefund({ money }: Pick<Checkout, 'money'>): boolean {
  return money.some(({ collectedBy, refundDue }) => collectedBy === 'supplier' && refundDue > 0);
}

/** Reasons that no card had a part in: whoever met one of them has tried no card. */
const NO_CARD: readonly (FailureCode | undefined)[] = [
  'payment_closed',
  'payment_unavailable',
  'supplier_unavailable',
  'supplier_misconfigured',
  'price_changed',
  'details_rejected',
];

/** Declined tries so far, within attempts and of whole attempts. Card testers are stopped by it. */
export function declinesOf({ attempts }: Pick<Checkout, 'attempts'>): number {
  return attempts.reduce((sum, { declines, status, lastDecline }) => {
    const whole = status === 'declined' && !NO_CARD.includes(lastDecline) ? 1 : 0;
    return sum + Math.max(declines, whole);
  }, 0);
}

/** `base:collector` taken apart. */
export function collectorOf(option: string): string | null {
  return option.split(':')[1] ?? null;
}
