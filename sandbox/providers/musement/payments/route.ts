import { type Cart, preferredOf } from '../cart/model';
import type { Gateway } from '../catalogue/types';

/** Why Musement took the gateway that it took. */
export type Reason = 'CLIENT_SELECTED' | 'BUSINESS_STRATEGY' | 'FALLBACK';

/** Schemes that one of the two takes at better terms. */
const BY_BRAND: Readonly<Record<string, Gateway>> = { amex: 'STRIPE', maestro: 'ADYEN' };

export const other = (gateway: Gateway): Gateway => (gateway === 'STRIPE' ? 'ADYEN' : 'STRIPE');

/**
 * Which gateway an order is paid through. Musement can only charge with what it was given: with one token that token
 * decides; with both, the card's brand, and then what the cart prefers.
 */
export function route(
  cart: Cart,
  tokens: Readonly<Record<Gateway, boolean>>,
  brand: string,
): { gateway: Gateway; reason: Reason } {
  const wish = BY_BRAND[brand.toLowerCase()] ?? preferredOf(cart) ?? 'STRIPE';
  if (tokens[wish]) return { gateway: wish, reason: 'BUSINESS_STRATEGY' };
  return {
    gateway: other(wish),
    reason: preferredOf(cart) === null ? 'BUSINESS_STRATEGY' : 'CLIENT_SELECTED',
  };
}
