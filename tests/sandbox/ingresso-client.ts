import { z } from 'zod';
import { INGRESSO_STRIPE } from '@/sandbox/core/secrets';
import { PASSWORD } from '@/sandbox/providers/ingresso/users';
import type { TestSandbox } from '../support/sandbox';

export type User = 'demo' | 'demo-stripe' | 'demo-redirect' | 'demo-browse';

const performances = z.object({
  results: z.object({
    performance: z.array(
      z.object({ perf_id: z.string(), iso8601_date_and_time: z.string(), cached_max_seats: z.int() }),
    ),
  }),
});

const result = z.looseObject({ success: z.boolean() });
const seat = z.looseObject({
  full_id: z.string(),
  is_restricted_view: z.boolean(),
  seat_text: z.string().optional(),
});

const order = z.looseObject({
  item_number: z.int(),
  event: z.looseObject({ event_id: z.string() }),
  seat_request_status: z.string().optional(),
  backend_purchase_reference: z.string().optional(),
  cancellation_status: z.string().optional(),
  reserve_failure_comment: z.string().optional(),
  requested_seat_ids: z.array(z.string()).optional(),
  send_method: z.looseObject({ send_code: z.string(), self_print_voucher_url: z.string().optional() }),
  ticket_orders: z.object({
    ticket_order: z.array(
      z.looseObject({ discount_code: z.string(), no_of_seats: z.int(), seats: z.array(seat).optional() }),
    ),
  }),
});

const bundle = z.looseObject({
  bundle_source_code: z.string(),
  bundle_total_cost: z.number(),
  order: z.array(order),
  debitor: z
    .looseObject({ debitor_type: z.string(), debitor_integration_data: z.record(z.string(), z.unknown()) })
    .optional(),
  purchase_result: result.optional(),
});

const trolley = z.looseObject({
  transaction_uuid: z.string(),
  transaction_id: z.string().optional(),
  bundle: z.array(bundle),
  purchase_result: result.extend({ is_partial: z.boolean() }).optional(),
});

const callout = z.looseObject({
  callout_type: z.enum(['get', 'post']),
  callout_destination_url: z.url(),
  callout_parameters: z.record(z.string(), z.string()),
  callout_parameters_order: z.array(z.string()),
});

/** A transaction's answer, or a callout's, as far as the tests look. */
export const answerSchema = z.looseObject({
  transaction_status: z.enum(['reserved', 'released', 'attempting', 'purchased', 'failed']).optional(),
  minutes_left_on_reserve: z.number().optional(),
  trolley_contents: trolley.optional(),
  unreserved_orders: z.array(order).optional(),
  input_contained_unavailable_order: z.boolean().optional(),
  callout: callout.optional(),
  pending_callout: callout.optional(),
  error_code: z.int().optional(),
  error_desc: z.string().optional(),
  error_key: z.string().optional(),
});

const trolleyAnswer = z.looseObject({
  trolley_token: z.string(),
  trolley_token_contents: z.looseObject({
    bundle: z.array(bundle).optional(),
    trolley_bundle_count: z.int(),
    trolley_order_count: z.int(),
  }),
  discarded_orders: z.array(order),
  input_contained_unavailable_order: z.boolean(),
});

/** An answer with its status and headers. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: z.infer<typeof answerSchema>;
}

export type Fields = Record<string, string>;

/** Who buys in these tests. */
export const CUSTOMER: Fields = {
  first_name: 'Ada',
  last_name: 'Byron',
  address_line_one: '12 St James’s Square',
  town: 'London',
  postcode: 'SW1Y 4JH',
  country_code: 'uk',
  phone: '0203 137 7420',
  email_address: 'ada@example.com',
};

/** What a browser's headers add to a purchase with redirects. */
export function returning(token: string): Fields {
  return {
    return_token: token,
    return_url: `http://127.0.0.1:9/return/${token}`,
    client_http_user_agent: 'Mozilla/5.0',
    client_http_accept: 'text/html',
  };
}

/** What a shop's server does at the platform. */
export class F13 {
  constructor(
    readonly sandbox: TestSandbox,
    readonly user: User = 'demo',
  ) {}

  as(user: User): F13 {
    return new F13(this.sandbox, user);
  }

