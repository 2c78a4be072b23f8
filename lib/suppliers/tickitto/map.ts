import type { Totals } from '@/lib/checkout/model';
import { exponentOf, sum } from '@/lib/checkout/money';
import type { Basket, BasketState, ItemState } from './basket';
import { type ItemFrame, itemOf } from './map-item';
import { amountOf } from './map-parts';
import type { BasketWire, PriceWire } from './wire';

/** Every `checkout_status` of Tickitto's published OpenAPI document. The old generation has none: its baskets are open. */
const BASKET_STATES: Readonly<Record<string, BasketState>> = {
  not_checked_out: 'open',
  checkout_pending: 'pending',
  payment_failed: 'payment_failed',
  checked_out: 'done',
  checked_out_with_errors: 'done',
};

/** Items that count towards what is charged, when the basket itself does not say what that is. */
const CHARGED: ReadonlySet<ItemState> = new Set(['held', 'holding', 'working', 'booked', 'unknown']);

/**
 * A basket of either generation in our terms; null when it contradicts itself (no id, an item without one, several
 * currencies), because nothing may be charged for a basket that we cannot read.
 */
export function basketOf(wire: BasketWire, frame: ItemFrame): Basket | null {
  const id = wire._id ?? wire.basket_id;
  if (!id) return null;
  const rows = (wire.items ?? []).map((item) => itemOf(item, frame));
  const items = rows.filter((item) => item !== null);
  const currency = items[0]?.shown.price.currency ?? currencyOf(wire.total_price) ?? frame.currency;
  const totals = totalsOf(wire, items, currency);
  const ids = new Set(items.map(({ shown }) => shown.id));
  if (items.length < rows.length || ids.size < items.length || !totals) return null;
  const state = wire.checkout_status ? (BASKET_STATES[wire.checkout_status] ?? 'unknown') : 'open';
  return { id, state, items, totals };
}

function totalsOf(wire: BasketWire, items: Basket['items'], currency: string): Totals | null {
  const counted = items.filter(({ state }) => CHARGED.has(state)).map(({ shown }) => shown);
  const every = items.flatMap(({ shown }) => [shown.price, shown.fee]);
  const named = [wire.total_price, wire.total_items_price, wire.total_booking_fee, wire.total_discount];
  const currencies = [
    ...every.map((amount) => amount.currency),
    ...named.flatMap((one) => currencyOf(one) ?? []),
  ];
  if (currencies.some((one) => one !== currency)) return null;
  const minor = (price: PriceWire | null | undefined, otherwise: number) =>
    price ? amountOf(price, currency).amount : otherwise;
  const prices = minor(
    wire.total_items_price,
    sum(
      counted.map(({ price }) => price),
      currency,
    ).amount,
  );
  const fees = minor(
    wire.total_booking_fee,
    sum(
      counted.map(({ fee }) => fee),
      currency,
    ).amount,
  );
  const discount = minor(wire.total_discount, 0);
  return {
    currency,
    exponent: exponentOf(currency),
    items: prices,
    fees,
    delivery: 0,
    discount,
    due: minor(wire.total_price, Math.max(0, prices + fees - discount)),
  };
}

function currencyOf(price: PriceWire | null | undefined): string | undefined {
  return price && typeof price !== 'string' ? price.currency : undefined;
}
