import { Hono } from 'hono';
import { z } from 'zod';
import type { Desk } from '../desk';
import { price } from '../money';
import { cancel, policiesOf } from '../order/cancel';
import { makeOrder } from '../order/make';
import { forbidden, locked, notFound, Refusal } from '../refusals';
import { body } from '../request';
import type { MusementVariables } from '../session';
import { orderWire } from '../wire/order';
import { needOrder, needOrderItem } from './find';

const isObject = (text: string): boolean => {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read);
  } catch {
    return false;
  }
};
const extraData = z.string().refine(isObject, 'This value should be a serialised JSON object.').nullish();

const orderInput = z.looseObject({
  cart_uuid: z.string(),
  email_notification: z.enum(['ALL', 'NONE', 'TO-CUSTOMER']).default('ALL'),
  extra_data: extraData,
  source: z.string().nullish(),
});

const cancelInput = z.looseObject({
  cancellation_reason: z.string().min(1),
  cancellation_additional_info: z.string().nullish(),
});

/** Orders: made once, looked at, and cancelled item by item. */
export function orderRoutes(desk: Desk): Hono<MusementVariables> {
  const app = new Hono<MusementVariables>();

  app.post('/orders', async (c) => {
    const input = await body(c, orderInput);
    const cart = desk.store.carts.get(input.cart_uuid);
    if (cart?.partner !== c.get('partner')) throw notFound('Cart');
    return desk.store.exclusive(cart.uuid, async () => {
      const order = makeOrder(desk, cart, {
        notification: input.email_notification,
        extraData: input.extra_data ?? null,
        source: input.source ?? null,
      });
      return c.json(orderWire(desk, order));
    });
  });

  app.get('/orders/:order', (c) => c.json(orderWire(desk, needOrder(desk, c, c.req.param('order')))));

  app.patch('/orders/:order', async (c) => {
    const { extra_data } = await body(c, z.looseObject({ extra_data: extraData }));
    const order = needOrder(desk, c, c.req.param('order'));
    if (order.paid) throw locked('The order has already been paid.');
    if (extra_data !== undefined) order.extraData = extra_data;
    return c.json(orderWire(desk, order));
  });

  app.delete('/orders/:order/items/:item', async (c) => {
    const { cancellation_reason: reason, cancellation_additional_info: info } = await body(c, cancelInput);
    const order = needOrder(desk, c, c.req.param('order'));
    if (!order.partner.scopes.includes('order-item-cancellation'))
      throw forbidden('The scope order-item-cancellation is required.');
    return desk.store.exclusive(order.cart.uuid, async () => {
      cancel(desk, order, needOrderItem(order, c), reason, info ?? null);
      return c.body(null, 204);
    });
  });

  app.get('/orders/:order/items/:item/refund-policies', (c) => {
    const item = needOrderItem(needOrder(desk, c, c.req.param('order')), c);
    return c.json(policiesOf(item.cartItem.product.slot.activity.freeCancellationDays));
  });

  app.get('/orders/:order/refunds', (c) => {
    const { items, currency } = needOrder(desk, c, c.req.param('order'));
    const given = items.filter(({ status }) => status === 'REFUNDED');
    return c.json(
      given.map((item) => ({
        order_item_uuid: item.uuid,
        status: item.status,
        amount: price(item.refunded, currency),
        reason: item.cancellation?.reason ?? null,
      })),
    );
  });

  app.post('/orders/:order/items/:item/notifications', (c) => {
    const order = needOrder(desk, c, c.req.param('order'));
    const item = needOrderItem(order, c);
    if (!desk.webhooks.configured) throw new Refusal(400, '0', 'No webhook is configured.');
    desk.webhooks.tell(order, item);
    return c.body(null, 204);
  });
  return app;
}
