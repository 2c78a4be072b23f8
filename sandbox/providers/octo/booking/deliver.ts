import { randomBytes } from 'node:crypto';
import type { Desk } from '../desk';
import type { Booking } from './model';

/** Hands out what opens the door, when the product does so: at once, later, or not before somebody acts. */
export function deliver(desk: Desk, booking: Booking): void {
  const wait = booking.product.deliveryMs;
  if (wait === 'never') return;
  if (wait === null) issue(desk, booking);
  else desk.world.later(wait, () => issue(desk, booking));
}

/** Makes tickets and voucher known, once each; tickets that were added later get theirs then. */
export function issue(desk: Desk, booking: Booking): void {
  if (booking.status !== 'CONFIRMED') return;
  const key = (index: number | null) => {
    // Whoever knows the address sees the ticket, so it is long and random.
    const id = randomBytes(18).toString('base64url');
    desk.store.tickets.set(id, { booking, index });
    return id;
  };
  if (booking.product.methods.includes('VOUCHER')) booking.voucher ??= key(null);
  booking.unitItems.forEach((item, index) => {
    if (booking.product.methods.includes('TICKET')) item.ticket ??= key(index);
  });
  booking.updatedMs = desk.world.clock.now();
}
