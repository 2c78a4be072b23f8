import { z } from 'zod';
import { MUSEMENT_CLIENTS, MUSEMENT_STRIPE } from '@/sandbox/core/secrets';
import type { TestSandbox } from '../support/sandbox';
import { until } from '../support/until';
import {
  cartSchema,
  daysSchema,
  orderSchema,
  type WireCart,
  type WireOrder,
  type WireSlot,
} from './musement-wire';

/** Who buys in these tests. */
export const CUSTOMER = {
  email: 'ada@example.com',
  firstname: 'Ada',
  lastname: 'Byron',
  musement_newsletter: 'NO',
  thirdparty_newsletter: 'NO',
  events_related_newsletter: 'NO',
};

/** Where banks lead to in the end. */
export const RETURN_URL = 'http://localhost:3000/return/a-token';

/** An answer: its status, headers and JSON; `undefined` where there is no body. */
export interface Answer {
  status: number;
  headers: Headers;
  json: unknown;
}

type Client = keyof typeof MUSEMENT_CLIENTS;

/** The uuid of an activity by its number, `0101`. */
export const activity = (number: string) => `6d757365-${number}-4000-8000-00000000${number}`;

/** What a shop's server does at Musement, and what its payment page does at the two gateways. */
export class MusementShop {
  private token: string | undefined;

  constructor(
    readonly sandbox: TestSandbox,
    private readonly client: Client = 'direct',
    private readonly headers: Record<string, string> = {},
  ) {}

  async login(): Promise<string> {
    const { id, secret } = MUSEMENT_CLIENTS[this.client];
    const { json } = await this.send('POST', '/login', {
      body: { client_id: id, client_secret: secret, grant_type: 'client_credentials' },
    });
    this.token = z.looseObject({ access_token: z.string() }).parse(json).access_token;
    return this.token;
  }

  /** A call with the bearer of this shop. */
  async call(method: string, path: string, body?: unknown): Promise<Answer> {
    const token = this.token ?? (await this.login());
    return this.send(method, path, { body, headers: { authorization: `Bearer ${token}` } });
  }

  /** A call with nothing but the application and what is given. */
  async send(
    method: string,
    path: string,
    { body, headers }: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const answer = await fetch(`${this.sandbox.origin('musement')}/api/v3${path}`, {
      method,
      redirect: 'manual',
      headers: {
        'x-musement-application': 'foyer-tests',
        'x-musement-version': '3.4.0',
        'x-musement-currency': 'EUR',
        'content-type': 'application/json',
        ...this.headers,
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      json: text === '' ? undefined : JSON.parse(text),
    };
  }

  /** A start of an activity with room for ten, some days from now. */
  async slot(number: string, group = 0): Promise<WireSlot> {
    const uuid = activity(number);
    const from = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const days = z
      .array(z.looseObject({ day: z.string(), sold_out: z.boolean() }))
      .parse((await this.call('GET', `/activities/${uuid}/dates?date_from=${from}`)).json);
    for (const { day } of days.filter(({ sold_out }) => !sold_out)) {
      const [all] = daysSchema.parse((await this.call('GET', `/activities/${uuid}/dates/${day}`)).json);
      const slots = all?.groups[group]?.slots ?? [];
      const open = slots.find(({ products }) =>
        products.every(({ availability }) => (availability ?? 99) >= 3),
      );
      if (open) return open;
    }
    throw new Error(`No room in ${number}.`);
  }

  /** A cart with one of the first kind of ticket of each activity, for the customer of these tests. */
  async cart(numbers: readonly string[], more: Record<string, unknown> = {}): Promise<WireCart> {
    const made = cart(await this.call('POST', '/carts', {}));
    for (const number of numbers) {
      const { products } = await this.slot(number);
      const line = { type: 'musement', product_identifier: products[0]?.product_id, quantity: 1 };
      const { status, json } = await this.call('POST', `/carts/${made.uuid}/items`, [line]);
      if (status !== 200) throw new Error(`${status}: ${JSON.stringify(json)}`);
    }
    const put = await this.call('PUT', `/carts/${made.uuid}/customer`, { ...CUSTOMER, ...more });
    if (put.status !== 200) throw new Error(`${put.status}: ${JSON.stringify(put.json)}`);
    return cart(await this.call('GET', `/carts/${made.uuid}`));
  }

  /** An order that waits to be paid. */
  async ordered(...numbers: string[]): Promise<WireOrder> {
    const { uuid } = await this.cart(numbers);
    return order(await this.call('POST', '/orders', { cart_uuid: uuid, email_notification: 'NONE' }));
  }

  async order(uuid: string): Promise<WireOrder> {
    return order(await this.call('GET', `/orders/${uuid}`));
  }

  start(uuid: string, more: Record<string, unknown>): Promise<Answer> {
    return this.call('POST', '/payments/split/payment', {
      order_uuid: uuid,
      card_brand: 'visa',
      card_country: 'IT',
      client_ip: '203.0.113.7',
      redirect_url_success_3d_secure: RETURN_URL,
      ...more,
    });
  }

  complete(uuid: string, intent?: string): Promise<Answer> {
    return this.call('POST', '/payments/split/complete_3d_secure', {
      order_uuid: uuid,
      ...(intent && { payment_intent_id: intent }),
    });
  }

  until(uuid: string, done: (order: WireOrder) => boolean): Promise<WireOrder> {
    return until(() => this.order(uuid), done);
  }
}

export function cart({ status, json }: Answer): WireCart {
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(json)}`);
  return cartSchema.parse(json);
}

export function order({ status, json }: Answer): WireOrder {
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(json)}`);
  return orderSchema.parse(json);
}

