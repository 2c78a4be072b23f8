import { type Cart, type CartItem, preferredOf } from '../cart/model';
import { totals, unitOf } from '../cart/totals';
import type { Desk } from '../desk';
import { price } from '../money';
import { findPromo } from '../promo';
import { productWire } from './product';

type Json = Record<string, unknown>;

export function cartItemWire(desk: Desk, item: CartItem, currency: string): Json {
  const unit = unitOf(item, currency);
  return {
    uuid: item.uuid,
    type: item.type,
    status: item.status,
    quantity: item.quantity,
    total_price: price(unit.retail * item.quantity, currency),
    total_price_without_service_fee: price(unit.net * item.quantity, currency),
    product: productWire(desk, item, currency),
    is_gift_redeem: false,
  };
}

/** A cart in its own currency. Who pays through Musement learns which gateway it prefers. */
export function cartWire(desk: Desk, cart: Cart): Json {
  const { currency, promoCode } = cart;
  const { full, fee, promo, due } = totals(cart);
  const off = full - promo - due;
  return {
    uuid: cart.uuid,
    items: cart.items.map((item) => cartItemWire(desk, item, currency)),
    ...(cart.customer && { customer: cart.customer }),
    ...(promoCode !== null && { promo_code: promoWire(promoCode) }),
    full_price: price(full, currency),
    full_price_without_service_fee: price(full - fee, currency),
    discount: price(promo, currency),
    total_discount: price(promo + off, currency),
    retail_price: price(due, currency),
    retail_price_without_service_fee: price(Math.max(0, due - fee), currency),
    service_fee: price(fee, currency),
    ...(cart.partner.split && { preferred_payment_gateway: preferredOf(cart) }),
  };
}

/** `PromoCode`. */
export function promoWire(code: string): Json | undefined {
  const promo = findPromo(code);
  if (!promo) return undefined;
  return {
    code: promo.code,
    active: promo.active,
    percentage: promo.percentage,
    discount: promo.percentage ? promo.discount : promo.discount / 100,
    minimum_amount: promo.minimum / 100,
  };
}
