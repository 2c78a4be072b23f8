import type Stripe from 'stripe';
import type { Desk } from '../desk';
import { Refusal } from '../refusals';
import type { Basket } from './model';
import { totals } from './totals';

/** Statuses of an intent in which its amount may still change. */
const AMENDABLE = new Set(['requires_payment_method', 'requires_confirmation', 'requires_action']);

/** Refuses when the basket is on its way to being booked, or is. */
export function assertOpen(
  basket: Basket,
  type: 'basket_error.status_conflict' | 'availability_error.status_conflict',
): void {
  if (basket.status !== 'not_checked_out' && basket.status !== 'payment_failed') throw new Refusal(type);
}

/** As {@link assertOpen}, and asks Stripe too: the customer may have paid while its webhook is still on the way. */
export async function assertUnpaid(desk: Desk, basket: Basket): Promise<void> {
  assertOpen(basket, 'basket_error.status_conflict');
  if (!basket.intent) return;
  const intent = await desk.stripe.read(basket.intent);
  if (!AMENDABLE.has(intent.status) && intent.status !== 'canceled')
    throw new Refusal('basket_error.status_conflict');
}

/** Makes the intent for a basket, or brings the one it has up to date. The same intent on every repeat. */
export async function prepareIntent(
  desk: Desk,
  basket: Basket,
  email: string,
): Promise<Stripe.PaymentIntent> {
  const charge = { basketId: basket.id, amount: totals(basket).total, currency: basket.currency, email };
  const intent = basket.intent
    ? await desk.stripe.amend(basket.intent, charge)
    : await desk.stripe.create(charge);
  basket.intent = intent.id;
  return intent;
}

/** Follows a change of the basket (Tickitto's `iterative` amendment): a new amount, or no intent when nothing is left. */
export async function followBasket(desk: Desk, basket: Basket): Promise<void> {
  if (!basket.intent) return;
  const { total } = totals(basket);
  if (total > 0) {
    await desk.stripe.amend(basket.intent, { basketId: basket.id, amount: total, currency: basket.currency });
    return;
  }
  await desk.stripe.cancel(basket.intent);
  basket.intent = null;
}
