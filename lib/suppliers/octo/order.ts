import type { Json } from '@/lib/checkout/json';
import type { Amount } from '@/lib/checkout/money';
import type { Voucher } from '@/lib/checkout/step';
import type { Subject } from './calls';

/** Where an order or a booking is. `unknown` is a status that nobody here has heard of: never a failure. */
export type State = 'held' | 'pending' | 'booked' | 'expired' | 'cancelled' | 'rejected' | 'unknown';

/** One ticket of a booking. */
export interface Ticket {
  readonly uuid: string;
  readonly unitId: string;
  readonly label: string;
  readonly price: Amount | null;
  /** Contact fields that its holder must give, by the wire's names. */
  readonly asks: readonly string[];
}

/** One line: tickets of one option for one time. */
export interface Booking {
  readonly uuid: string;
  readonly state: State;
  readonly title: string;
  /** UTC, milliseconds; null for a whole day, and for tickets without a date. */
  readonly startsAt: number | null;
  readonly day: string | null;
  readonly timeZone: string | null;
  readonly venue: string | null;
  readonly image: string | null;
  readonly price: Amount | null;
  readonly tickets: readonly Ticket[];
  readonly notices: readonly string[];
  readonly instructions: string | null;
  readonly reference: string | null;
  readonly vouchers: readonly Voucher[];
  /** Contact fields of the lead guest: what must be given, and what may be. */
  readonly required: readonly string[];
  readonly visible: readonly string[];
  readonly cancellable: boolean;
  /** It was confirmed once, whatever became of it. */
  readonly wasBooked: boolean;
  /** What went back when it was cancelled: all of it is said with FULL only. */
  readonly refund: string | null;
}

/** A card that paid on this order before. */
export interface SavedCard {
  readonly id: string;
  readonly label: string;
}

/** What `orderCode` was on the wire: its digits, and whether it stood there as a number. */
export interface OrderCode {
  readonly digits: string;
  readonly bare: boolean;
}

/** How the supplier wants to be paid for an order: its answer decides, never our configuration. */
export type Gateway =
  | {
      readonly id: 'stripe';
      readonly intent: { id: string; publishableKey: string; clientSecret: string } | null;
    }
  | { readonly id: 'adyen'; readonly adyen: AdyenPart | null }
  | { readonly id: 'viva'; readonly order: OrderCode | null; readonly error: string | null }
  | { readonly id: 'spreedly'; readonly spreedly: SpreedlyPart | null }
  /** Somebody else takes the money: by a gateway called `external`, or on account. */
  | { readonly id: 'external' }
  | { readonly id: 'account' }
  /** One that we cannot use; `name` is the supplier's own. */
  | { readonly id: 'unknown'; readonly name: string };

export interface AdyenPart {
  readonly environment: string;
  readonly clientKey: string;
  readonly countryCode: string | null;
  readonly session: { readonly id: string; readonly sessionData: string } | null;
  readonly configuration: Json;
}

export interface SpreedlyPart {
  readonly env: string;
  readonly signed: {
    readonly nonce: string;
    readonly timestamp: string;
    readonly certificateToken: string;
    readonly signature: string;
  } | null;
}

/** The sums of an order's payments, minor units; null where the supplier does not tell. */
export interface Paid {
  readonly outstanding: number | null;
  readonly total: number | null;
  readonly refunded: number | null;
}

/** What is held or booked, as it stands over there. */
export interface Order {
  readonly subject: Subject;
  readonly state: State;
  /** UTC, milliseconds. */
  readonly expiresAt: number | null;
  readonly bookings: readonly Booking[];
  /** What all of it costs; null without `octo/pricing`. */
  readonly price: Amount | null;
  readonly gateway: Gateway;
  readonly paid: Paid;
  readonly cards: readonly SavedCard[];
  readonly vouchers: readonly Voucher[];
}

/** What is still to be paid, minor units. */
export function outstanding({ price, paid }: Pick<Order, 'price' | 'paid'>): number | null {
  return paid.outstanding ?? price?.amount ?? null;
}
