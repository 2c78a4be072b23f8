import type { Band, EventSpec, TicketType } from '../catalogue/types';
import type { Performance } from '../performances';

/** Tickitto's item statuses, all that its published OpenAPI document lists. */
export type ItemStatus =
  | 'unreserved'
  | 'reservation_pending'
  | 'reserving'
  | 'reserved'
  | 'saved'
  | 'booking'
  | 'fulfilment_pending'
  | 'fulfilment_errored'
  | 'booked'
  | 'errored'
  | 'seller_rejected'
  | 'cancelling'
  | 'cancelled'
  | 'errored_and_refunded';

/** Where a basket is on its way to being paid and booked. */
export type CheckoutStatus =
  | 'not_checked_out'
  | 'checkout_pending'
  | 'payment_failed'
  | 'checked_out'
  | 'checked_out_with_errors';

/** Who takes the money: Stripe for Tickitto, Careem, or the distributor on account (`tickitto`). */
export type PaymentMethod = 'stripe' | 'careem_pay' | 'tickitto';

/** Tickets of one type within an item; `seats` is as long as `quantity` where seats are chosen, else empty. */
export interface Line {
  readonly ticket: TicketType;
  readonly quantity: number;
  readonly seats: readonly string[];
}

/** One performance in a basket. Times are milliseconds of the sandbox's clock. */
export interface Item {
  readonly id: string;
  readonly event: EventSpec;
  readonly performance: Performance;
  readonly band: Band;
  readonly lines: readonly Line[];
  readonly displayData: Readonly<Record<string, unknown>>;
  readonly createdMs: number;
  status: ItemStatus;
  /** End of the hold. */
  ttlMs: number;
  /** How often it was held. */
  attempts: number;
  /** Percent on top of the catalogue's price, after it rose. */
  raised: number;
  /** True while the stock counts its tickets as taken. */
  holding: boolean;
  /** An action asked for its booking to fail. */
  doomed: boolean;
  /** What was paid for it, minor units of the basket's currency; set when its booking starts. */
  paid: number;
  booked: boolean;
  bookedMs: number | null;
  reference: string | null;
  /** Id of the merged voucher once it exists. */
  voucher: string | null;
  /** Ids of the vouchers of single tickets, in the order of the reservations. */
  ticketVouchers: readonly string[];
}

/** A customer's basket. */
export interface Basket {
  readonly id: string;
  readonly method: PaymentMethod;
  readonly createdMs: number;
  currency: string;
  /** Currency of `total_local_price`, once it was asked for, and until when its rate holds. */
  local: { currency: string; ttlMs: number } | null;
  status: CheckoutStatus;
  items: Item[];
  promocodes: string[];
  /** The payment intent at Stripe, once there is one. */
  intent: string | null;
}

/** An availability session: what a picker page is opened for. The id alone lets a page act for the basket. */
export interface Session {
  readonly id: string;
  readonly event: EventSpec;
  readonly basketId: string | null;
  readonly currency: string;
  readonly t1: string | undefined;
  readonly t2: string | undefined;
  endMs: number;
}

/** How many tickets an item is for. */
export function ticketCount(item: Item): number {
  return item.lines.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Every seat of an item. */
export function seatsOf(item: Item): string[] {
  return item.lines.flatMap(({ seats }) => seats);
}
