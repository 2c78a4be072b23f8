import type { ShopStore } from '@/lib/checkout/shop-store';
import type { Db } from './database';

/** Idempotency keys: of any number of equal requests one works, and the others hear what came of it. */
export function keys(db: Db): Pick<ShopStore, 'claimKey' | 'finishKey' | 'dropKey'> {
  return {
    claimKey: async (scope, key, requestHash, now) => {
      for (;;) {
        const claimed = await db
          .insertInto('idempotency_keys')
          .values({ scope, key, request_hash: requestHash, outcome: null, claimed_at: now })
          .onConflict((conflict) => conflict.columns(['scope', 'key']).doNothing())
          .returning('key')
          .executeTakeFirst();
        if (claimed) return null;
        const earlier = await db
          .selectFrom('idempotency_keys')
          .select(['request_hash as requestHash', 'outcome'])
          .where('scope', '=', scope)
          .where('key', '=', key)
          .executeTakeFirst();
        // Dropped between the two statements: it is free again, and claimed anew.
        if (earlier) return earlier;
      }
    },
    finishKey: async (scope, key, outcome) => {
      await db
        .updateTable('idempotency_keys')
        .set({ outcome })
        .where('scope', '=', scope)
        .where('key', '=', key)
        .execute();
    },
    dropKey: async (scope, key) => {
      await db
        .deleteFrom('idempotency_keys')
        .where('scope', '=', scope)
        .where('key', '=', key)
        .where('outcome', 'is', null)
        .execute();
    },
  };
}