/** `adyen_token`: what Adyen's fields hand over. On its test platform `test_…` stands for an encrypted value. */
export function adyenToken(number = '4111111111111111', name = 'Ada Byron'): string {
  return JSON.stringify({
    type: 'scheme',
    holderName: name,
    encryptedCardNumber: `test_${number}`,
    encryptedExpiryMonth: 'test_03',
    encryptedExpiryYear: 'test_2030',
    encryptedSecurityCode: 'test_737',
  });
}

/** What `stripe.handleCardAction` does once the customer has pressed a button of the bank; answers the intent's status. */
export async function handleCardAction(
  sandbox: TestSandbox,
  secret: string,
  outcome: 'pass' | 'fail',
): Promise<{ id: string; status: string }> {
  const [id = ''] = secret.split('_secret_');
  const query = new URLSearchParams({ key: MUSEMENT_STRIPE.publishableKey, client_secret: secret });
  const read = async () =>
    z
      .looseObject({
        id: z.string(),
        status: z.string(),
        next_action: z.looseObject({ use_stripe_sdk: z.looseObject({ stripe_js: z.string() }) }).nullish(),
      })
      .parse(await (await fetch(`${sandbox.origin('stripe')}/v1/payment_intents/${id}?${query}`)).json());
  const page = (await read()).next_action?.use_stripe_sdk.stripe_js;
  if (page) await fetch(page, { method: 'POST', body: new URLSearchParams({ outcome }) });
  const { status } = await read();
  return { id, status };
}

/** Says a word at the bank's page and follows to where it leads: the shop's address, through Musement's. */
export async function atBank(
  url: string,
  fields: Readonly<Record<string, string>> | null,
  password: string,
): Promise<string> {
  const page = fields
    ? await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })
    : await fetch(url);
  const html = await page.text();
  const token = /name="token" value="([^"]*)"/.exec(html)?.[1] ?? '';
  const action = new URL(/<form method="post" action="([^"]*)"/.exec(html)?.[1] ?? '', url);
  const said = await fetch(action, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ token, password, outcome: 'answer' }),
  });
  const back = said.headers.get('location');
  const proxy = back ? await fetch(back, { redirect: 'manual' }) : await sent(await said.text());
  return proxy.headers.get('location') ?? '';
}

/** The form that the bank's page sends by itself. */
function sent(html: string): Promise<Response> {
  const action = /<form method="post" action="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const fields = [...html.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    value.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&'),
  ]);
  return fetch(action, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });
}
