import type { Desk } from '../desk';
import type { Basket, Item } from './model';

/** Gives the money of a refused item back at Stripe; done once however often it is asked for. */
export async function refundItem(desk: Desk, basket: Basket, item: Item): Promise<void> {
  if (item.status !== 'errored') return;
  await giveBack(desk, basket, item);
  item.status = 'errored_and_refunded';
}

/** Refunds what was paid for an item. Baskets on account have no payment to refund. */
export async function giveBack(desk: Desk, basket: Basket, item: Item): Promise<void> {
  if (basket.intent && item.paid > 0) await desk.stripe.refund(basket.intent, item.paid, `refund-${item.id}`);
}
