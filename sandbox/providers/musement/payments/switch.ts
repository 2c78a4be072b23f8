import { type Cart, preferredOf, type SwitchManner } from '../cart/model';
import type { Gateway } from '../catalogue/types';
import type { Desk } from '../desk';
import type { Order } from '../order/model';
import { unpayable } from '../refusals';
import { other } from './route';
import type { Started } from './split';
import type { Sum } from './stripe';

/**
 * A gateway that Musement has meanwhile decided against: nothing is charged, and the cart prefers the other from now on. It
 * says so by 422, or with a question of the other gateway that a page without its script cannot follow. Undefined when
 * the token's gateway is the right one.
 */
export async function switched(
  desk: Desk,
  order: Order,
  gateway: Gateway,
  sum: Sum,
): Promise<Started | undefined> {
  const { cart } = order;
  const wanted = wantedInstead(cart, gateway);
  if (!wanted) return undefined;
  cart.preferred = wanted.gateway;
  cart.switchTo = null;
  // Adyen has no question without a card, so that only Stripe's can be answered with.
  if (wanted.how === 'refuse' || wanted.gateway === 'ADYEN')
    throw unpayable(`The order must be paid through ${wanted.gateway}.`);
  const { intent, secret } = await desk.stripe.empty(sum);
  order.challenge = { gateway: 'STRIPE', intent, method: '', again: false };
  return {
    gateway: 'STRIPE',
    reason: 'FALLBACK',
    asked: { kind: 'question', intent, secret, method: '' },
  };
}

function wantedInstead(cart: Cart, gateway: Gateway): { gateway: Gateway; how: SwitchManner } | undefined {
  if (cart.switchTo) return cart.switchTo.gateway === gateway ? undefined : cart.switchTo;
  // A scenario switches once, and from what the cart preferred.
  if (cart.preferred || preferredOf(cart) !== gateway) return undefined;
  const behaviours = cart.items.map(({ product }) => product.slot.activity.behaviour);
  if (behaviours.some((one) => one?.refusesToken)) return { gateway: other(gateway), how: 'refuse' };
  if (behaviours.some((one) => one?.answersOther)) return { gateway: other(gateway), how: 'answer' };
  return undefined;
}
