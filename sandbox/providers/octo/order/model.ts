import type { Booking, Contact } from '../booking/model';
import type { GatewayId } from '../catalogue/types';
import type { Connection } from '../connections';
import { type Pricing, sum } from '../pricing';

/** A card that paid on an order and may pay on it again. */
export interface Card {
  readonly id: string;
  readonly brand: string;
  /** First six digits, where the gateway tells them. */
  readonly bin: string;
  readonly last4: string;
  readonly expMonth: number;
  readonly expYear: number;
}

/** Money that came in for an order. Minor units. */
export interface Payment {
  readonly id: string;
  readonly gateway: GatewayId;
  /** The gateway's own name for it: what a refund names. */
  readonly reference: string;
  readonly amount: number;
  refunded: number;
  /** May be learned later than the payment. */
  card: Card | null;
  readonly notes: string | null;
  readonly atMs: number;
}

/** Where money and time are kept: each booking belongs to one, whether or not the caller knows carts. */
export interface Order {
  readonly id: string;
  readonly reference: string;
  readonly connection: Connection;
  readonly testMode: boolean;
  /** Set by the first booking, or when the order is made. */
  currency: string | null;
  gateway: GatewayId | null;
  /** The ledger's group: the uuid of its first booking, which its caller chose. */
  group: string | null;
  readonly bookings: Booking[];
  contact: Contact;
  emailReceipt: boolean;
  returnUrl: string | null;
  expiresMs: number;
  readonly createdMs: number;
  updatedMs: number;
  confirmedMs: number | null;
  /** Set when an order without bookings was let go. */
  cancelled: boolean;
  readonly payments: Payment[];
  /** Since when the gateway's word is on its way; null before anybody asked. */
  wordSinceMs: number | null;
  /** The gateway's word was sent by hand. */
  wordSent: boolean;
  /** Since when it is known to be paid although nobody has confirmed it: it does not lapse. */
  paidMs: number | null;
}

export type OrderStatus = 'ON_HOLD' | 'CONFIRMED' | 'PENDING' | 'CANCELLED' | 'EXPIRED';

/** Bookings that are to be paid for, or are. */
export function live(order: Order): Booking[] {
  return order.bookings.filter(({ status }) => LIVE.has(status));
}

const LIVE = new Set<Booking['status']>(['ON_HOLD', 'PENDING', 'CONFIRMED', 'REDEEMED']);

/** How a booking stands for whoever asks: what is paid and not confirmed is pending, and can be changed no more. */
export function shownStatus({ status, order }: Booking): Booking['status'] {
  return status === 'ON_HOLD' && order.paidMs !== null ? 'PENDING' : status;
}

/** How an order stands, which follows from its bookings. */
export function statusOf(order: Order, nowMs: number): OrderStatus {
  const bookings = live(order);
  if (bookings.some(({ status }) => status === 'ON_HOLD'))
    return order.paidMs === null ? 'ON_HOLD' : 'PENDING';
  if (bookings.some(({ status }) => status === 'PENDING')) return 'PENDING';
  if (bookings.length > 0) return 'CONFIRMED';
  if (order.cancelled) return 'CANCELLED';
  const last = order.bookings.at(-1);
  if (!last) return order.expiresMs <= nowMs ? 'EXPIRED' : 'ON_HOLD';
  return last.status === 'EXPIRED' ? 'EXPIRED' : 'CANCELLED';
}

/** The sum of everything that is not cancelled. */
export function pricingOf(order: Order): Pricing {
  return sum(
    live(order).map(({ pricing }) => pricing),
    order.currency ?? 'GBP',
  );
}

/** What came in and did not go back, minor units. */
export function paid(order: Order): number {
  return order.payments.reduce((total, one) => total + one.amount - one.refunded, 0);
}

/** What is still to be paid by card; nothing where the reseller collects. Minor units, never negative. */
export function outstanding(order: Order): number {
  if (order.connection.settlement !== 'DIRECT') return 0;
  return Math.max(0, pricingOf(order).retail - paid(order));
}
