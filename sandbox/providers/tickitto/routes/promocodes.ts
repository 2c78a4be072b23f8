import { Hono } from 'hono';
import { z } from 'zod';
import { sendBasket } from '../answers';
import { assertUnpaid, followBasket } from '../basket/intent';
import type { Desk } from '../desk';
import { findPromocode, touched } from '../promocodes';
import { Refusal } from '../refusals';
import { query } from '../request';
import { basketQuery, findBasket } from './input';

const input = basketQuery.extend({ promocode: z.string().min(1) });

/** Promocodes on a basket; a change of the total reaches the intent at once. */
export function promocodeRoutes(desk: Desk): Hono {
  const app = new Hono();

  app.put('/api/basket/promocode', async (c) => {
    const { basket_id, promocode: typed } = query(c, input);
    const basket = findBasket(desk, basket_id);
    return desk.store.exclusive(basket.id, async () => {
      await assertUnpaid(desk, basket);
      const promocode = findPromocode(typed);
      if (!promocode) throw new Refusal('basket_error.promocode_not_found');
      if (basket.promocodes.includes(promocode.code))
        throw new Refusal('basket_error.promocode_already_applied');
      if (promocode.state === 'expired') throw new Refusal('basket_error.promocode_gone');
      if (promocode.state === 'redeemed') throw new Refusal('basket_error.promocode_redeemed');
      if (touched(promocode, basket.items).length === 0)
        throw new Refusal('basket_error.promocode_not_applicable');
      basket.promocodes.push(promocode.code);
      await followBasket(desk, basket);
      return sendBasket(desk, c, basket);
    });
  });

  app.delete('/api/basket/promocode', async (c) => {
    const { basket_id, promocode: typed } = query(c, input);
    const basket = findBasket(desk, basket_id);
    return desk.store.exclusive(basket.id, async () => {
      await assertUnpaid(desk, basket);
      const code = findPromocode(typed)?.code;
      if (!code || !basket.promocodes.includes(code)) throw new Refusal('basket_error.promocode_not_applied');
      basket.promocodes = basket.promocodes.filter((one) => one !== code);
      await followBasket(desk, basket);
      return sendBasket(desk, c, basket);
    });
  });
  return app;
}
