import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Desk } from '../desk';
import { paid } from '../order/book';
import type { Order } from '../order/model';
import { complete } from '../payments/complete';
import { start } from '../payments/split';
import { FormRefusal, forbidden, locked, unpayable } from '../refusals';
import { body } from '../request';
import type { MusementVariables } from '../session';
import { orderWire } from '../wire/order';
import { type Manner, secureWire } from '../wire/secure';
import { needOrder } from './find';

const startInput = z.looseObject({
  order_uuid: z.string(),
  adyen_token: z.string().nullish(),
  stripe_token: z.string().nullish(),
  card_brand: z.string().nullish(),
  card_country: z.string().length(2).nullish(),
  client_ip: z.union([z.ipv4(), z.ipv6()]).nullish(),
  redirect_url_success_3d_secure: z.url().nullish(),
  is_apple_pay: z.boolean().nullish(),
});

const completeInput = z.looseObject({ order_uuid: z.string(), payment_intent_id: z.string().nullish() });

/** `paymentMethod` of Adyen's fields, by itself or inside all that its component hands over. */
const scheme = z.looseObject({ type: z.string() });
const adyenData = z.union([
  z.looseObject({ paymentMethod: scheme }).transform(({ paymentMethod }) => paymentMethod),
  scheme,
]);

/** The three ways to pay an order. */
export function paymentRoutes(desk: Desk): Hono<MusementVariables> {
  const app = new Hono<MusementVariables>();
  const unpaid = <T>(order: Order, work: () => Promise<T>): Promise<T> =>
    desk.store.exclusive(order.cart.uuid, async () => {
      // Inside the lock: whoever waited for another payment must not pay again.
      if (order.paid) throw locked('The order has already been paid.');
      return work();
    });

  app.post('/payments/no/payment', async (c) => {
    const { uuid } = await body(c, z.looseObject({ uuid: z.string() }));
    const order = needOrder(desk, c, uuid);
    return unpaid(order, async () => {
      if (order.total > 0 && !order.partner.scopes.includes('no-payment'))
        throw unpayable('The total price of the order is greater than zero.');
      paid(desk, order, null);
      return c.json(orderWire(desk, order));
    });
  });

  app.post('/payments/split/payment', async (c) => {
    const input = await body(c, startInput);
    const order = needSplit(desk, c, input.order_uuid);
    return unpaid(order, async () => {
      const { gateway, reason, asked } = await start(desk, order, {
        stripeToken: input.stripe_token || null,
        adyenToken: input.adyen_token ? readAdyen(input.adyen_token) : null,
        cardBrand: input.card_brand ?? '',
        returnUrl: input.redirect_url_success_3d_secure ?? null,
      });
      // Paid: Stripe's answers leave the name out, Adyen's have it empty.
      if (!asked) return c.json({ gateway, reason, ...(gateway === 'ADYEN' && { '3d_secure': null }) });
      if (mannerOf(order) === 'redirect' && 'url' in asked && asked.fields === null)
        return c.redirect(asked.url, 302);
      return c.json({ gateway, reason, '3d_secure': secureWire(asked, mannerOf(order)) });
    });
  });

  app.post('/payments/split/complete_3d_secure', async (c) => {
    const input = await body(c, completeInput);
    const order = needSplit(desk, c, input.order_uuid);
    return unpaid(order, async () => {
      const asked = await complete(desk, order, input.payment_intent_id ?? null);
      return c.json(asked ? { '3d_secure': secureWire(asked, mannerOf(order)) } : {});
    });
  });
  return app;
}

function needSplit(desk: Desk, c: Context<MusementVariables>, uuid: string): Order {
  const order = needOrder(desk, c, uuid);
  if (!order.partner.split) throw forbidden('Split payments are not part of the partner’s agreement.');
  return order;
}

function mannerOf({ items }: Order): Manner {
  const told = items.map(({ cartItem }) => cartItem.product.slot.activity.behaviour?.tells);
  return told.find((one) => one !== undefined) ?? 'object';
}

function readAdyen(token: string): Record<string, unknown> {
  let data: unknown;
  try {
    data = JSON.parse(token);
  } catch {
    data = undefined;
  }
  const read = adyenData.safeParse(data);
  if (read.success) return read.data;
  throw new FormRefusal([{ field_name: 'adyen_token', field_error_message: 'This value is not valid.' }]);
}
