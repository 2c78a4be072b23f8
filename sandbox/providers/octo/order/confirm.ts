import { randomUUID } from 'node:crypto';
import { assertContacts, merge } from '../booking/contact';
import { deliver } from '../booking/deliver';
import { closePayments, end, lapse, noteBooking, noteHold } from '../booking/hold';
import type { ConfirmInput } from '../booking/input';
import type { Booking } from '../booking/model';
import type { Desk } from '../desk';
import type { Sent } from '../gateways/types';
import { askForMoney } from '../payment/ask';
import { refund } from '../payment/refund';
import { Refusal, unprocessable } from '../refusals';
import { live, type Order, outstanding, statusOf } from './model';

/** What a confirmation is called by, for the refusal that echoes it. */
export type Subject = { readonly uuid: string } | { readonly order: Order };

/**
 * Pays what is due and confirms everything that is on hold. What is confirmed and paid stays as it is, however often
 * it is asked for. Call it with the order locked.
 */
export async function confirm(
  desk: Desk,
  order: Order,
  subject: Subject,
  input: ConfirmInput,
  sendsMoney: boolean,
): Promise<void> {
  await lapse(desk, order);
  const status = statusOf(order, desk.world.clock.now());
  const due = outstanding(order);
  if ((status === 'CONFIRMED' || status === 'PENDING') && due === 0) return;
  if (status === 'EXPIRED') throw gone(order, subject);
  if (status === 'CANCELLED') throw unprocessable('It is cancelled.');
  const held = live(order).filter((booking) => booking.status === 'ON_HOLD');
  if (live(order).length === 0) throw unprocessable('There is nothing in the order.');
  tell(order, held, input);
  for (const booking of held) assertContacts(booking);
  if (input.cardPayment?.cancel === true) {
    // Nobody wants this attempt any more: what was set aside is let go, and the order waits for another.
    if (order.gateway) await desk.gateways[order.gateway].close(order);
    return;
  }
  if (due > 0) await pay(desk, order, held, due, sendsMoney ? input.cardPayment : null);
  else await refuseDoomed(desk, held);
  book(desk, order, held);
}

/**
 * Confirms an order that is known to be paid and that no shop confirms: the guest never came back. What is missing
 * about the guests stays missing.
 */
export async function confirmPaid(desk: Desk, order: Order, proof: Sent): Promise<void> {
  const held = live(order).filter((booking) => booking.status === 'ON_HOLD');
  const due = outstanding(order);
  if (held.length === 0 || due === 0) return;
  // Nobody is there to be told a "no"; the order shows it.
  order.wordSent = true;
  try {
    await pay(desk, order, held, due, proof);
    book(desk, order, held);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    order.paidMs = null;
    await lapse(desk, order);
  }
}

async function pay(
  desk: Desk,
  order: Order,
  held: readonly Booking[],
  due: number,
  sent: ConfirmInput['cardPayment'],
): Promise<void> {
  const money = await askForMoney(desk, order, due, sent);
  if (held.some((booking) => isDoomed(desk, booking))) {
    await money.letGo();
    await refuseDoomed(desk, held);
  }
  const taken = await money.take();
  order.payments.push({
    ...taken,
    id: randomUUID(),
    gateway: order.gateway ?? 'external',
    refunded: 0,
    atMs: desk.world.clock.now(),
  });
  order.paidMs = null;
  order.wordSinceMs = null;
  order.wordSent = false;
  // What a page has open beside it, such as an intent when a saved card paid, must not be paid too.
  if (order.gateway) await desk.gateways[order.gateway].close(order);
}

function book(desk: Desk, order: Order, held: readonly Booking[]): void {
  const now = desk.world.clock.now();
  order.confirmedMs ??= now;
  order.updatedMs = now;
  for (const booking of held) {
    noteHold(desk, booking, 'booked');
    booking.updatedMs = now;
    const wait = booking.product.behaviour?.pendingMs;
    if (wait === undefined) {
      accept(desk, booking);
      continue;
    }
    booking.status = 'PENDING';
    noteBooking(desk, booking, 'booking');
    desk.world.later(wait, () => desk.store.exclusive(order.id, () => decide(desk, booking)));
  }
  // Tickets that were added to what was confirmed before, and are paid now.
  for (const booking of live(order).filter((one) => !held.includes(one))) {
    noteBooking(desk, booking, booking.status === 'CONFIRMED' ? 'booked' : 'booking');
    deliver(desk, booking);
  }
}

/** The supplier's people have looked at it: tickets, or no tickets and the money back. */
export async function decide(desk: Desk, booking: Booking): Promise<void> {
  if (booking.status !== 'PENDING') return;
  if (!booking.product.behaviour?.rejected) {
    accept(desk, booking);
    return;
  }
  await refund(desk, booking.order, booking.pricing.retail);
  end(desk, booking, 'REJECTED');
  noteBooking(desk, booking, 'failed');
}

function accept(desk: Desk, booking: Booking): void {
  booking.status = 'CONFIRMED';
  booking.confirmedMs = desk.world.clock.now();
  booking.updatedMs = booking.confirmedMs;
  noteBooking(desk, booking, 'booked');
  deliver(desk, booking);
}

/** Lays what the confirmation tells over what is known. An order's contact is that of each booking without one. */
function tell(order: Order, held: readonly Booking[], input: ConfirmInput): void {
  order.contact = merge(order.contact, input.contact);
  order.emailReceipt = input.emailReceipt ?? order.emailReceipt;
  for (const booking of held) {
    booking.contact = merge(order.contact, merge(booking.contact, input.contact));
    booking.emailReceipt = input.emailReceipt ?? booking.emailReceipt;
    booking.notes = input.notes ?? booking.notes;
    booking.resellerReference = input.resellerReference ?? booking.resellerReference;
    for (const item of booking.unitItems) {
      const told = input.unitItems?.find(({ uuid }) => uuid === item.uuid);
      item.contact = merge(item.contact, told?.contact);
      item.resellerReference = told?.resellerReference ?? item.resellerReference;
    }
  }
}

function isDoomed(desk: Desk, { product, uuid }: Booking): boolean {
  const { doomed } = desk.store;
  return product.behaviour?.goneAtConfirm === true || doomed.has(product.id) || doomed.has(uuid);
}

/** The tickets went while the guest was paying. */
async function refuseDoomed(desk: Desk, held: readonly Booking[]): Promise<void> {
  const lost = held.filter((booking) => isDoomed(desk, booking));
  if (lost.length === 0) return;
  for (const booking of lost) {
    end(desk, booking, 'EXPIRED');
    noteBooking(desk, booking, 'failed');
    await closePayments(desk, booking.order);
  }
  throw unprocessable(`${lost.map(({ product }) => product.title).join(', ')}: sold out.`);
}

function gone(order: Order, subject: Subject): Refusal {
  if ('uuid' in subject) return new Refusal('INVALID_BOOKING_UUID', undefined, { uuid: subject.uuid });
  const first = order.bookings[0];
  return new Refusal('INVALID_BOOKING_UUID', 'The order has expired.', {
    uuid: first?.uuid ?? null,
    orderId: order.id,
  });
}
