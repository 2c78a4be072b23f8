import { randomUUID } from 'node:crypto';
import { reference } from '../booking/choose';
import { HOLD_MS, lapse, noteHold, watch } from '../booking/hold';
import { nobody } from '../booking/model';
import type { Desk } from '../desk';
import { Refusal, unprocessable } from '../refusals';
import type { Session } from '../session';
import { type Order, statusOf } from './model';

const MINUTE = 60_000;

/** An order with nothing in it. It is not remembered yet: a lone booking that is refused leaves none behind. */
export function newOrder(desk: Desk, session: Session): Order {
  const now = desk.world.clock.now();
  return {
    id: randomUUID(),
    reference: reference('NBO'),
    connection: session.connection,
    testMode: session.testMode,
    currency: null,
    gateway: null,
    group: null,
    bookings: [],
    contact: nobody(),
    emailReceipt: false,
    returnUrl: null,
    expiresMs: now,
    createdMs: now,
    updatedMs: now,
    confirmedMs: null,
    cancelled: false,
    payments: [],
    wordSinceMs: null,
    wordSent: false,
    paidMs: null,
  };
}

/** Refuses to let a booking into an order that is over. */
export function assertJoinable(desk: Desk, order: Order): void {
  const status = statusOf(order, desk.world.clock.now());
  const fresh = order.bookings.length === 0 && !desk.store.orders.has(order.id);
  if (fresh || status === 'ON_HOLD' || status === 'CONFIRMED') return;
  if (status === 'EXPIRED')
    throw new Refusal('INVALID_ORDER_ID', 'The order has expired.', { id: order.id, orderId: order.id });
  throw unprocessable(`The order is ${status}.`);
}

/**
 * Lets the order's hold run from now for what was asked for, or for as long as usual; it never gets shorter. All of an
 * order's bookings share its hold. `shortMs` is a scenario's, and wins.
 */
export function hold(desk: Desk, order: Order, minutes: number | null, shortMs?: number): void {
  const now = desk.world.clock.now();
  const ms = shortMs ?? (minutes === null ? HOLD_MS : minutes * MINUTE);
  order.expiresMs = Math.max(order.expiresMs, now + ms);
  order.updatedMs = now;
  watch(desk, order);
}

/** More time for everything on hold; the end moves to so many minutes from now (30), and never towards it. */
export async function extend(desk: Desk, order: Order, minutes: number | null): Promise<void> {
  await lapse(desk, order);
  if (statusOf(order, desk.world.clock.now()) !== 'ON_HOLD')
    throw unprocessable('Only what is on hold can be extended.');
  if (order.bookings.some(({ product }) => product.behaviour?.notExtendable))
    throw unprocessable('This hold cannot be extended.');
  hold(desk, order, minutes);
  for (const booking of order.bookings) if (booking.status === 'ON_HOLD') noteHold(desk, booking, 'held');
}
