import type { ShopStore } from '@/lib/checkout/shop-store';
import type { Db } from './database';

/**
 * Counters against card testing. A window begins with its first event and ends `windowMs` later. Counting is one
 * statement, so ten instances that count at once reach ten.
 */
export function limits(db: Db): Pick<ShopStore, 'count' | 'counted'> {
  return {
    count: async (bucket, windowMs, now) => {
      const row = await db
        .insertInto('limits')
        .values({ bucket, count: 1, resets_at: now + windowMs })
        .onConflict((conflict) =>
          conflict.column('bucket').doUpdateSet((eb) => {
            const over = eb('limits.resets_at', '<=', now);
            return {
              count: eb
                .case()
                .when(over)
                .then(1)
                .else(eb('limits.count', '+', 1))
                .end(),
              resets_at: eb
                .case()
                .when(over)
                .then(eb.ref('excluded.resets_at'))
                .else(eb.ref('limits.resets_at'))
                .end(),
            };
          }),
        )
        .returning(['count', 'resets_at'])
        .executeTakeFirstOrThrow();
      return { count: row.count, resetsAt: row.resets_at };
    },
    counted: async (bucket, now) => {
      const row = await db
        .selectFrom('limits')
        .select(['count', 'resets_at'])
        .where('bucket', '=', bucket)
        .where('resets_at', '>', now)
        .executeTakeFirst();
      return row ? { count: row.count, resetsAt: row.resets_at } : { count: 0, resetsAt: now };
    },
  };
}
