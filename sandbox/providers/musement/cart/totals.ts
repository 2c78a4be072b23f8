import type { ActivitySpec, HolderSpec } from '../catalogue/types';
import { convert } from '../money';
import { discountOf } from '../promo';
import type { Cart, CartItem } from './model';

/** What one ticket costs, in minor units of `currency`. */
export interface Unit {
  readonly fee: number;
  /** Without the fee. */
  readonly net: number;
  /** With it: `retail_price`. */
  readonly retail: number;
  /** Before a discount, with the fee: `original_retail_price`. */
  readonly original: number;
}

/** One ticket's prices; `raised` is the percent that the list price rose by. */
export function unitPrice(
  activity: ActivitySpec,
  holder: HolderSpec,
  currency: string,
  raised: number,
): Unit {
  const listed = (minor: number) =>
    Math.round(convert(minor, activity.currency, currency) * (1 + raised / 100));
  const fee = convert(activity.serviceFee, activity.currency, currency);
  const net = listed(holder.minor);
  return { fee, net, retail: net + fee, original: listed(holder.originalMinor ?? holder.minor) + fee };
}

/** One ticket of a cart's item. */
export function unitOf(item: Pick<CartItem, 'product' | 'raised'>, currency: string): Unit {
  const { slot, holder } = item.product;
  return unitPrice(slot.activity, holder, currency, item.raised);
}

/** What a cart comes to, minor units of its currency. */
export interface Totals {
  /** Before anything was taken off. */
  readonly full: number;
  readonly fee: number;
  /** Off by promo code. */
  readonly promo: number;
  /** What is to be paid. */
  readonly due: number;
}

/** Items that count: one that could not be prebooked is shown, and is neither charged nor ordered. */
export function ordered(cart: Cart): CartItem[] {
  return cart.items.filter(({ status }) => status === 'PREBOOK_OK');
}

export function totals(cart: Cart): Totals {
  const { currency } = cart;
  const counted = ordered(cart);
  const sum = (of: (unit: Unit) => number) =>
    counted.reduce((all, item) => all + of(unitOf(item, currency)) * item.quantity, 0);
  const retail = sum((unit) => unit.retail);
  const promo = Math.min(retail, discountOf(cart.promoCode, retail, currency));
  return { full: sum((unit) => unit.original), fee: sum((unit) => unit.fee), promo, due: retail - promo };
}

/** What each item costs the customer; the shares add up to what is due, the last one takes the rounding. */
export function shares(cart: Cart): Map<string, number> {
  const { promo, due } = totals(cart);
  const counted = ordered(cart);
  const result = new Map<string, number>();
  let rest = due;
  counted.forEach((item, index) => {
    const own = unitOf(item, cart.currency).retail * item.quantity;
    const less = due + promo === 0 ? 0 : Math.round((promo * own) / (due + promo));
    const share = index === counted.length - 1 ? rest : own - less;
    rest -= share;
    result.set(item.uuid, share);
  });
  return result;
}
