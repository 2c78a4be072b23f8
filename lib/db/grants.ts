import type { ShopStore } from '@/lib/checkout/shop-store';
import type { Db } from './database';
import { storable } from './text';

/** Which browser may see which checkout. */
export function grants(db: Db): Pick<ShopStore, 'grant' | 'granted' | 'grantsOf'> {
  return {
    grant: async (session, checkoutId) => {
      await db
        .insertInto('grants')
        .values({ session, checkout_id: checkoutId })
        .onConflict((conflict) => conflict.columns(['session', 'checkout_id']).doNothing())
        .execute();
    },
    granted: async (session, checkoutId) => {
      if (!storable(session, checkoutId)) return false;
      const row = await db
        .selectFrom('grants')
        .select('session')
        .where('session', '=', session)
        .where('checkout_id', '=', checkoutId)
        .executeTakeFirst();
      return row !== undefined;
    },
    grantsOf: async (session, limit) => {
      const rows = await db
        .selectFrom('grants')
        .innerJoin('checkouts', 'checkouts.id', 'grants.checkout_id')
        .select('checkouts.id')
        .where('grants.session', '=', session)
        .orderBy('checkouts.created_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },
  };
}
