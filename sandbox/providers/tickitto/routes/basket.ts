import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import { sendBasket } from '../answers';
import { addItem, itemInput } from '../basket/add';
import { lookAfter, release } from '../basket/holds';
import { assertUnpaid, followBasket } from '../basket/intent';
import type { Basket } from '../basket/model';
import type { Desk } from '../desk';
import { CURRENCIES } from '../money';
import { Refusal } from '../refusals';
import { body, query } from '../request';
import { basketQuery, findBasket, findSession, itemQuery } from './input';

const LOCAL_RATE_MS = 15 * 60_000;

const createInput = z.object({
  payment_method_type: z.enum(['stripe', 'careem_pay', 'tickitto']).default('stripe'),
  currency: z.string().default('GBP'),
});

/** Making a basket, looking at it, and changing what is in it. */
export function basketRoutes(desk: Desk): Hono {
  const app = new Hono();

  app.post('/api/basket/', (c) => {
    const { payment_method_type: method, currency } = query(c, createInput);
    if (!CURRENCIES.includes(currency))
      throw new Refusal('basket_error.currency_not_set', { loc: ['query', 'currency'] });
    const basket: Basket = {
      id: randomUUID(),
      method,
      createdMs: desk.world.clock.now(),
      currency,
      local: null,
      status: 'not_checked_out',
      items: [],
      promocodes: [],
      intent: null,
    };
    desk.store.baskets.set(basket.id, basket);
    return sendBasket(desk, c, basket);
  });

  app.get('/api/basket/', (c) => {
    const basket = findBasket(desk, query(c, basketQuery).basket_id);
    lookAfter(desk, basket, () => desk.store.exclusive(basket.id, () => followBasket(desk, basket)));
    return sendBasket(desk, c, basket);
  });

  app.post('/api/basket/set-basket-currency', (c) => {
    const { basket_id, currency } = query(
      c,
      basketQuery.extend({ currency: z.enum(CURRENCIES).default('GBP') }),
    );
    const basket = findBasket(desk, basket_id);
    basket.local = { currency, ttlMs: desk.world.clock.now() + LOCAL_RATE_MS };
    return sendBasket(desk, c, basket);
  });

  app.post('/api/basket/add', async (c) => {
    const { basket_id, availability_session_id } = query(
      c,
      basketQuery.extend({ availability_session_id: z.string() }),
    );
    const input = await body(c, itemInput);
    const basket = findBasket(desk, basket_id);
    const session = findSession(desk, availability_session_id, basket.id);
    return desk.store.exclusive(basket.id, async () => {
      await assertUnpaid(desk, basket);
      addItem(desk, basket, session.event, input);
      await followBasket(desk, basket);
      return sendBasket(desk, c, basket);
    });
  });

  app.post('/api/basket/remove', async (c) => {
    const { basket_id, item_id } = query(c, itemQuery);
    const basket = findBasket(desk, basket_id);
    return desk.store.exclusive(basket.id, async () => {
      await assertUnpaid(desk, basket);
      const item = basket.items.find(({ id }) => id === item_id);
      if (!item) throw new Refusal('basket_error.item_not_found', { loc: ['query', 'item_id'] });
      basket.items = basket.items.filter((one) => one !== item);
      release(desk, basket, item, 'released');
      await followBasket(desk, basket);
      return sendBasket(desk, c, basket);
    });
  });
  return app;
}
