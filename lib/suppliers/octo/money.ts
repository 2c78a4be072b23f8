import type { Checkout } from '@/lib/checkout/model';
import type { MoneyEntry } from '@/lib/checkout/step';
import type { HoldMemo } from './memo';
import { type Booking, type Order, outstanding } from './order';

/** One payment pays for the whole order, so there is one line of money. */
const KEY = 'order';

/** Whether the supplier takes the money itself, by one of its gateways. */
export function takesMoney(gateway: string): boolean {
  return gateway !== 'external' && gateway !== 'account' && gateway !== 'unknown';
}

/** The money of an order that nobody paid yet. Where the partner collects, its collector's entry comes when it has some. */
export function unpaid(order: Order, memo: Pick<HoldMemo, 'gateway' | 'bookings'>): readonly MoneyEntry[] {
  const due = outstanding(order);
  if (!order.price || due === null || !takesMoney(memo.gateway)) return [];
  const { currency, exponent } = order.price;
  const nothing = { authorised: 0, captured: 0, refunded: 0, refundDue: 0 };
  const itemIds = memo.bookings.map(({ item }) => item);
  return [{ key: KEY, itemIds, collectedBy: 'supplier', currency, exponent, due, ...nothing }];
}

/** What the supplier, or its provider, has taken so far as far as we know. Minor units. */
export function knownTaken(order: Order, memo: HoldMemo, checkout: Checkout): number {
  const before = checkout.money.find(({ key }) => key === KEY);
  const told = Math.max(0, (order.paid.total ?? 0) - memo.paidBefore);
  return Math.max(told, before?.captured ?? 0);
}

/**
 * The money of an order as the supplier tells it. Suppliers of earlier years name no sums: then what is booked was paid.
 * What was taken and is not the price of tickets that there are, or may still be, belongs back with the customer.
 */
export function moneyOf(order: Order, memo: HoldMemo, checkout: Checkout): readonly MoneyEntry[] {
  const before = checkout.money.find(({ key }) => key === KEY);
  if (!before) return [];
  const booked = order.bookings.some(({ wasBooked, state }) => wasBooked || state === 'booked');
  const silent = order.paid.total === null && booked ? before.due : 0;
  const captured = Math.max(knownTaken(order, memo, checkout), silent);
  const refunded = Math.max(before.refunded, order.paid.refunded ?? 0);
  const kept = order.bookings.filter(isKept).reduce((sum, { price }) => sum + (price?.amount ?? 0), 0);
  const entitled = Math.max(0, kept - memo.paidBefore);
  const { standing: _, ...entry } = before;
  return [
    {
      ...entry,
      captured,
      refunded: Math.min(refunded, captured),
      refundDue: Math.max(0, captured - refunded - entitled),
    },
  ];
}

/** Whose price the supplier may keep: tickets, those to be, and what was given up too late. PARTIAL is between them. */
function isKept({ state, refund }: Booking): boolean {
  if (state === 'cancelled') return refund === 'NONE' || refund === 'PARTIAL';
  return state !== 'expired' && state !== 'rejected';
}
