import type { BookingRow, HoldRow } from '../../../core/ledger';
import type { Desk } from '../desk';
import { type Order, paid } from '../order/model';
import { refund } from '../payment/refund';
import { paxOf } from '../stock';
import type { Booking } from './model';

/** How long a hold lasts where nobody asks for another time, as captured bookings show it. */
export const HOLD_MS = 30 * 60_000;
/** The longest that can be asked for. */
export const LONGEST_MINUTES = 240;

const pax = (booking: Booking) => paxOf(booking.unitItems.map(({ unit }) => unit));

/** Takes a booking's room out of the stock; false when it is not there. Test bookings take nothing. */
export function take(desk: Desk, booking: Booking): boolean {
  const { slot, product, order } = booking;
  const { stock } = desk.store;
  if (slot ? !order.testMode && !stock.take(slot, pax(booking)) : stock.isGone(product.id)) return false;
  booking.holding = true;
  return true;
}

/** Gives the room back. */
export function give(desk: Desk, booking: Booking): void {
  if (booking.holding && booking.slot && !booking.order.testMode)
    desk.store.stock.give(booking.slot, pax(booking));
  booking.holding = false;
}

/** Sees to it that the order's hold ends when it says it does. */
export function watch(desk: Desk, order: Order): void {
  const ms = Math.max(0, order.expiresMs - desk.world.clock.now());
  desk.world.later(ms, () => desk.store.exclusive(order.id, () => lapse(desk, order)));
}

/** Ends what is on hold and not paid when its time is over. Call it with the order locked. */
export async function lapse(desk: Desk, order: Order): Promise<void> {
  if (order.expiresMs > desk.world.clock.now() || order.paidMs !== null) return;
  const over = order.bookings.filter(({ status }) => status === 'ON_HOLD');
  if (over.length === 0) return;
  for (const booking of over) end(desk, booking, 'EXPIRED');
  await closePayments(desk, order);
}

/** A booking that will not be confirmed any more. */
export function end(desk: Desk, booking: Booking, status: 'EXPIRED' | 'CANCELLED' | 'REJECTED'): void {
  give(desk, booking);
  booking.status = status;
  booking.updatedMs = desk.world.clock.now();
  noteHold(desk, booking, status === 'EXPIRED' ? 'expired' : 'released');
}

/**
 * Once nothing of an order is on hold, nobody may pay for it: what is open is closed. Once nothing at all is left of it,
 * what was paid before goes back.
 */
export async function closePayments(desk: Desk, order: Order): Promise<void> {
  const has = (...status: Booking['status'][]) => order.bookings.some((one) => status.includes(one.status));
  if (order.gateway === null || has('ON_HOLD')) return;
  order.paidMs = null;
  await desk.gateways[order.gateway].close(order);
  if (!has('PENDING', 'CONFIRMED', 'REDEEMED')) await refund(desk, order, paid(order));
}

/** Writes the hold to the ledger. */
export function noteHold(desk: Desk, booking: Booking, status: HoldRow['status']): void {
  desk.world.ledger.hold({
    provider: 'octo',
    id: booking.uuid,
    group: booking.order.group ?? booking.uuid,
    title: booking.product.title,
    status,
    expiresAt: new Date(booking.order.expiresMs).toISOString(),
  });
}

/** Writes the booking to the ledger. */
export function noteBooking(desk: Desk, booking: Booking, status: BookingRow['status']): void {
  desk.world.ledger.booking({
    provider: 'octo',
    id: booking.uuid,
    group: booking.order.group ?? booking.uuid,
    title: booking.product.title,
    status,
    amount: booking.pricing.retail,
    currency: booking.pricing.currency,
    reference: status === 'failed' ? undefined : booking.supplierReference,
  });
}
