import { Fault } from '@/lib/checkout/errors';
import type { HoldRequest } from '@/lib/checkout/model';
import type { OpenBasket, ShopStore } from '@/lib/checkout/shop-store';
import type { Db } from './database';
import type { BasketRow } from './schema';
import { storable } from './text';

type Baskets = Pick<
  ShopStore,
  'putBasket' | 'addBasket' | 'changeBasket' | 'basket' | 'openBaskets' | 'claimBasket'
>;

/** Baskets that are, or were, on their way to a checkout. */
export function baskets(db: Db): Baskets {
  return {
    // Whose it is and which checkout it became was settled before; only its content changes.
    putBasket: async (basket) => {
      const row = toRow(basket);
      await db
        .insertInto('baskets')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ request: row.request }))
        .execute();
    },
    // The database itself knows that there is one: of two tabs that begin a basket, one is told to join the other's.
    addBasket: async (basket) => {
      const row = await db
        .insertInto('baskets')
        .values(toRow(basket))
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
    // Compare-and-swap on the content as it was read, so that two tabs that add at once lose nothing.
    changeBasket: async (basket, request) => {
      const row = await db
        .updateTable('baskets')
        .set({ request: JSON.stringify(request), kind: request.kind })
        .where('id', '=', basket.id)
        .where('request', '=', JSON.stringify(basket.request))
        .where('checkout_id', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
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

function toRow({ id, supplier, session, request, checkoutId, createdAt }: OpenBasket): BasketRow {
  return {
    id,
    supplier,
    session,
    request: JSON.stringify(request),
    kind: request.kind,
    checkout_id: checkoutId,
    created_at: createdAt,
  };
}

function toBasket(row: BasketRow): OpenBasket {
  return {
    id: row.id,
    supplier: row.supplier,
    session: row.session,
    // As our own code wrote it.
    request: JSON.parse(row.request) as HoldRequest,
    checkoutId: row.checkout_id,
    createdAt: row.created_at,
  };
}
