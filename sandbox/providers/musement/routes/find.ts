import type { Context } from 'hono';
import type { Cart, CartItem } from '../cart/model';
import type { Desk } from '../desk';
import type { Order, OrderItem } from '../order/model';
import { foreignOrder, notFound } from '../refusals';
import type { MusementVariables } from '../session';

/** The cart of a path. Carts need no partner: whoever knows its uuid has it, as in a browser. */
export function needCart(desk: Desk, c: Context): Cart {
  const cart = desk.store.carts.get(c.req.param('cart') ?? '');
  if (!cart) throw notFound('Cart');
  return cart;
}

/** The item of a cart in a path. */
export function needItem(cart: Cart, c: Context): CartItem {
  const item = cart.items.find(({ uuid }) => uuid === c.req.param('item'));
  if (!item) throw notFound('Cart item');
  return item;
}

/** An order of the calling partner; another's is a 401, none a 404. */
export function needOrder(desk: Desk, c: Context<MusementVariables>, uuid: string): Order {
  const order = desk.store.orders.get(uuid);
  if (!order) throw notFound('Order');
  if (order.partner !== c.get('partner')) throw foreignOrder();
  return order;
}

/** The item of an order in a path. */
export function needOrderItem(order: Order, c: Context): OrderItem {
  const item = order.items.find(({ uuid }) => uuid === c.req.param('item'));
  if (!item) throw notFound('Order item');
  return item;
}
