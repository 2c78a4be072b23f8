import { Hono } from 'hono';
import { send } from '../answers';
import { assertCancellable, cancel } from '../booking/cancel';
import { merge } from '../booking/contact';
import { lapse } from '../booking/hold';
import { cancelInput, confirmInput, extendInput, orderInput, orderUpdateInput } from '../booking/input';
import { assertSettlement, reserve } from '../booking/reserve';
import type { Desk } from '../desk';
import { confirm } from '../order/confirm';
import { extend } from '../order/hold';
import { makeOrder } from '../order/make';
import { live, type Order, statusOf } from '../order/model';
import { cardPayment } from '../payment/envelope';
import { Refusal, unprocessable } from '../refusals';
import { body, query } from '../request';
import { need, type OctoContext, type OctoVariables } from '../session';
import { orderWire } from '../wire/order';
import { filterBookings, filterInput, isEmpty } from './filter';

/** Orders (`octo/cart`): several bookings, one hold, one payment. */
export function orderRoutes(desk: Desk): Hono<OctoVariables> {
  const app = new Hono<OctoVariables>();
  app.use('/octo/orders/*', async (c, next) => {
    need(c.get('session'), 'octo/cart');
    await next();
  });

  const answer = async (c: OctoContext, order: Order) => {
    const session = c.get('session');
    return send(c, orderWire(desk, session, order, await cardPayment(desk, session, order)));
  };

  /** Does something with an order while nobody else does, and answers it. */
  const withOrder = async (c: OctoContext, work: (order: Order) => Promise<void>) => {
    const id = c.req.param('id') ?? '';
    const order = desk.store.orders.get(id);
    if (order?.connection !== c.get('session').connection)
      throw new Refusal('INVALID_ORDER_ID', undefined, { id, orderId: id });
    return desk.store.exclusive(order.id, async () => {
      await work(order);
      return answer(c, order);
    });
  };

  app.post('/octo/orders', async (c) => {
    const input = await body(c, orderInput);
    const session = c.get('session');
    const order = makeOrder(desk, session, input);
    try {
      for (const booking of input.bookings ?? [])
        await reserve(desk, session, { ...booking, orderId: order.id });
    } catch (error) {
      // Nobody would know of what was held so far.
      for (const booking of live(order)) await cancel(desk, booking, {});
      throw error;
    }
    return desk.store.exclusive(order.id, () => answer(c, order));
  });

  app.get('/octo/orders', (c) => {
    const session = c.get('session');
    const filter = query(c, filterInput);
    if (isEmpty(filter)) throw new Refusal('ORDERS_FIELDS_REQUIRED');
    const found = new Set(
      filterBookings(desk.store.bookingsOf(session.connection), filter).map(({ order }) => order),
    );
    return send(
      c,
      [...found].map((order) => orderWire(desk, session, order, undefined)),
    );
  });

  app.get('/octo/orders/:id', (c) => withOrder(c, (order) => lapse(desk, order)));

  app.patch('/octo/orders/:id', async (c) => {
    const input = await body(c, orderUpdateInput);
    return withOrder(c, async (order) => {
      await lapse(desk, order);
      const status = statusOf(order, desk.world.clock.now());
      if (status !== 'ON_HOLD' && status !== 'CONFIRMED')
        throw unprocessable(`An order that is ${status} cannot be updated.`);
      assertSettlement(order, input.settlementMethod);
      if (input.currency && order.currency !== null && input.currency !== order.currency)
        throw unprocessable(`The order is in ${order.currency}.`);
      order.contact = merge(order.contact, input.contact);
      order.emailReceipt = input.emailReceipt ?? order.emailReceipt;
      order.returnUrl = input.returnUrl ?? order.returnUrl;
      if (input.expirationMinutes) await extend(desk, order, input.expirationMinutes);
      order.updatedMs = desk.world.clock.now();
    });
  });

  app.post('/octo/orders/:id/extend', async (c) => {
    const input = await body(c, extendInput);
    return withOrder(c, (order) => extend(desk, order, input.expirationMinutes ?? null));
  });

  app.post('/octo/orders/:id/confirm', async (c) => {
    const input = await body(c, confirmInput);
    const paying = c.get('session').capabilities.has('octo/cardPayments');
    return withOrder(c, (order) => confirm(desk, order, { order }, input, paying));
  });

  const cancelOrder = async (c: OctoContext) => {
    const input = await body(c, cancelInput);
    return withOrder(c, async (order) => {
      await lapse(desk, order);
      if (statusOf(order, desk.world.clock.now()) === 'EXPIRED')
        throw unprocessable('The order has expired.');
      // All or nothing: one that is too late keeps the others.
      for (const booking of live(order)) assertCancellable(desk, booking, input);
      for (const booking of live(order)) await cancel(desk, booking, input);
      order.cancelled = true;
      order.updatedMs = desk.world.clock.now();
    });
  };
  app.post('/octo/orders/:id/cancel', cancelOrder);
  app.delete('/octo/orders/:id', cancelOrder);
  return app;
}
