import type { JsonObject } from '@/lib/checkout/json';
import type { HttpCall } from '@/lib/platform/http/types';
import { calendarWire, productsWire, productWire, slotsWire } from './wire';
import { bookingWire, orderWire } from './wire-order';

/** What is held: an order with its bookings where the supplier has carts, else one booking. */
export type Subject =
  | { readonly kind: 'order'; readonly id: string }
  | { readonly kind: 'booking'; readonly id: string };

/** Confirming asks a payment gateway and a reservation system, one after the other. */
const CONFIRM_MS = 60_000;

/** What availability is asked for. Dates are `YYYY-MM-DD`, local. */
export interface Ask {
  readonly productId: string;
  readonly optionId: string;
  readonly units?: readonly { readonly id: string; readonly quantity: number }[];
  readonly currency?: string;
}

/**
 * Every call that we make (the platform's documentation of OCTO). `repeat` is the retry table: what may happen twice over
 * there without harm may be sent twice. A booking has our uuid and is held once; extending and telling details change
 * nothing the second time. Confirming moves money: its answer is looked for before it is asked again.
 */
export const calls = {
  products: () => ({ http: browse('products', 'GET', '/products'), schema: productsWire }),

  product: (id: string) => ({
    http: browse('product', 'GET', `/products/${encodeURIComponent(id)}`),
    schema: productWire,
  }),

  calendar: (ask: Ask & { localDateStart: string; localDateEnd: string }) => ({
    http: browse('calendar', 'POST', '/availability/calendar', { ...ask }),
    schema: calendarWire,
  }),

  slots: (ask: Ask & ({ localDate: string } | { availabilityIds: readonly string[] })) => ({
    http: browse('availability', 'POST', '/availability', { ...ask }),
    schema: slotsWire,
  }),

  reserve: (json: JsonObject) => ({
    http: act('reserve', 'POST', '/bookings', json, 'always'),
    schema: bookingWire,
  }),

  booking: (uuid: string) => ({
    http: act('read', 'GET', at({ kind: 'booking', id: uuid }), undefined, 'always'),
    schema: bookingWire,
  }),

  order: (id: string) => ({
    http: act('read', 'GET', at({ kind: 'order', id }), undefined, 'always'),
    schema: orderWire,
  }),

  /** Contacts and references of a booking; the second time it changes nothing. */
  tellBooking: (uuid: string, json: JsonObject) => ({
    http: act('update', 'PATCH', at({ kind: 'booking', id: uuid }), json, 'always'),
    schema: bookingWire,
  }),

  tellOrder: (id: string, json: JsonObject) => ({
    http: act('update', 'PATCH', at({ kind: 'order', id }), json, 'always'),
    schema: orderWire,
  }),
};

/** The path of what is held. */
export function at({ kind, id }: Subject): string {
  return `/${kind}s/${encodeURIComponent(id)}`;
}

/** Calls that are the same for an order and for a booking that stands by itself. */
export const acts = {
  extend: (subject: Subject) => act('extend', 'POST', `${at(subject)}/extend`, {}, 'always'),

  confirm: (subject: Subject, json: unknown): HttpCall => ({
    ...act('confirm', 'POST', `${at(subject)}/confirm`, json, 'unsent'),
    deadlineMs: CONFIRM_MS,
  }),

  /** Of a hold it lets go, of tickets it gives up for good: looked at before and after, and sent once. */
  cancel: (subject: Subject, reason: string) =>
    act('cancel', 'POST', `${at(subject)}/cancel`, { reason }, 'unsent'),
};

function browse(name: string, method: 'GET' | 'POST', path: string, json?: unknown): HttpCall {
  return {
    name: `octo.${name}`,
    method,
    path,
    kind: 'catalogue',
    repeat: 'always',
    ...(json === undefined ? {} : { body: { json } }),
  };
}

function act(
  name: string,
  method: HttpCall['method'],
  path: string,
  json: unknown,
  repeat: HttpCall['repeat'],
): HttpCall {
  return {
    name: `octo.${name}`,
    method,
    path,
    kind: 'payment',
    repeat,
    ...(json === undefined ? {} : { body: { json } }),
  };
}
