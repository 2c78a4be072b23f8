import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { check } from '../cart/check';
import type { Cart, CartItem } from '../cart/model';
import { customerSchema, participantsSchema } from '../cart/schema';
import type { Desk } from '../desk';
import { findProduct } from '../products';
import { FormRefusal, forbidden, locked, notFound } from '../refusals';
import { body, json } from '../request';
import type { MusementVariables } from '../session';
import { cartItemWire } from '../wire/cart';
import { needCart, needItem } from './find';

const itemInput = z.object({
  type: z.enum(['musement', 'musement-realtime', 'musement-gift', 'musement-giftbox']),
  product_identifier: z.coerce.string().min(1),
  quantity: z.int().min(1).max(100),
  language: z.string().nullish(),
  pickup: z.string().nullish(),
});

const customer = z.record(z.string(), z.unknown());

/** Most items that a cart may have. */
const MOST_ITEMS = 100;

/** What is in a cart, and who it is for. */
export function cartItemRoutes(desk: Desk): Hono<MusementVariables> {
  const app = new Hono<MusementVariables>();

  app.post('/carts/:cart/items', async (c) => {
    const inputs = await body(c, z.array(itemInput).min(1));
    const cart = needCart(desk, c);
    return desk.store.exclusive(cart.uuid, async () => {
      if (cart.order) throw locked('The cart is connected to an order.');
      // All or nothing: a line that cannot be had leaves the cart as it was.
      const items = inputs.map((input, index) => itemFor(desk, input, index));
      if (cart.items.length + items.length > MOST_ITEMS)
        throw new FormRefusal([{ field_name: 'items', field_error_message: 'A cart takes 100 items.' }]);
      cart.items.push(...items);
      const [first] = items;
      return c.json(first ? cartItemWire(desk, first, cart.currency) : {});
    });
  });

  app.delete('/carts/:cart/items/:item', (c) => {
    const cart = needCart(desk, c);
    return desk.store.exclusive(cart.uuid, async () => {
      const item = needItem(cart, c);
      if (cart.order) throw forbidden('The cart item is connected to an order.');
      cart.items.splice(cart.items.indexOf(item), 1);
      return c.body(null, 204);
    });
  });

  app.get('/carts/:cart/customer/schema', (c) => c.json(customerSchema(needCart(desk, c))));

  app.put('/carts/:cart/customer', async (c) => {
    const sent = await json(c);
    const cart = needCart(desk, c);
    return desk.store.exclusive(cart.uuid, async () => {
      assertUnpaid(cart);
      check(customerSchema(cart), sent);
      cart.customer = customer.parse(sent);
      return c.json(cart.customer);
    });
  });

  app.get('/carts/:cart/items/:item/participants/schema', (c) =>
    c.json(needSchema(needItem(needCart(desk, c), c))),
  );

  app.get('/carts/:cart/items/:item/participants', (c) => {
    const item = needItem(needCart(desk, c), c);
    needSchema(item);
    return c.json(item.participants ?? []);
  });

  app.put('/carts/:cart/items/:item/participants', async (c) => {
    const sent = await json(c);
    const cart = needCart(desk, c);
    return desk.store.exclusive(cart.uuid, async () => {
      const item = needItem(cart, c);
      assertUnpaid(cart);
      check(needSchema(item), sent);
      item.participants = z.array(customer).parse(sent);
      return c.json(item.participants);
    });
  });
  return app;
}

function assertUnpaid(cart: Cart): void {
  if (cart.order?.paid) throw locked('The cart is connected to a paid order.');
}

function needSchema(item: CartItem): Record<string, unknown> {
  const schema = participantsSchema(item);
  if (!schema) throw notFound('Participants info');
  return schema;
}

/** The item that a line asks for, or the form error that names what is wrong with it. */
function itemFor(desk: Desk, input: z.infer<typeof itemInput>, index: number): CartItem {
  const refuse = (field: string, message: string) =>
    new FormRefusal([{ field_name: `${index}.${field}`, field_error_message: message }]);
  const product = findProduct(input.product_identifier, desk.world.clock.now());
  if (!product) throw refuse('product_identifier', 'The product does not exist, or not any more.');
  const { slot, holder } = product;
  const { activity } = slot;
  const left = desk.store.stock.left(slot);
  if (input.quantity < holder.minBuy || input.quantity > Math.min(holder.maxBuy, left))
    throw refuse('quantity', `Between ${holder.minBuy} and ${Math.min(holder.maxBuy, left)} can be bought.`);
  const language = input.language ?? null;
  if (language !== null && !activity.languages.includes(language))
    throw refuse('language', 'Nobody speaks it there.');
  return {
    uuid: randomUUID(),
    type: input.type,
    product,
    quantity: input.quantity,
    language: language ?? activity.languages[0] ?? null,
    status: activity.behaviour?.prebookFails ? 'PREBOOK_KO' : 'PREBOOK_OK',
    raised: (desk.store.raised.get(activity.uuid) ?? 0) + (activity.behaviour?.dearerPercent ?? 0),
    participants: null,
  };
}
