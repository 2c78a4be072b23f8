import type { BookingRow } from '../../../core/ledger';
import type { Desk } from '../desk';
import type { ItemStatus, Order, OrderItem } from './model';

/** The tickets of a confirmed item are no good any more. `kept`: what its terms keep of the price. */
export function end(
  desk: Desk,
  order: Order,
  item: OrderItem,
  { reason, info, kept = 0 }: { reason: string; info: string | null; kept?: number },
): void {
  item.cancellation = { reason, info };
  if (item.holding) desk.store.stock.give(item.cartItem.product.slot, item.cartItem.quantity);
  item.holding = false;
  note(desk, order, item, 'cancelled', order.payment ? kept : 0);
}

/** A new status: told to whoever listens. */
export function move(desk: Desk, order: Order, item: OrderItem, status: ItemStatus): void {
  item.status = status;
  item.updatedMs = desk.world.clock.now();
  item.version += 1;
  touch(desk, order);
  desk.webhooks.tell(order, item);
}

/** The order is another from now on, for whoever compares versions. */
export function touch(desk: Desk, order: Order): void {
  order.updatedMs = desk.world.clock.now();
  order.version += 1;
}

/** Writes the booking to the ledger. */
export function note(
  desk: Desk,
  order: Order,
  item: OrderItem,
  status: BookingRow['status'],
  kept = 0,
): void {
  desk.world.ledger.booking({
    provider: 'musement',
    id: item.uuid,
    group: order.cart.uuid,
    title: item.cartItem.product.slot.activity.title,
    status,
    amount: item.amount,
    currency: order.currency,
    reference: item.reference ?? undefined,
    ...(kept > 0 && { kept }),
  });
}
