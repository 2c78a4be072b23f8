import { moneyOf, ticketsOf } from '@/lib/checkout/ledgers';
import type { Checkout, Item } from '@/lib/checkout/model';
import type { MoneyEntry } from '@/lib/checkout/step';
import type { Case, Rule } from './types';

const GONE: readonly Item['status'][] = ['failed', 'released', 'expired', 'cancelled', 'open'];

/**
 * By supplier: payment providers at which it gives back by itself what came for a hold that was over, with no answer of its
 * that tells of it. OCTO: such an order stays EXPIRED or CANCELLED, its `cardPayment` counts the payments of the order, and
 * this one never was one; the Adyen or Viva account is the supplier's, so we cannot ask there. (Of Stripe's intents we can, and
 * then we must know.)
 */
const UNTOLD: Readonly<Record<string, readonly string[]>> = { octo: ['adyen', 'viva'] };

/** Every currency that either side speaks of. */
function currencies({ checkout, charges }: Case): readonly string[] {
  const all = [...checkout.totals, ...checkout.money, ...charges].map(({ currency }) => currency);
  return [...new Set(all)];
}

const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((all, row) => all + of(row), 0);

/** Sums of one currency: the world's, and ours. `taken` is what the providers captured and did not give back. */
function sums(at: Case, currency: string) {
  const charges = at.charges.filter((row) => row.currency === currency);
  const entries = at.checkout.money.filter((row) => row.currency === currency);
  const total = at.checkout.totals.find((row) => row.currency === currency);
  // What a partner collects elsewhere, such as an invoice, no provider of the sandbox knows of.
  const isThere = ({ collectedBy, reference }: MoneyEntry) =>
    collectedBy === 'supplier' || charges.some(({ id }) => id === reference);
  return {
    captured: sum(charges, (row) => row.captured),
    returned: sum(charges, (row) => row.refunded),
    known: sum(entries, (row) => (isThere(row) ? row.captured : 0)),
    noted: sum(entries, (row) => (isThere(row) ? row.refunded : 0)),
    owed: sum(entries, (row) => row.refundDue),
    due: total?.due ?? 0,
  };
}

/** What the customer's tickets cost: those that are booked or may still be. */
function entitled(checkout: Checkout, currency: string, due: number): number {
  const gone = checkout.items.filter(({ status }) => GONE.includes(status));
  if (gone.length === checkout.items.length) return 0;
  const lost = sum(gone, ({ price, fee, deliveryFee }) =>
    price.currency === currency ? price.amount + fee.amount + (deliveryFee?.amount ?? 0) : 0,
  );
  return due - lost;
}

/** What the supplier says that its terms keep of tickets that were cancelled. */
function keptByTerms({ bookings }: Case, currency: string): number {
  const own = bookings.filter((row) => row.status === 'cancelled' && row.currency === currency);
  return sum(own, ({ kept = 0 }) => kept);
}

/**
 * Invariant 1: nobody keeps more than is due for the tickets that there are, and what the terms of cancelling keep. What is beyond
 * it is owed or returned.
 */
export const neverMoreThanDue: Rule = (at) =>
  currencies(at).flatMap((currency) => {
    const { captured, returned, noted, owed, due } = sums(at, currency);
    if (!at.atRest && captured <= due) return [];
    const kept = captured - Math.max(returned, noted) - owed;
    const price = at.atRest ? entitled(at.checkout, currency, due) + keptByTerms(at, currency) : due;
    return kept > price ? [`${kept} ${currency} are kept for tickets that cost ${price}`] : [];
  });

/** True where all that was captured went back whole in a way that nobody tells us, and there are no tickets for any of it. */
function wentBackUntold({ checkout, charges, bookings }: Case, currency: string): boolean {
  const untold = UNTOLD[checkout.supplier] ?? [];
  const taken = charges.filter((row) => row.currency === currency && row.captured > 0);
  const back = taken.every(({ provider, captured, refunded }) => {
    return untold.includes(provider) && captured === refunded;
  });
  return back && bookings.every(({ status }) => status !== 'booked' && status !== 'booking');
}

/** Our ledger of money is the providers', to the minor unit; but for what nobody tells us, see {@link UNTOLD}. */
export const moneyIsKnown: Rule = (at) => {
  if (!at.atRest) return [];
  return currencies(at).flatMap((currency) => {
    const { captured, returned, known, noted } = sums(at, currency);
    const wrong: string[] = [];
    const retained = sum(at.checkout.money, (row) => (row.currency === currency ? (row.retained ?? 0) : 0));
    const terms = keptByTerms(at, currency);
    if (retained !== terms) wrong.push(`terms keep ${terms} ${currency}, we say ${retained}`);
    if (captured !== known && !(known === 0 && wentBackUntold(at, currency)))
      wrong.push(`${captured} ${currency} were captured, we know of ${known}`);
    if (noted > returned && at.checkout.marks.length === 0)
      wrong.push(`we say that ${noted} ${currency} went back, and ${returned} did`);
    return wrong;
  });
};

/** Invariant 7: what was shown is what was charged; a ticket is never issued for less than is due (8). */
export const shownIsCharged: Rule = (at) => {
  if (!at.atRest || ticketsOf(at.checkout) !== 'booked') return [];
  if (at.checkout.money.some(({ collectedBy }) => collectedBy === 'partner')) return [];
  return at.checkout.totals.flatMap(({ currency, due }) => {
    const { captured } = sums(at, currency);
    if (captured < due) return [`booked for ${captured} of ${due} ${currency}`];
    return captured > due && moneyOf(at.checkout) !== 'refund_due' && sums(at, currency).returned === 0
      ? [`${due} ${currency} were shown, ${captured} charged`]
      : [];
  });
};

/** Invariant 3: money taken, no tickets, nothing moving: then it is owed, and a person was called. */
export const moneyWithoutTickets: Rule = (at) => {
  const { checkout } = at;
  const wrong: string[] = [];
  const state = moneyOf(checkout);
  if (state === 'refund_due' && checkout.attention === null)
    wrong.push('money is owed and nobody was called');
  // The supplier has not said that there will be none; then `nothingIsLeft` asks that a person was called.
  const pending = ticketsOf(checkout) === 'attempting' || ticketsOf(checkout) === 'unknown';
  const none = !pending && at.bookings.every(({ status }) => status !== 'booked' && status !== 'booking');
  const terms = currencies(at).reduce((all, currency) => all + keptByTerms(at, currency), 0);
  const kept = sum(at.charges, (row) => row.captured - row.refunded) - terms;
  if (at.atRest && none && kept > 0 && state !== 'refund_due' && state !== 'refunded')
    wrong.push(`${kept} are taken without tickets, and the money reads ${state}`);
  return wrong;
};
