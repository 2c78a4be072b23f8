import type { JsonObject } from '@/lib/checkout/json';
import type { HttpCall } from '@/lib/platform/http/types';
import { activitiesWire, activityWire, dateWire, daysWire } from './wire';
import {
  anyWire,
  cartWire,
  newCartWire,
  orderInfoWire,
  orderWire,
  refundsWire,
  schemaWire,
  splitWire,
} from './wire-order';

/** Paying asks a gateway and a bank, one after the other. */
const PAY_MS = 60_000;

const on = encodeURIComponent;

/**
 * Every call that we make (the platform's documentation). `repeat` is the retry table: what may happen twice over there without
 * harm may be sent twice. A cart holds nothing, so a second one harms nobody, but what is put in twice is in it twice. An order
 * is made once, and a payment is made once: their answers are looked for before anything is asked again.
 */
export const calls = {
  activities: (query: Record<string, string | number>) => ({
    http: { ...browse('activities', '/activities'), query },
    schema: activitiesWire,
  }),
  activity: (uuid: string) => ({ http: browse('activity', `/activities/${on(uuid)}`), schema: activityWire }),
  days: (uuid: string, query: Record<string, string>) => ({
    http: { ...browse('dates', `/activities/${on(uuid)}/dates`), query },
    schema: daysWire,
  }),
  date: (uuid: string, day: string) => ({
    http: browse('date', `/activities/${on(uuid)}/dates/${on(day)}`),
    schema: dateWire,
  }),

  newCart: (json: JsonObject) => ({
    http: act('cart.new', 'POST', '/carts', json, 'always'),
    schema: newCartWire,
  }),
  cart: (uuid: string) => ({ http: read('cart.read', `/carts/${on(uuid)}`), schema: cartWire }),
  putIn: (cart: string, items: readonly JsonObject[]) => ({
    http: act('cart.add', 'POST', `/carts/${on(cart)}/items`, items, 'unsent'),
    schema: anyWire,
  }),
  takeOut: (cart: string, item: string) => ({
    http: act('cart.remove', 'DELETE', `/carts/${on(cart)}/items/${on(item)}`, undefined, 'always'),
    schema: anyWire,
  }),
  customerSchema: (cart: string) => ({
    http: read('customer.schema', `/carts/${on(cart)}/customer/schema`),
    schema: schemaWire,
  }),
  customer: (cart: string, json: JsonObject) => ({
    http: act('customer.put', 'PUT', `/carts/${on(cart)}/customer`, json, 'always'),
    schema: anyWire,
  }),
  participantsSchema: (cart: string, item: string) => ({
    http: read('participants.schema', `/carts/${on(cart)}/items/${on(item)}/participants/schema`),
    schema: schemaWire,
  }),
  participants: (cart: string, item: string, json: readonly JsonObject[]) => ({
    http: act('participants.put', 'PUT', `/carts/${on(cart)}/items/${on(item)}/participants`, json, 'always'),
    schema: anyWire,
  }),
  orderInfo: (cart: string) => ({
    http: read('order.info', `/carts/${on(cart)}/order-info`),
    schema: orderInfoWire,
  }),

  newOrder: (json: JsonObject) => ({
    http: act('order.new', 'POST', '/orders', json, 'unsent'),
    schema: orderWire,
  }),
  order: (uuid: string) => ({ http: read('order.read', `/orders/${on(uuid)}`), schema: orderWire }),
  refunds: (order: string) => ({
    http: read('order.refunds', `/orders/${on(order)}/refunds`),
    schema: refundsWire,
  }),
  cancel: (order: string, item: string, json: JsonObject) => ({
    http: act('item.cancel', 'DELETE', `/orders/${on(order)}/items/${on(item)}`, json, 'unsent'),
    schema: anyWire,
  }),
  policies: (order: string, item: string) => ({
    http: read('item.policies', `/orders/${on(order)}/items/${on(item)}/refund-policies`),
    schema: anyWire,
  }),

  noPayment: (order: string) => ({
    http: pay('pay.none', '/payments/no/payment', { uuid: order }),
    schema: orderWire,
  }),
  split: (json: JsonObject) => ({
    http: pay('pay.split', '/payments/split/payment', json),
    schema: splitWire,
  }),
  complete: (json: JsonObject) => ({
    http: pay('pay.complete', '/payments/split/complete_3d_secure', json),
    schema: splitWire,
  }),
};

function browse(name: string, path: string): HttpCall {
  return { name: `musement.${name}`, method: 'GET', path, kind: 'catalogue', repeat: 'always' };
}

function read(name: string, path: string): HttpCall {
  return { name: `musement.${name}`, method: 'GET', path, kind: 'payment', repeat: 'always' };
}

function act(
  name: string,
  method: HttpCall['method'],
  path: string,
  json: unknown,
  repeat: HttpCall['repeat'],
): HttpCall {
  const body = json === undefined ? {} : { body: { json } };
  return { name: `musement.${name}`, method, path, kind: 'payment', repeat, ...body };
}

function pay(name: string, path: string, json: JsonObject): HttpCall {
  return { ...act(name, 'POST', path, json, 'unsent'), deadlineMs: PAY_MS };
}
