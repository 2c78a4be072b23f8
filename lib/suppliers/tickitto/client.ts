import type { z } from 'zod';
import type { CallContext } from '@/lib/checkout/supplier';
import type { HttpCall, HttpClient } from '@/lib/platform/http/types';
import { readJson } from '@/lib/platform/json';
import { faultIn } from './errors';
import { accountWire, basketWire, eventsWire, eventWire, sessionWire, stripeObjectWire } from './wire';

/** A call as data: how it goes out, and how its answer is read. */
export interface Call<T> {
  readonly http: HttpCall;
  readonly schema: z.ZodType<T>;
}

/**
 * What came of a call. `refused` is Tickitto's own no, with its error type. After `unsent` nothing happened over there;
 * after `lost` nobody knows, and an answer that cannot be read counts as lost too.
 */
export type Reply<T> =
  | { readonly kind: 'ok'; readonly value: T; readonly headers: Headers }
  | { readonly kind: 'refused'; readonly status: number; readonly type: string; readonly message: string }
  | { readonly kind: 'unsent' }
  | { readonly kind: 'lost' };

/** Sends calls, one at a time. */
export type Send = <T>(ctx: CallContext, call: Call<T>) => Promise<Reply<T>>;

/** Wraps the shop's HTTP client, which already carries the key; see `index.ts`. */
export function sender(http: HttpClient): Send {
  return async (ctx, { http: call, schema }) => {
    const headers = { 'accept-language': ctx.locale, ...call.headers };
    const answer = await http.call(ctx, { ...call, headers });
    if (answer.kind !== 'answered') return { kind: answer.kind };
    const json = readJson(answer.text);
    const value = json.ok ? json.value : null;
    if (answer.status >= 200 && answer.status < 300) {
      const parsed = schema.safeParse(value);
      return parsed.success ? { kind: 'ok', value: parsed.data, headers: answer.headers } : { kind: 'lost' };
    }
    const { type, message } = faultIn(value);
    // A 500 with one of Tickitto's own error types is a considered no (`payment_mismatch` is sent so); any other proves nothing.
    const considered = answer.status < 500 ? answer.status >= 400 : type.startsWith('basket_error.');
    return considered ? { kind: 'refused', status: answer.status, type, message } : { kind: 'lost' };
  };
}

/** The customer as Tickitto takes them, for `stripe_object`. */
export interface CustomerWire {
  readonly first_name: string;
  readonly last_name: string;
  readonly phone_number: string;
  readonly email: string;
  readonly currency: string;
}

/** `BasketItemCreate`: additional properties are refused. */
export interface AddWire {
  readonly availability_id: string;
  readonly product_id: string;
  readonly band_id?: string;
  readonly booking_options: readonly { readonly concession_id?: string; readonly quantity: number }[];
}

/**
 * Every call that we make (Tickitto's published OpenAPI document: ids stand in the query, collections end with a slash,
 * success is 200). `repeat` is the retry table: what may happen twice over there without harm may be sent twice.
 */
export const calls = {
  account: () => ({ http: read('account', '/api/authentication/account'), schema: accountWire }),

  events: (query: EventsQuery) => ({
    http: { ...read('events', '/api/events/', { ...query }), kind: 'catalogue' as const },
    schema: eventsWire,
  }),

  event: (id: string, currency: string) => ({
    http: {
      ...read('event', `/api/events/${encodeURIComponent(id)}`, { currency }),
      kind: 'catalogue' as const,
    },
    schema: eventWire,
  }),

  /** Opens a picker's session. One too many costs nothing: it only ends by itself. */
  session: (event_id: string, basket_id: string) => ({
    http: read('availability', '/api/availability/', { event_id, basket_id }),
    schema: sessionWire,
  }),

  basket: (basket_id: string, currency: string) => ({
    http: read('basket.read', '/api/basket/', { basket_id, currency }),
    schema: basketWire,
  }),

  /** An empty basket holds nothing, but nobody would ever use the second one. */
  createBasket: (currency: string) => ({
    http: act('basket.create', '/api/basket/', { payment_method_type: 'stripe', currency }, 'unsent'),
    schema: basketWire,
  }),

  /** Twice would hold the tickets twice. A lost answer is resolved by reading the basket. */
  add: (basket_id: string, availability_session_id: string, currency: string, json: AddWire) => ({
    http: {
      ...act('basket.add', '/api/basket/add', { basket_id, availability_session_id, currency }, 'unsent'),
      body: { json },
    },
    schema: basketWire,
  }),

  /** The second time it answers that the item is not there, which is what was wanted. */
  remove: (basket_id: string, item_id: string, currency: string) => ({
    http: act('basket.remove', '/api/basket/remove', { basket_id, item_id, currency }, 'always'),
    schema: basketWire,
  }),

  /** Makes the payment intent, or answers the one that the basket has: no customer is charged by it. */
  stripeObject: (basket_id: string, json: CustomerWire) => ({
    http: {
      ...act('basket.stripe_object', '/api/basket/stripe_object', { basket_id }, 'always'),
      body: { json },
    },
    schema: stripeObjectWire,
  }),

  /** Gives up a booked ticket for good: never sent twice, a lost answer is resolved by reading the basket. */
  cancel: (order_id: string, item_id: string) => ({
    http: act('basket.cancel', '/api/basket/cancel', { order_id, item_id }, 'unsent'),
    schema: basketWire,
  }),
};

/** Query of `GET /api/events/`; dates are YYYY-MM-DD, `limit` 1 to 100. */
export interface EventsQuery {
  readonly t1: string;
  readonly t2: string;
  readonly text?: string;
  readonly currency: string;
  readonly skip: number;
  readonly limit: number;
}

type Query = NonNullable<HttpCall['query']>;

function read(name: string, path: string, query?: Query): HttpCall {
  return { name: `tickitto.${name}`, method: 'GET', path, query, kind: 'payment', repeat: 'always' };
}

function act(name: string, path: string, query: Query, repeat: HttpCall['repeat']): HttpCall {
  return { name: `tickitto.${name}`, method: 'POST', path, query, kind: 'payment', repeat };
}
