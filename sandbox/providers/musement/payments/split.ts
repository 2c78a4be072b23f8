import { randomBytes } from 'node:crypto';
import type { Gateway } from '../catalogue/types';
import type { Desk } from '../desk';
import { paid } from '../order/book';
import type { Order } from '../order/model';
import { FormRefusal, unpayable } from '../refusals';
import type { AdyenQuestion } from './adyen';
import { other, type Reason, route } from './route';
import type { StripeQuestion, Sum } from './stripe';
import { switched } from './switch';
import type { Outcome } from './types';

/** What a start was asked with. */
export interface Start {
  readonly stripeToken: string | null;
  /** `paymentMethod` of Adyen's fields. */
  readonly adyenToken: Record<string, unknown> | null;
  readonly cardBrand: string;
  /** Where the bank's page leads in the end; null where the shop did not say. */
  readonly returnUrl: string | null;
}

/** A bank's question to the customer, by the gateway that has it. */
export type Asked = StripeQuestion | AdyenQuestion;

/** How a start went on. `asked` is null when the order is paid. */
export interface Started {
  readonly gateway: Gateway;
  readonly reason: Reason;
  readonly asked: Asked | null;
}

export const sumOf = (order: Order): Sum => ({
  group: order.cart.uuid,
  order: order.uuid,
  amount: order.total,
  currency: order.currency,
});

/** Starts paying an unpaid order, or throws the 422 of a gateway that refuses. An earlier question counts no more. */
export async function start(desk: Desk, order: Order, given: Start): Promise<Started> {
  const { stripeToken, adyenToken } = given;
  if (stripeToken === null && adyenToken === null) {
    throw new FormRefusal([
      { field_name: 'adyen_token', field_error_message: 'One of adyen_token and stripe_token is required.' },
    ]);
  }
  if (order.total === 0) throw unpayable('Nothing is due: use the no-payment flow.');
  await drop(desk, order);
  const chosen = route(
    order.cart,
    { STRIPE: stripeToken !== null, ADYEN: adyenToken !== null },
    given.cardBrand,
  );
  const instead = await switched(desk, order, chosen.gateway, sumOf(order));
  if (instead) return instead;
  const first = await ask(desk, order, chosen.gateway, given);
  const both = stripeToken !== null && adyenToken !== null;
  if (first.kind !== 'broken' || !both) return concluded(desk, order, chosen.gateway, chosen.reason, first);
  const second = other(chosen.gateway);
  return concluded(desk, order, second, 'FALLBACK', await ask(desk, order, second, given));
}

function ask(desk: Desk, order: Order, gateway: Gateway, given: Start): Promise<Outcome | Asked> {
  if (gateway === 'STRIPE') return askStripe(desk, order, given.stripeToken ?? '');
  return askAdyen(desk, order, given.adyenToken ?? {}, given.returnUrl);
}

/** Asks Stripe with a payment method; a question is remembered on the order. */
export async function askStripe(desk: Desk, order: Order, token: string): Promise<Outcome | Asked> {
  const answer = await desk.stripe.start(sumOf(order), token);
  if (answer.kind === 'question') {
    const { intent, method } = answer;
    order.challenge = { gateway: 'STRIPE', intent, method, again: asksTwice(order) };
  }
  return answer;
}

/** Asks Adyen with what its fields encrypted; a question is remembered on the order. */
export async function askAdyen(
  desk: Desk,
  order: Order,
  paymentMethod: Record<string, unknown>,
  returnUrl: string | null,
): Promise<Outcome | Asked> {
  const token = randomBytes(24).toString('base64url');
  const back = `${desk.api}/payments/adyen/3d_secure_proxy?token=${token}`;
  const answer = await desk.adyen.start(sumOf(order), paymentMethod, back);
  if (answer.kind === 'question') {
    const { psp } = answer;
    order.challenge = {
      gateway: 'ADYEN',
      psp,
      paymentMethod,
      token,
      result: null,
      returnUrl,
      again: asksTwice(order),
    };
  }
  return answer;
}

function asksTwice({ items }: Order): boolean {
  return items.some(({ cartItem }) => cartItem.product.slot.activity.behaviour?.asksTwice);
}

function concluded(
  desk: Desk,
  order: Order,
  gateway: Gateway,
  reason: Reason,
  answer: Outcome | Asked,
): Started {
  return { gateway, reason, asked: take(desk, order, gateway, answer) };
}

/** Notes what a gateway said: null when the order is paid, the question it has, or the 422 of its refusal. */
export function take(desk: Desk, order: Order, gateway: Gateway, answer: Outcome | Asked): Asked | null {
  if (answer.kind === 'question') return answer;
  order.challenge = null;
  if (answer.kind === 'paid') {
    paid(desk, order, { gateway, reference: answer.reference, amount: order.total });
    return null;
  }
  order.failed = true;
  throw unpayable(answer.message);
}

/** An earlier question counts no more, and nothing can be taken through it. */
async function drop(desk: Desk, order: Order): Promise<void> {
  if (order.challenge?.gateway === 'STRIPE') await desk.stripe.drop(order.challenge.intent);
  order.challenge = null;
}
