import type { Desk } from '../desk';
import type { Order } from '../order/model';

/** Gives money back to the cards that it came from, newest first. Minor units; more than came in is never given. */
export async function refund(desk: Desk, order: Order, amount: number): Promise<void> {
  let rest = amount;
  for (const payment of [...order.payments].reverse()) {
    const share = Math.min(rest, payment.amount - payment.refunded);
    if (share <= 0) continue;
    await desk.gateways[payment.gateway].refund(order, payment, share);
    payment.refunded += share;
    rest -= share;
  }
}