  async raw(path: string, init: RequestInit = {}): Promise<Answer> {
    const authorization = `Basic ${Buffer.from(`${this.user}:${PASSWORD}`).toString('base64')}`;
    const answer = await fetch(`${this.sandbox.origin('ingresso')}${path}`, {
      ...init,
      headers: { authorization, ...init.headers },
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: answerSchema.parse(JSON.parse(text)),
    };
  }

  /** The documented order: one adult and two children in CIRCLE C, collected at the venue. */
  async worked(): Promise<Fields> {
    return {
      perf_id: await this.perf('6IF', 1),
      ticket_type_code: 'CIRCLE',
      price_band_code: 'C/pool',
      no_of_seats: '3',
      disc0: 'ADULT',
      disc1: 'CHILD',
      disc2: 'CHILD',
    };
  }

  get(endpoint: string, params: Fields = {}): Promise<Answer> {
    return this.raw(`/f13/${endpoint}?${new URLSearchParams(params)}`);
  }

  post(endpoint: string, params: Fields = {}): Promise<Answer> {
    return this.raw(`/f13/${endpoint}`, { method: 'POST', body: new URLSearchParams(params) });
  }

  /** A performance with tickets, at least ten days ahead, of an event; on one weekday (0 is Sunday) where it matters, else not on a Tuesday: 6IE fails then. */
  async perf(event: string, day?: number): Promise<string> {
    const { text } = await this.get('performances.v1', { event_id: event, page_length: '200' });
    const soon = this.sandbox.running.world.clock.now() + 10 * 86_400_000;
    const found = performances
      .parse(JSON.parse(text))
      .results.performance.find(({ iso8601_date_and_time: iso, cached_max_seats: left }) => {
        const own = new Date(`${iso.slice(0, 10)}T00:00Z`).getUTCDay();
        const onDay = day === undefined ? own !== 2 : own === day;
        return left > 0 && onDay && Date.parse(iso) > soon;
      });
    if (!found) throw new Error(`${event} has no performance to sell.`);
    return found.perf_id;
  }

  /** The parameters of an order: the first band of the first part where nothing else is said. */
  async order(event: string, more: Fields = {}): Promise<Fields> {
    const perf = more.perf_id ?? (await this.perf(event));
    const { text } = await this.get('availability.v1', { perf_id: perf });
    const type = z
      .object({
        availability: z.object({
          ticket_type: z.array(
            z.object({
              ticket_type_code: z.string(),
              price_band: z.array(z.object({ price_band_code: z.string() })),
            }),
          ),
        }),
      })
      .parse(JSON.parse(text)).availability.ticket_type[0];
    return {
      perf_id: perf,
      ticket_type_code: type?.ticket_type_code ?? 'GENERAL',
      price_band_code: type?.price_band[0]?.price_band_code ?? 'A/pool',
      no_of_seats: '1',
      ...more,
    };
  }

  async trolley(params: Fields): Promise<z.infer<typeof trolleyAnswer>> {
    return trolleyAnswer.parse(JSON.parse((await this.get('trolley.v1', params)).text));
  }

  /** Puts orders of several events into one trolley and answers its token. */
  async filled(...events: string[]): Promise<string> {
    let token = '';
    for (const event of events) {
      const order = await this.order(event);
      token = (await this.trolley({ ...order, ...(token ? { trolley_token: token } : {}) })).trolley_token;
    }
    return token;
  }

  /** Reserves orders of these events together; the uuid and the whole answer. */
  async hold(...events: string[]): Promise<{ uuid: string; json: Answer['json'] }> {
    const { json } = await this.post('reserve.v1', { trolley_token: await this.filled(...events) });
    return { uuid: json.trolley_contents?.transaction_uuid ?? '', json };
  }

  purchase(uuid: string, more: Fields = {}): Promise<Answer> {
    return this.post('purchase.v1', { ...CUSTOMER, transaction_uuid: uuid, ...more });
  }

  callback(token: string, next: string, params: Fields = {}): Promise<Answer> {
    return this.post(`callback.v1/this.${token}/next.${next}`, params);
  }

  status(uuid: string, more: Fields = {}): Promise<Answer> {
    return this.get('status.v1', { transaction_uuid: uuid, ...more });
  }

  /** A fresh Stripe token, as the card frame makes one with a bundle's publishable key. */
  async token(
    merchant: keyof typeof INGRESSO_STRIPE = 'ingresso_gbp',
    number = '4242424242424242',
  ): Promise<string> {
    const origin = this.sandbox.origin('stripe');
    const answer = await fetch(`${origin}/v1/tokens`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({
        key: INGRESSO_STRIPE[merchant].publishableKey,
        'card[number]': number,
        'card[exp_month]': '12',
        'card[exp_year]': '34',
        'card[cvc]': '123',
      }),
    });
    return z.object({ id: z.string() }).parse(await answer.json()).id;
  }
}
