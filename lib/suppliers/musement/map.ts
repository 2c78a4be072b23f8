import type { Item } from '@/lib/checkout/model';
import type { ItemOutcome, Voucher } from '@/lib/checkout/step';
import { isFrom } from '@/lib/platform/address';
import { durationOf } from './map-parts';
import type { HoldMemo } from './memo';
import { CANCELLED_BY_US } from './names';
import type { OrderInfoWire, OrderItemWire, OrderWire } from './wire-order';

/** Where an item of an order is. `unknown` is a status that nobody here has heard of: never a failure. */
export type State = 'pending' | 'booked' | 'failed' | 'undecided' | 'refunding' | 'refunded' | 'unknown';

const STATES: Readonly<Record<string, State>> = {
  PENDING: 'pending',
  OK: 'booked',
  KO: 'failed',
  // On its way to one of two ends: neither is said before it is there.
  CANCELLATION_ERROR: 'undecided',
  REFUND_STARTED: 'refunding',
  REFUNDED: 'refunded',
};

export function stateOf(status: string): State {
  return (Object.hasOwn(STATES, status) && STATES[status]) || 'unknown';
}

/** Whether an order is paid. `moving`: at the gateway, and nobody may be asked for more. */
export type Paid = 'yes' | 'no' | 'moving' | 'unknown';

const UNPAID: ReadonlySet<string> = new Set([
  'created',
  'authorization_failed',
  'payment_failed',
  'failed',
  'cancelled',
  'closed',
]);
const MOVING: ReadonlySet<string> = new Set(['authorized', 'capture', 'capture_failed']);

/** By `paid`, and by the life cycle's word where that says more or there is no `paid`. */
export function paidOf({ payment }: OrderInfoWire): Paid {
  const { paid, status } = payment;
  if (paid === true) return 'yes';
  if (MOVING.has(status ?? '')) return 'moving';
  if (UNPAID.has(status ?? '')) return 'no';
  // Every other status that is known comes after the money; one that is not may.
  return AFTER.has(status ?? '') ? 'yes' : 'unknown';
}

const AFTER: ReadonlySet<string> = new Set([
  'paid',
  'booking_started',
  'booking_ok',
  'booking_failed',
  'booking_partially_failed',
  'booking_hanged',
  'booking_quarantined',
  'partially_refunded',
  'refunded',
]);

/** One of our items, as it stands in the order. */
export interface Row {
  readonly item: string;
  readonly wire: OrderItemWire | null;
  readonly state: State;
}

/** Our items in their order. One is found by the item of the cart that it was, else by its product. */
export function rowsOf(order: OrderWire, hold: HoldMemo): readonly Row[] {
  return hold.items.map(({ item, cartItem, product }) => {
    const wire =
      order.items.find((one) => one.cart_item_uuid === cartItem) ??
      order.items.find((one) => !one.cart_item_uuid && one.product.id === product) ??
      null;
    return { item, wire, state: wire ? stateOf(wire.status) : 'unknown' };
  });
}

/** What the mapping of a paid order needs beside it. */
export interface Known {
  readonly items: readonly Item[];
  readonly documentOrigins: readonly string[];
  /** When it was paid, as far as we know: what is confirmed by hand is waited for from then on. Milliseconds. */
  readonly paidAt: number;
}

/** How one item of a paid order ended, or what is waited for. */
export function outcomeOf({ item, wire, state }: Row, order: OrderWire, known: Known): ItemOutcome {
  const itemId = item;
  // Paid, and not in the order: nobody has said that it failed.
  if (!wire) return { itemId, status: 'pending' };
  const reference = wire.code || wire.transaction_code || order.identifier;
  const text = reasonOf(wire);
  const why = text ? { text } : {};
  switch (state) {
    case 'booked': {
      const vouchers = vouchersOf(wire, known.documentOrigins);
      return { itemId, status: 'booked', reference, vouchers, voucherToCome: vouchers.length === 0 };
    }
    case 'failed':
      return { itemId, status: 'failed', code: 'booking_failed', ...why };
    case 'refunding':
    case 'refunded':
      if (wasBooked(itemId, known.items)) return { itemId, status: 'cancelled', reference, ...why };
      return { itemId, status: 'failed', code: 'booking_failed', ...why };
    case 'pending': {
      const longest = durationOf(wire.product.max_confirmation_time);
      return { itemId, status: 'pending', ...(longest ? { answerBy: known.paidAt + longest } : {}) };
    }
    case 'undecided':
    case 'unknown':
      return { itemId, status: 'pending' };
  }
}

/** Its holder had it once: giving it up is not the same as never having got it. */
function wasBooked(id: string, items: readonly Item[]): boolean {
  const status = items.find((item) => item.id === id)?.status;
  return status === 'booked' || status === 'cancelled';
}

/** Why, in the supplier's words: its sentence, or its code as words. */
function reasonOf({ cancellation_reason: code, cancellation_additional_info: said }: OrderItemWire) {
  if (said) return said;
  // What we said ourselves tells the customer nothing.
  if (!code || code === CANCELLED_BY_US) return undefined;
  const words = code.replace(/[_-]+/g, ' ').toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** An address of a configured origin is handed out by us as a PDF, any other is a link. */
export function vouchersOf(wire: OrderItemWire, documentOrigins: readonly string[]): readonly Voucher[] {
  return (wire.vouchers ?? []).flatMap(({ url }, index): readonly Voucher[] => {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return [];
    const kind = isFrom(url, documentOrigins) ? 'pdf' : 'link';
    return [{ id: `${wire.uuid}.${index + 1}`, kind, label: 'Voucher', url }];
  });
}
