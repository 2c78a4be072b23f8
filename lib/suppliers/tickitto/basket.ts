import type { Item, Totals } from '@/lib/checkout/model';
import type { Voucher } from '@/lib/checkout/step';

/** Where a basket is on its way, in either generation of the wire format. */
export type BasketState = 'open' | 'payment_failed' | 'pending' | 'done' | 'unknown';

/**
 * Where an item is. `held` counts what Tickitto will try to book; `holding` is being held again after its time ran
 * out; `lost` could not be and will not be charged; `working` is locked with money behind it.
 */
export type ItemState =
  | 'held'
  | 'holding'
  | 'lost'
  | 'working'
  | 'booked'
  | 'failed'
  | 'refunded'
  | 'cancelling'
  | 'cancelled'
  | 'unknown';

/** What is needed to put the same tickets into a basket again. Seats have labels on the wire, no ids: see `hold-again.ts`. */
export interface Again {
  readonly event: string;
  readonly availability: string;
  readonly product: string;
  readonly band: string | null;
  readonly options: readonly { readonly concession: string | null; readonly quantity: number }[];
}

/** One item of a basket, of either generation. */
export interface BasketItem {
  readonly shown: Omit<Item, 'status' | 'vouchers'>;
  readonly state: ItemState;
  /** Null when the wire did not say enough (old generation). */
  readonly again: Again | null;
  readonly reference?: string;
  readonly vouchers: readonly Voucher[];
  /** Something that admits people is to be expected beside the booking. */
  readonly fulfilled: boolean;
}

/** A basket as it stands over there. */
export interface Basket {
  readonly id: string;
  readonly state: BasketState;
  readonly items: readonly BasketItem[];
  /** What Tickitto charges for it, or would: unreserved items are not in it. */
  readonly totals: Totals;
}

/** Items that are, or are about to be, held. */
export function heldItems({ items }: Pick<Basket, 'items'>): readonly BasketItem[] {
  return items.filter(({ state }) => state === 'held' || state === 'holding');
}

/** True while the basket can be changed and paid for. */
export function isOpen({ state, items }: Basket): boolean {
  const begun = items.some((item) => PAID.has(item.state));
  return (state === 'open' || state === 'payment_failed') && !begun;
}

const PAID: ReadonlySet<ItemState> = new Set([
  'working',
  'booked',
  'failed',
  'refunded',
  'cancelling',
  'cancelled',
]);

/** True once money is behind it, by Tickitto's own word on the basket or on any item. */
export function isPaid({ state, items }: Basket): boolean {
  return state === 'pending' || state === 'done' || items.some((item) => PAID.has(item.state));
}
