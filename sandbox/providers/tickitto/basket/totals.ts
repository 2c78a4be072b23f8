import { discountOf } from '../promocodes';
import type { Basket, Item } from './model';
import { feeFor, itemPrice } from './prices';

/** What a basket comes to, minor units of its currency. */
export interface Totals {
  items: number;
  fee: number;
  discount: number;
  total: number;
}

/** Items that count: one that could not be held again is shown, and is neither charged nor booked. */
export function chargeable(basket: Basket): Item[] {
  return basket.items.filter(({ status }) => status !== 'unreserved');
}

/** total = items + fee − discount. */
export function totals(basket: Basket): Totals {
  const counted = chargeable(basket);
  const items = counted.reduce((sum, item) => sum + itemPrice(item, basket.currency), 0);
  const fee = counted.reduce(
    (sum, item) => sum + feeFor(itemPrice(item, basket.currency), basket.currency),
    0,
  );
  const discount = Math.min(
    items,
    basket.promocodes.reduce((sum, code) => sum + discountOf(code, counted, basket.currency), 0),
  );
  return { items, fee, discount, total: items + fee - discount };
}

/** What each item costs the customer; the shares add up to the total, the last one takes the rounding. */
export function shares(basket: Basket): Map<string, number> {
  const { items, discount, total } = totals(basket);
  const counted = chargeable(basket);
  const result = new Map<string, number>();
  let rest = total;
  counted.forEach((item, index) => {
    const own = itemPrice(item, basket.currency);
    const less = items === 0 ? 0 : Math.round((discount * own) / items);
    const share = index === counted.length - 1 ? rest : own + feeFor(own, basket.currency) - less;
    rest -= share;
    result.set(item.id, share);
  });
  return result;
}
