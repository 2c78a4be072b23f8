import type { Cart, CartItem } from '../cart/model';
import type { Gateway } from '../catalogue/types';
import type { Partner } from '../clients';

/** Musement's item statuses, all that it publishes. */
export type ItemStatus = 'PENDING' | 'OK' | 'KO' | 'CANCELLATION_ERROR' | 'REFUND_STARTED' | 'REFUNDED';

/** What became of one item of the cart. Minor units of the order's currency. */
export interface OrderItem {
  readonly uuid: string;
  readonly cartItem: CartItem;
  status: ItemStatus;
  /** What it costs the customer, the promo code's share taken off. */
  readonly amount: number;
  refunded: number;
  reference: string | null;
  /** Random id of the voucher once it exists. */
  voucher: string | null;
  cancellation: { readonly reason: string; readonly info: string | null } | null;
  /** True while the stock counts its tickets. */
  holding: boolean;
  readonly createdMs: number;
  updatedMs: number;
  version: number;
}

/** A bank's question that stands between a start and the money. */
export type Challenge =
  | { readonly gateway: 'STRIPE'; readonly intent: string; readonly method: string; again: boolean }
  | {
      readonly gateway: 'ADYEN';
      readonly psp: string;
      readonly paymentMethod: Record<string, unknown>;
      /** Names the order to the page that the bank sends customers back to. */
      readonly token: string;
      /** What the bank sent back; null until then. */
      result: string | null;
      /** Where the customer goes in the end. */
      readonly returnUrl: string | null;
      again: boolean;
    };

/** Money that came in through a gateway. */
export interface Payment {
  readonly gateway: Gateway;
  /** PaymentIntent or pspReference. */
  readonly reference: string;
  readonly amount: number;
}

/** `payment.status` of order-info: as much of Musement's life cycle as happens here. */
export type PaymentStatus =
  | 'created'
  | 'payment_failed'
  | 'booking_started'
  | 'booking_ok'
  | 'booking_failed'
  | 'booking_partially_failed'
  | 'partially_refunded'
  | 'refunded';

/** An order. It is made once for a cart, and what it comes to does not change any more. */
export interface Order {
  readonly uuid: string;
  /** For the ledger's references and webhooks: digits. */
  readonly id: string;
  /** `MUS0738876` */
  readonly identifier: string;
  readonly cart: Cart;
  readonly partner: Partner;
  readonly currency: string;
  readonly items: readonly OrderItem[];
  readonly total: number;
  /** Off by promo code. */
  readonly discount: number;
  readonly notification: string;
  readonly source: string | null;
  extraData: string | null;
  paid: boolean;
  failed: boolean;
  challenge: Challenge | null;
  /** Null where nothing was due, or where the partner collects. */
  payment: Payment | null;
  readonly createdMs: number;
  updatedMs: number;
  version: number;
}

/** Statuses that an item does not leave by itself. */
const SETTLED: readonly ItemStatus[] = ['OK', 'KO', 'REFUNDED'];

/** The order's status: it leaves PENDING once every item is settled, and is OK when one of them is. */
export function statusOf({ items }: Order): 'PENDING' | 'OK' | 'KO' {
  if (items.some(({ status }) => !SETTLED.includes(status))) return 'PENDING';
  return items.some(({ status }) => status === 'OK') ? 'OK' : 'KO';
}

/** Where the order's money and booking stand. */
export function paymentStatus(order: Order): PaymentStatus {
  if (!order.paid) return order.failed ? 'payment_failed' : 'created';
  const given = order.items.reduce((sum, { refunded }) => sum + refunded, 0);
  if (given > 0) return given >= order.total ? 'refunded' : 'partially_refunded';
  const statuses = order.items.map(({ status }) => status);
  if (statuses.includes('PENDING')) return 'booking_started';
  if (statuses.every((status) => status === 'OK')) return 'booking_ok';
  return statuses.includes('OK') ? 'booking_partially_failed' : 'booking_failed';
}
