import { callApi, flatten } from '../form';
import type { Answer, Json } from '../messages';
import { CardElement } from './element';
import { Elements } from './elements';
import { IntegrationError } from './errors';
import {
  asResult,
  type Credentials,
  credentialFields,
  handleAction,
  type IntentResult,
  intentId,
  readIntent,
} from './intents';
import { api } from './origin';

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

/** The element that holds a card; the date and the code alone are no card. */
function cardSource(element: unknown, method: string): CardElement {
  if (!(element instanceof CardElement) || (element.kind !== 'card' && element.kind !== 'cardNumber')) {
    throw new IntegrationError(
      `Invalid value for ${method}: card should be an object or element of type card or cardNumber.`,
    );
  }
  return element;
}

/** What `Stripe(key)` answers: the part of Stripe.js that card payments need. */
export class StripeClient {
  private readonly who: Credentials;

  constructor(key: string, options: { stripeAccount?: string } = {}) {
    this.who = { key, account: options.stripeAccount };
  }

  elements(_options?: unknown): Elements {
    return new Elements(this.who.key, this.who.account);
  }

  /** Wrappers introduce themselves with these two; nobody here is listening. */
  registerAppInfo(_info: unknown): void {}
  _registerWrapper(_wrapper: unknown): void {}

  async createToken(element: unknown, data: Json = {}): Promise<Json> {
    const source = cardSource(element, 'createToken');
    const { currency: _currency, ...details } = data;
    const answer = await source._send({
      path: '/v1/tokens',
      card: 'card',
      postalCode: 'card[address_zip]',
      fields: flatten('card', details),
    });
    return answer.error ? { error: answer.error } : { token: answer.data };
  }

  async createPaymentMethod(options: unknown): Promise<Json> {
    if (!isJson(options) || options.type !== 'card') {
      throw new IntegrationError('createPaymentMethod in the Stripe sandbox takes {type: "card", card, …}.');
    }
    const { card, ...rest } = options;
    const answer = await this.send('/v1/payment_methods', '', card, rest, 'createPaymentMethod');
    return answer.error ? { error: answer.error } : { paymentMethod: answer.data };
  }

  async confirmCardPayment(
    secret: string,
    data: Json = {},
    { handleActions = true }: { handleActions?: boolean } = {},
  ): Promise<IntentResult> {
    const id = intentId(secret, 'confirmCardPayment');
    const { payment_method: method, ...rest } = data;
    const path = `/v1/payment_intents/${id}/confirm`;
    const common = { ...rest, client_secret: secret, use_stripe_sdk: true };
    let answer: Answer;
    if (isJson(method)) {
      const { card, ...details } = method;
      const fields = { ...common, payment_method_data: { type: 'card', ...details } };
      answer = await this.send(path, 'payment_method_data', card, fields, 'confirmCardPayment');
    } else {
      const fields = flatten('', { ...common, payment_method: method });
      answer = await callApi(`${api}${path}`, { ...fields, ...credentialFields(this.who) });
    }
    if (answer.error || !handleActions) return asResult(answer);
    return handleAction(this.who, answer.data, secret);
  }

  async retrievePaymentIntent(secret: string): Promise<IntentResult> {
    const answer = await readIntent(this.who, intentId(secret, 'retrievePaymentIntent'), secret);
    return answer.error ? { error: answer.error } : { paymentIntent: answer.data };
  }

  async handleCardAction(secret: string): Promise<IntentResult> {
    const answer = await readIntent(this.who, intentId(secret, 'handleCardAction'), secret);
    if (answer.error) return { error: answer.error };
    if (answer.data.status === 'requires_action') return handleAction(this.who, answer.data, secret);
    throw new IntegrationError(
      `handleCardAction: The PaymentIntent supplied is not in the requires_action state. It reads ${String(answer.data.status)}.`,
    );
  }

  async handleNextAction({ clientSecret }: { clientSecret: string }): Promise<IntentResult> {
    const answer = await readIntent(this.who, intentId(clientSecret, 'handleNextAction'), clientSecret);
    return answer.error ? { error: answer.error } : handleAction(this.who, answer.data, clientSecret);
  }

  /** Sends a card that sits in an element (from its frame) or in a token (from here). `at` is where it goes. */
  private send(path: string, at: string, card: unknown, rest: Json, method: string): Promise<Answer> {
    const inside = (name: string) => (at === '' ? name : `${at}[${name}]`);
    const fields = flatten('', rest);
    if (isJson(card) && typeof card.token === 'string') {
      return callApi(`${api}${path}`, {
        ...fields,
        ...credentialFields(this.who),
        [`${inside('card')}[token]`]: card.token,
      });
    }
    return cardSource(card, method)._send({
      path,
      card: inside('card'),
      postalCode: `${inside('billing_details')}[address][postal_code]`,
      fields,
    });
  }
}
