import type { CallContext } from '@/lib/checkout/supplier';
import type { HttpClient } from '@/lib/platform/http/types';
import { acts, calls, type Subject } from './calls';
import type { Call, Line, Reply } from './client';
import type { OctoConfig } from './config';
import { loneOrder, orderOf } from './map';
import type { Order } from './order';
import type { Vault } from './vault';
import { bookingWire, orderWire } from './wire-order';

/** What the verbs work with. */
export interface Desk extends Line {
  readonly config: OctoConfig;
  readonly now: () => number;
  /** Where card details wait for their attempt; absent unless the partner is certified for them. */
  readonly vault?: Vault;
  /** For documents from one of the configured origins; carries no key. */
  readonly documents: (origin: string) => HttpClient;
}

/** How an order stands. Only reads. */
export function readOrder(desk: Desk, ctx: CallContext, subject: Subject): Promise<Reply<Order>> {
  return subject.kind === 'order'
    ? asked(desk, ctx, calls.order(subject.id), orderOf)
    : asked(desk, ctx, calls.booking(subject.id), loneOrder);
}

/** Sends a call that answers what is held as it then stands. */
export function actOn(
  desk: Desk,
  ctx: CallContext,
  subject: Subject,
  http: Call<unknown>['http'],
): Promise<Reply<Order>> {
  return subject.kind === 'order'
    ? asked(desk, ctx, { http, schema: orderWire }, orderOf)
    : asked(desk, ctx, { http, schema: bookingWire }, loneOrder);
}

/** Tells the order, or the booking, where its customer comes back to, and answers how it is paid then. */
export function tellReturn(desk: Desk, ctx: CallContext, subject: Subject, returnUrl: string) {
  return subject.kind === 'order'
    ? asked(desk, ctx, calls.tellOrder(subject.id, { returnUrl }), orderOf)
    : asked(desk, ctx, calls.tellBooking(subject.id, { returnUrl }), loneOrder);
}

/** More time for what is held. */
export function extendOrder(desk: Desk, ctx: CallContext, subject: Subject): Promise<Reply<Order>> {
  return actOn(desk, ctx, subject, acts.extend(subject));
}

async function asked<T>(
  { send, config }: Desk,
  ctx: CallContext,
  call: Call<T>,
  map: (wire: T, frame: OctoConfig) => Order,
): Promise<Reply<Order>> {
  const reply = await send(ctx, call);
  return reply.kind === 'ok' ? { kind: 'ok', value: map(reply.value, config) } : reply;
}
