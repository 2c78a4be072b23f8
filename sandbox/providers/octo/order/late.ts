import type { Desk } from '../desk';
import { confirmPaid } from './confirm';
import { type Order, outstanding, statusOf } from './model';

/**
 * How long a paid order waits for its shop. The supplier's help pages tell of it: a guest who was not sent back leaves
 * an order that is PENDING, and CONFIRMED half an hour later.
 */
const WAIT_MS = 30 * 60_000;

/** The gateway says that an order is paid, and nobody has confirmed it: it waits, and then confirms itself. */
export async function paidElsewhere(desk: Desk, order: Order): Promise<void> {
  const waits = await desk.store.exclusive(order.id, async () => {
    const now = desk.world.clock.now();
    if (order.paidMs !== null || statusOf(order, now) !== 'ON_HOLD' || outstanding(order) === 0) return false;
    order.paidMs = now;
    order.updatedMs = now;
    return true;
  });
  if (waits)
    desk.world.later(WAIT_MS, () => desk.store.exclusive(order.id, () => confirmItself(desk, order)));
}

/** Confirms what was paid and waits for its shop; anything else stays as it is. Call it with the order locked. */
export async function confirmItself(desk: Desk, order: Order): Promise<void> {
  if (!order.bookings.some(({ status }) => status === 'ON_HOLD')) return;
  const proof = desk.gateways.vivawallet.proofOf(order);
  if (order.paidMs === null || !proof) return;
  await confirmPaid(desk, order, proof);
}
