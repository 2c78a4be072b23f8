import Stripe from 'stripe';
import { z } from 'zod';
import { STRIPE_ACCOUNT, STRIPE_SECRET_KEY, TICKITTO_KEY } from '@/sandbox/core/secrets';
import type { TestSandbox } from '../support/sandbox';
import { until } from '../support/until';

const price = z.object({ amount: z.string(), currency: z.string() });

const basketSchema = z.object({
  _id: z.uuid(),
  checkout_status: z.string(),
  items: z.array(
    z.object({
      id: z.uuid(),
      event_id: z.string(),
      status: z.string(),
      ttl: z.iso.datetime(),
      price,
      booking_fee: price,
      booked_successfully: z.boolean(),
      voucher_url: z.url().nullable(),
      reservation_attempts: z.int(),
      from_date: z.object({ local: z.string(), utc: z.iso.datetime() }),
      reservations: z.array(
        z.object({ seat_selection: z.string().nullable(), voucher_url: z.url().nullable() }),
      ),
    }),
  ),
  total_items_price: price,
  total_booking_fee: price,
  total_discount: price,
  total_price: price,
  promocodes: z.array(z.object({ code: z.string(), discount: price })),
});

/** A basket, as far as the tests look. */
export type WireBasket = z.infer<typeof basketSchema>;

const offerSchema = z.object({
  availability_id: z.string(),
  product_id: z.string(),
  bands: z.array(
    z.object({
      id: z.string(),
      tickets: z.array(z.object({ id: z.string(), price: z.int() })),
      rows: z.array(z.object({ seats: z.array(z.object({ id: z.string(), free: z.boolean() })) })).nullable(),
    }),
  ),
});

const datesSchema = z.object({
  dates: z.array(z.object({ times: z.array(z.object({ id: z.string(), left: z.string() })) })),
});

/** An answer: its status, headers, and body as JSON. */
export interface Answer {
  status: number;
  headers: Headers;
  json: unknown;
}

/** The type of a refusal in the current generation of the wire format. */
export function refusal(answer: Answer): { status: number; type: string | undefined; loc: unknown } {
  const body = z
    .object({ detail: z.array(z.object({ type: z.string(), loc: z.array(z.unknown()) })) })
    .parse(answer.json);
  return { status: answer.status, type: body.detail[0]?.type, loc: body.detail[0]?.loc };
}

/** Who buys in these tests. */
export const CUSTOMER = {
  first_name: 'Ada',
  last_name: 'Byron',
  phone_number: '+442087599036',
  email: 'ada@example.com',
};

/** What a shop's server does at Tickitto, and what its picker does. */
export class Shop {
  readonly stripe: Stripe;

  constructor(private readonly sandbox: TestSandbox) {
    const { hostname, port } = new URL(sandbox.origin('stripe'));
    this.stripe = new Stripe(STRIPE_SECRET_KEY, {
      host: hostname,
      port,
      protocol: 'http',
      telemetry: false,
      stripeAccount: STRIPE_ACCOUNT,
    });
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = { key: TICKITTO_KEY },
  ): Promise<Answer> {
    const answer = await fetch(`${this.sandbox.origin('tickitto')}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: answer.status, headers: answer.headers, json: await answer.json() };
  }

  async basket(id: string): Promise<WireBasket> {
    return basketSchema.parse((await this.call('GET', `/api/basket/?basket_id=${id}`)).json);
  }

  async newBasket(query = ''): Promise<WireBasket> {
    return basketSchema.parse((await this.call('POST', `/api/basket/${query}`)).json);
  }

  /** Opens a picker's session for an event and a basket. */
  async session(event: string, basketId: string): Promise<string> {
    const { json } = await this.call('GET', `/api/availability/?event_id=${event}&basket_id=${basketId}`);
    return z.object({ session_id: z.uuid() }).parse(json).session_id;
  }

  /** What the picker would show for the first date that has something left. */
  async offer(session: string): Promise<z.infer<typeof offerSchema>> {
    const { dates } = datesSchema.parse((await this.call('GET', `/availability/${session}/dates`)).json);
    const open = dates.flatMap(({ times }) => times).find(({ left }) => left !== 'none');
    return offerSchema.parse((await this.call('GET', `/availability/${session}/offers/${open?.id}`)).json);
  }

  /** Adds tickets of the first band and type, through the API. */
  async add(basketId: string, event: string, quantity = 1): Promise<Answer> {
    const session = await this.session(event, basketId);
    const offer = await this.offer(session);
    const band = offer.bands[0];
    return this.call('POST', `/api/basket/add?basket_id=${basketId}&availability_session_id=${session}`, {
      availability_id: offer.availability_id,
      product_id: offer.product_id,
      band_id: band?.id,
      booking_options: [{ concession_id: band?.tickets[0]?.id, quantity }],
    });
  }

  /** A basket with these events in it. */
  async filled(...events: string[]): Promise<WireBasket> {
    const { _id } = await this.newBasket();
    for (const event of events) {
      const { status, json } = await this.add(_id, event);
      if (status !== 200) throw new Error(`${event}: ${JSON.stringify(json)}`);
    }
    return this.basket(_id);
  }

  /** Asks for the intent. */
  async prepare(basketId: string): Promise<string> {
    const { json } = await this.call('POST', `/api/basket/stripe_object?basket_id=${basketId}`, CUSTOMER);
    return z.object({ stripe_payment_intent: z.string().startsWith('pi_') }).parse(json)
      .stripe_payment_intent;
  }

  /** Confirms an intent with a test card, as the browser would. */
  async pay(intent: string, card = 'pm_card_visa'): Promise<Stripe.PaymentIntent> {
    return this.stripe.paymentIntents.confirm(intent, {
      payment_method: card,
      return_url: 'http://localhost:3000/return',
    });
  }

  /** Polls the basket until it is as wanted. */
  until(basketId: string, done: (basket: WireBasket) => boolean, timeoutMs = 10_000): Promise<WireBasket> {
    return until(() => this.basket(basketId), done, { timeoutMs });
  }
}
