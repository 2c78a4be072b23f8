import { assertNever } from '@/lib/checkout/errors';
import type { Checkout } from '@/lib/checkout/model';
import { SOON_MS } from '@/lib/checkout/schedule';
import type { ItemOutcome, Step } from '@/lib/checkout/step';
import type { HoldMemo } from './memo';
import { knownTaken, moneyOf } from './money';
import { type Booking, type Order, outstanding } from './order';

/**
 * The supplier's word on an order, item by item; null while it is held and to be paid. Until the supplier has decided
 * about one of them the customer waits.
 */
export function standingOf(order: Order, checkout: Checkout, hold: HoldMemo, now: number): Step | null {
  const ours = hold.bookings.map(({ uuid }) => order.bookings.find((one) => one.uuid === uuid));
  const some = (state: Booking['state']) => ours.some((one) => one?.state === state);
  // A status that we do not know may mean that money is moving, and then nobody may be asked for more of it.
  if (order.state === 'unknown' || some('unknown')) return { kind: 'unknown', since: now };
  if (some('held')) return null;
  if (!ours.some(isDecided)) {
    if (some('pending')) return { kind: 'wait', retryAfterMs: SOON_MS, why: 'booking' };
    const empty = knownTaken(order, hold, checkout) === 0;
    if (empty) return { kind: 'declined', code: 'hold_expired', holdKept: false };
  }
  const items = hold.bookings.map(({ item }, index) => outcomeOf(item, ours[index], order));
  return { kind: 'settled', items, money: moneyOf(order, hold, checkout) };
}

/** What was shown is what will be charged. */
export function isAsShown(order: Order, { totals }: Checkout): boolean {
  const [shown, ...others] = totals;
  if (!shown || others.length > 0) return false;
  const currency = order.price?.currency;
  return outstanding(order) === shown.due && (currency === undefined || currency === shown.currency);
}

function isDecided(booking: Booking | undefined): boolean {
  return booking?.state === 'booked' || booking?.state === 'rejected' || booking?.wasBooked === true;
}

function outcomeOf(itemId: string, booking: Booking | undefined, order: Order): ItemOutcome {
  // Paid, and not in the order any more: nobody has said that it failed.
  if (!booking) return { itemId, status: 'pending' };
  const reference = booking.reference ?? undefined;
  switch (booking.state) {
    case 'booked': {
      const vouchers = [...booking.vouchers, ...order.vouchers];
      const instructions = booking.instructions ?? undefined;
      return {
        itemId,
        status: 'booked',
        reference,
        vouchers,
        voucherToCome: vouchers.length === 0,
        instructions,
      };
    }
    case 'cancelled':
      if (booking.wasBooked) return { itemId, status: 'cancelled', reference };
      return { itemId, status: 'failed', code: 'hold_expired' };
    case 'expired':
      return { itemId, status: 'failed', code: 'hold_expired' };
    case 'rejected':
      return { itemId, status: 'failed', code: 'booking_failed' };
    case 'held':
    case 'pending':
    case 'unknown':
      return { itemId, status: 'pending' };
    default:
      return assertNever(booking.state);
  }
}
