import { randomBytes } from 'node:crypto';
import type { BookingRow } from '../../../core/ledger';
import type { Desk } from '../desk';
import { hold, note, release } from './holds';
import { type Basket, type Item, ticketCount } from './model';
import { refundItem } from './refunds';
import { chargeable, shares } from './totals';

/** How long a venue usually takes to confirm. */
const CONFIRM_MS = 700;

/** Locks the basket's items and books them one after another; resolves when each has ended booked or errored. */
export function bookBasket(desk: Desk, basket: Basket): Promise<void> {
  const paid = shares(basket);
  const due = chargeable(basket).filter(({ booked }) => !booked);
  basket.status = 'checkout_pending';
  for (const item of due) {
    item.status = 'booking';
    item.paid = paid.get(item.id) ?? 0;
    noteBooking(desk, basket, item, 'booking');
  }
  return new Promise((done) => bookNext(desk, basket, due, done));
}

function bookNext(desk: Desk, basket: Basket, due: readonly Item[], done: () => void): void {
  const [item, ...rest] = due;
  if (!item) {
    const whole = chargeable(basket).every(
      ({ status }) => status !== 'errored' && status !== 'errored_and_refunded',
    );
    basket.status = whole ? 'checked_out' : 'checked_out_with_errors';
    done();
    return;
  }
  desk.world.later(item.event.behaviour?.bookingMs ?? CONFIRM_MS, () => {
    bookItem(desk, basket, item);
    bookNext(desk, basket, rest, done);
  });
}

function bookItem(desk: Desk, basket: Basket, item: Item): void {
  const { behaviour } = item.event;
  const refused = behaviour?.bookingFails || item.doomed || desk.store.doomed.has(item.event.id);
  // A hold that lapsed before the money came is tried once more: somebody else may have the seats by now.
  const holding = item.holding || (!behaviour?.reholdFails && hold(desk, basket, item));
  if (refused || !holding) {
    failItem(desk, basket, item);
    return;
  }
  note(desk, basket, item, 'booked');
  item.reference = `TK${randomBytes(4).toString('hex').toUpperCase()}`;
  if (behaviour?.fulfilmentMs) {
    item.status = 'fulfilment_pending';
    desk.world.later(behaviour.fulfilmentMs, () => {
      if (item.status !== 'fulfilment_pending') return;
      markBooked(desk, basket, item);
      issueVouchers(desk, basket, item);
    });
    return;
  }
  markBooked(desk, basket, item);
  if (behaviour?.fulfilmentErrors) item.status = 'fulfilment_errored';
  else if (behaviour?.voucherMs)
    desk.world.later(behaviour.voucherMs, () => issueVouchers(desk, basket, item));
  else issueVouchers(desk, basket, item);
}

function markBooked(desk: Desk, basket: Basket, item: Item): void {
  item.status = 'booked';
  item.booked = true;
  item.bookedMs = desk.world.clock.now();
  noteBooking(desk, basket, item, 'booked');
}

/** An item that was paid for and cannot be booked. Its tickets go back on sale; the money stays until it is refunded. */
export function failItem(desk: Desk, basket: Basket, item: Item): void {
  release(desk, basket, item, 'released');
  item.status = 'errored';
  noteBooking(desk, basket, item, 'failed');
  const refundMs = item.event.behaviour?.refundAfterMs;
  if (refundMs !== undefined) desk.world.later(refundMs, () => refundItem(desk, basket, item));
}

/** Makes an item's vouchers known, once: one for each ticket, and one with all of them. */
export function issueVouchers(desk: Desk, basket: Basket, item: Item): void {
  if (item.voucher || !item.reference) return;
  const issue = (ticket: number | null) => {
    // Whoever knows the address sees the ticket, so it is long and random.
    const id = randomBytes(18).toString('base64url');
    desk.store.vouchers.set(id, { basketId: basket.id, itemId: item.id, ticket });
    return id;
  };
  item.voucher = issue(null);
  item.ticketVouchers = Array.from({ length: ticketCount(item) }, (_, index) => issue(index));
  if (item.status === 'fulfilment_errored') item.status = 'booked';
}

/** Writes the booking to the ledger. */
export function noteBooking(desk: Desk, basket: Basket, item: Item, status: BookingRow['status']): void {
  desk.world.ledger.booking({
    provider: 'tickitto',
    id: item.id,
    group: basket.id,
    title: item.event.title,
    status,
    amount: item.paid,
    currency: basket.currency,
    reference: item.reference ?? undefined,
  });
}
