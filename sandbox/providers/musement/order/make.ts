import { randomUUID } from 'node:crypto';
import { random } from '../../../core/random';
import type { Cart } from '../cart/model';
import { participantsSchema } from '../cart/schema';
import { ordered, shares, totals } from '../cart/totals';
import type { Desk } from '../desk';
import { FormRefusal, locked, Refusal } from '../refusals';
import type { Order, OrderItem } from './model';

const DIGITS = '0123456789';

/** What an order is asked for with, beside its cart. */
export interface OrderWishes {
  readonly notification: string;
  readonly extraData: string | null;
  readonly source: string | null;
}

/**
 * Makes the order of a cart, once: asking again is refused, whatever became of the first answer. From now on what is in
 * the cart, and what it comes to, stays as it is.
 */
export function makeOrder(desk: Desk, cart: Cart, wishes: OrderWishes): Order {
  if (cart.order) throw locked('The cart is already connected to an order.');
  assertComplete(cart);
  const now = desk.world.clock.now();
  const { due, promo } = totals(cart);
  const costs = shares(cart);
  const items = ordered(cart).map(
    (cartItem): OrderItem => ({
      uuid: randomUUID(),
      cartItem,
      status: 'PENDING',
      amount: costs.get(cartItem.uuid) ?? 0,
      refunded: 0,
      reference: null,
      voucher: null,
      cancellation: null,
      holding: false,
      createdMs: now,
      updatedMs: now,
      version: 1,
    }),
  );
  const id = `7${random(6, DIGITS)}`;
  const order: Order = {
    uuid: randomUUID(),
    id,
    identifier: `MUS${id}`,
    cart,
    partner: cart.partner,
    currency: cart.currency,
    items,
    total: due,
    discount: promo,
    ...wishes,
    paid: false,
    failed: false,
    challenge: null,
    payment: null,
    createdMs: now,
    updatedMs: now,
    version: 1,
  };
  cart.order = order;
  desk.store.orders.set(order.uuid, order);
  return order;
}

function assertComplete(cart: Cart): void {
  if (cart.items.length === 0) throw new Refusal(400, '0', 'The cart is empty.');
  if (cart.items.some(({ status }) => status === 'PREBOOK_KO'))
    throw new Refusal(400, '0', 'The cart contains items that cannot be booked.');
  if (!cart.customer) {
    throw new FormRefusal([
      { field_name: 'customer', field_error_message: 'This value should not be blank.' },
    ]);
  }
  const unnamed = cart.items.find((item) => participantsSchema(item) && !item.participants);
  if (!unnamed) return;
  throw new FormRefusal([
    {
      field_name: `items.${unnamed.uuid}.participants`,
      field_error_message: 'This value should not be blank.',
    },
  ]);
}
