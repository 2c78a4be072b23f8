import { Fault } from '@/lib/checkout/errors';
import type { JsonObject } from '@/lib/checkout/json';
import type { OpenBasket, ShopStore } from '@/lib/checkout/shop-store';
import type { Db } from './database';
import type { BasketRow } from './schema';
import { parse, storable } from './text';

type Baskets = Pick<ShopStore, 'putBasket' | 'basket' | 'openBaskets' | 'claimBasket'>;

/** Pickers' baskets that are, or were, on their way to a checkout. */
export function baskets(db: Db): Baskets {
  return {
    // Whose it is and which checkout it became was settled before; only its content changes.
    putBasket: async (basket) => {
      const content = JSON.stringify(basket.basket);
      await db
        .insertInto('baskets')
        .values({
          id: basket.id,
          supplier: basket.supplier,
          session: basket.session,
          basket: content,
          checkout_id: basket.checkoutId,
          created_at: basket.createdAt,
        })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ basket: content }))
        .execute();
    },
    basket: async (id) => {
      if (!storable(id)) return null;
      const row = await db.selectFrom('baskets').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toBasket(row) : null;
    },
    openBaskets: async (session) => {
      const rows = await db
        .selectFrom('baskets')
        .selectAll()
        .where('session', '=', session)
        .where('checkout_id', 'is', null)
        .orderBy('created_at', 'desc')
        .execute();
      return rows.map(toBasket);
    },
    // One statement: two tabs that check out at once are given the same checkout, and the tickets are held once.
    claimBasket: async (id, checkoutId) => {
      const row = await db
        .updateTable('baskets')
        .set((eb) => ({ checkout_id: eb.fn.coalesce('checkout_id', eb.val(checkoutId)) }))
        .where('id', '=', id)
        .returning('checkout_id')
        .executeTakeFirst();
      if (!row?.checkout_id) throw new Fault('basket_gone', 'The basket to claim is not there');
      return row.checkout_id;
    },
  };
}

function toBasket(row: BasketRow): OpenBasket {
  return {
    id: row.id,
    supplier: row.supplier,
    session: row.session,
    basket: parse<JsonObject>(row.basket),
    checkoutId: row.checkout_id,
    createdAt: row.created_at,
  };
}
