import type { Desk } from '../desk';
import type { Challenge, Order } from '../order/model';
import { unpayable } from '../refusals';
import { type Asked, askAdyen, askStripe, take } from './split';

type Of<G extends Challenge['gateway']> = Extract<Challenge, { gateway: G }>;

/** Goes on after the bank's question: null when the order is paid, another question, or 422. */
export function complete(desk: Desk, order: Order, intentId: string | null): Promise<Asked | null> {
  const { challenge } = order;
  if (!challenge) throw unpayable('There is no payment to complete for this order.');
  return challenge.gateway === 'STRIPE'
    ? completeStripe(desk, order, challenge, intentId)
    : completeAdyen(desk, order, challenge);
}

async function completeStripe(
  desk: Desk,
  order: Order,
  challenge: Of<'STRIPE'>,
  intentId: string | null,
): Promise<Asked | null> {
  const { intent, method } = challenge;
  if (intentId !== intent) throw unpayable('The payment intent is not the one of this order.');
  if (challenge.again && (await desk.stripe.passed(intent))) {
    await desk.stripe.drop(intent);
    const asked = await askStripe(desk, order, method);
    if (order.challenge) order.challenge.again = false;
    return take(desk, order, 'STRIPE', asked);
  }
  const answer = await desk.stripe.complete(intent);
  if (answer.kind === 'open') throw unpayable('The customer has not been authenticated yet.');
  if (answer.kind !== 'paid') await desk.stripe.drop(intent);
  return take(desk, order, 'STRIPE', answer);
}

async function completeAdyen(desk: Desk, order: Order, challenge: Of<'ADYEN'>): Promise<Asked | null> {
  const { result, paymentMethod } = challenge;
  if (result === null) throw unpayable('The customer has not been authenticated yet.');
  if (challenge.again) {
    const asked = await askAdyen(desk, order, paymentMethod, challenge.returnUrl);
    if (order.challenge) order.challenge.again = false;
    return take(desk, order, 'ADYEN', asked);
  }
  return take(desk, order, 'ADYEN', await desk.adyen.complete(result));
}
