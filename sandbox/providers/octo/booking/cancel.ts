import type { Desk } from '../desk';
import { refund } from '../payment/refund';
import { unprocessable } from '../refusals';
import { closePayments, end, lapse, noteBooking } from './hold';
import type { CancelInput } from './input';
import type { Booking } from './model';

const UNIT_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** True while a booking can be given back: a hold always, tickets until the option's cut-off. */
export function isCancellable(booking: Booking, nowMs: number): boolean {
  if (booking.status === 'ON_HOLD' || booking.status === 'PENDING') return true;
  if (booking.status !== 'CONFIRMED') return false;
  const { cancellation } = booking.option;
  if (cancellation === null) return false;
  if (booking.slot === null) return true;
  return nowMs <= booking.slot.startMs - cancellation.amount * UNIT_MS[cancellation.unit];
}

/** Throws unless {@link cancel} would work. `force` gives back what is too late, and then nothing is refunded. */
export function assertCancellable(desk: Desk, booking: Booking, input: CancelInput): void {
  if (booking.status === 'CANCELLED' || isCancellable(booking, desk.world.clock.now())) return;
  if (booking.status === 'CONFIRMED' && input.force === true) return;
  const late = booking.status === 'CONFIRMED';
  throw unprocessable(
    late ? 'It is too late to cancel.' : `A booking that is ${booking.status} cannot be cancelled.`,
  );
}

/** Lets go of a hold, or gives tickets back and their money with them. Asking again changes nothing. */
export async function cancel(desk: Desk, booking: Booking, input: CancelInput): Promise<void> {
  await lapse(desk, booking.order);
  if (booking.status === 'CANCELLED') return;
  assertCancellable(desk, booking, input);
  const now = desk.world.clock.now();
  const was = booking.status;
  const full = isCancellable(booking, now);
  // First the money: when it cannot go back now, the tickets are not taken away.
  if (was !== 'ON_HOLD' && full) await refund(desk, booking.order, booking.pricing.retail);
  end(desk, booking, 'CANCELLED');
  booking.cancellation = { refund: full ? 'FULL' : 'NONE', reason: input.reason ?? null, atMs: now };
  if (was !== 'ON_HOLD') noteBooking(desk, booking, 'cancelled');
  // A cancellation that keeps the money must not be followed by a refund of it.
  if (was === 'ON_HOLD') await closePayments(desk, booking.order);
}
