import type { Source } from '../catalogue/types';
import type { Callout, CalloutProgress } from '../purchase/model';
import type { Order } from '../trolley/model';
import type { User } from '../users';

/** Where a transaction stands, in the platform's words. */
export type TransactionStatus = 'reserved' | 'released' | 'attempting' | 'purchased' | 'failed';

/** What became of the seats that were asked for. */
export type SeatStatus = 'not_requested' | 'got_none' | 'got_partial' | 'got_all';

/** A seat that is held. */
export interface Seat {
  readonly id: string;
  readonly restricted: boolean;
  readonly text?: string;
}

/** An order with tickets held for it. */
export interface HeldOrder extends Order {
  readonly seats: readonly Seat[];
  readonly seatStatus: SeatStatus;
  /** False once its tickets went back on sale. */
  holding: boolean;
  reference: string | null;
  cancelled: 'no' | 'cancelled' | 'tried_and_failed';
}

/** An order that could not be held, with the supplier's reason. */
export interface FailedOrder {
  readonly order: Order;
  readonly comment: string;
}

/** How a bundle's purchase ended. */
export interface BundleResult {
  readonly success: boolean;
  readonly reference?: string;
  readonly failure?: { reason: string; error: string; comment: string; threeDSecure?: true };
}

/** What one supplier sells of a transaction; it is bought whole or not at all. */
export interface Bundle {
  readonly source: Source;
  readonly orders: readonly HeldOrder[];
  result: BundleResult | null;
  /** The money behind it; `charge` is Stripe's id where Stripe holds it. */
  payment: { state: 'none' | 'authorised' | 'captured' | 'let go'; charge: string | null };
  readonly callouts: CalloutProgress;
}

/** A customer as purchase.v1 was told. */
export type Customer = Readonly<Record<string, string | boolean>>;

/** An answer as it was sent, kept for the archives. */
export interface Page {
  readonly status: number;
  readonly text: string;
  readonly atMs: number;
}

/** A reservation and what follows. Times are milliseconds of the sandbox's clock. */
export interface Transaction {
  readonly uuid: string;
  readonly user: User;
  readonly subUser: string;
  readonly reservedMs: number;
  readonly expiresMs: number;
  readonly bundles: readonly Bundle[];
  readonly unreserved: readonly FailedOrder[];
  readonly unavailable: boolean;
  status: TransactionStatus;
  /** The primary reference, once it was purchased. */
  id: string | null;
  purchasedMs: number | null;
  customer: Customer | null;
  addressLineTwo: string;
  /** Stripe tokens that came and were not charged yet, by source. */
  readonly tokens: Map<string, string>;
  remoteSite: string;
  /** The redirect that the customer is on. */
  callout: Callout | null;
  reservePage: Page | null;
  purchasePage: Page | null;
}

/** Every order of a transaction. */
export function ordersOf({ bundles }: Pick<Transaction, 'bundles'>): HeldOrder[] {
  return bundles.flatMap(({ orders }) => orders);
}
