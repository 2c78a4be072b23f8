import type { Desk } from '../desk';
import { move } from './change';
import type { Order, OrderItem } from './model';

/** How long REFUND_STARTED lasts. */
const WORK_MS = 1_500;

/**
 * Gives `percent` of an item's money back: REFUND_STARTED, and REFUNDED once the gateway has been told. Where the partner
 * collected, Musement has no money to give, and what was confirmed goes through the same words.
 */
export function refund(desk: Desk, order: Order, item: OrderItem, percent: number): void {
  if (item.status === 'REFUND_STARTED' || item.status === 'REFUNDED') return;
  // A refused item of a partner that collects stays KO: its money is the partner's to return.
  if (item.status === 'KO' && !order.payment) return;
  move(desk, order, item, 'REFUND_STARTED');
  const amount = shareOf(item.amount, percent);
  desk.world.later(WORK_MS, () => carryOut(desk, order, item, amount));
}

/** Minor units. */
export function shareOf(amount: number, percent: number): number {
  return Math.round((amount * percent) / 100);
}

async function carryOut(desk: Desk, order: Order, item: OrderItem, amount: number): Promise<void> {
  if (item.status !== 'REFUND_STARTED') return;
  const { payment } = order;
  if (payment && amount > 0) {
    const gateway = payment.gateway === 'STRIPE' ? desk.stripe : desk.adyen;
    await gateway.refund(payment.reference, amount, order.currency, `refund-${item.uuid}`);
  }
  item.refunded = amount;
  move(desk, order, item, 'REFUNDED');
}
