import { Hono } from 'hono';
import { z } from 'zod';
import { type Cart, newCart } from '../cart/model';
import type { Desk } from '../desk';
import { paymentStatus } from '../order/model';
import { findPromo } from '../promo';
import { FormRefusal, locked, Refusal } from '../refusals';
import { body } from '../request';
import type { MusementVariables } from '../session';
import { cartWire } from '../wire/cart';
import { needCart } from './find';

const cartInput = z.looseObject({ discount_code: z.string().nullish() });

/** Making a cart, looking at it, its promo code, and the order that became of it. */
export function cartRoutes(desk: Desk): Hono<MusementVariables> {
  const app = new Hono<MusementVariables>();

  app.post('/carts', async (c) => {
    const input = await body(c, cartInput);
    const cart = newCart(c.get('partner'), c.get('currency'));
    applyCode(cart, input);
    desk.store.carts.set(cart.uuid, cart);
    return c.json(cartWire(desk, cart));
  });

  app.get('/carts/:cart', (c) => c.json(cartWire(desk, needCart(desk, c))));

  app.on(['PATCH', 'PUT'], '/carts/:cart', async (c) => {
    const input = await body(c, cartInput);
    const cart = needCart(desk, c);
    return desk.store.exclusive(cart.uuid, async () => {
      if (cart.order) throw locked('The cart is connected to an order.');
      applyCode(cart, input);
      return c.json(cartWire(desk, cart));
    });
  });

  app.get('/carts/:cart/order-info', (c) => {
    const { order } = needCart(desk, c);
    if (!order) throw new Refusal(404, '1400', 'Cart does not have an associated order');
    return c.json({ order_uuid: order.uuid, payment: { paid: order.paid, status: paymentStatus(order) } });
  });
  return app;
}

/** Takes a promo code, or takes it off again with null; a body that does not speak of one changes nothing. */
function applyCode(cart: Cart, { discount_code: typed }: z.infer<typeof cartInput>): void {
  if (typed === undefined) return;
  const promo = typed === null || typed.trim() === '' ? null : findPromo(typed);
  if (promo === undefined || promo?.active === false) {
    throw new FormRefusal([
      { field_name: 'discount_code', field_error_message: 'The code is not valid, or not any more.' },
    ]);
  }
  cart.promoCode = promo?.code ?? null;
}
