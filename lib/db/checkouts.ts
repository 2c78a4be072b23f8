import type { CheckoutStore, Stored } from '@/lib/checkout/store';
import { STORED, storedOf } from './bodies';
import type { Db } from './database';
import { storable } from './text';

type Reads = Pick<CheckoutStore, 'read' | 'byReference' | 'due' | 'returned' | 'needingAttention' | 'census'>;

/** Reading of checkouts. */
export function checkouts(db: Db): Reads {
  const one = async (column: 'id' | 'reference', value: string): Promise<Stored | null> => {
    if (!storable(value)) return null;
    const row = await db.selectFrom('checkouts').select(STORED).where(column, '=', value).executeTakeFirst();
    return row ? storedOf(row) : null;
  };
  return {
    read: (id) => one('id', id),
    byReference: (reference) => one('reference', reference),
    due: async (now, limit) => {
      const rows = await db
        .selectFrom('checkouts')
        .select('id')
        .where('due_at', '<=', now)
        .where('lease_until', '<=', now)
        .orderBy('due_at')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },
    returned: async (token) => {
      if (!storable(token)) return null;
      const row = await db
        .selectFrom('return_tokens')
        .select(['checkout_id', 'attempt_id'])
        .where('token', '=', token)
        .executeTakeFirst();
      return row ? { checkoutId: row.checkout_id, attemptId: row.attempt_id } : null;
    },
    needingAttention: async (limit) => {
      const rows = await db
        .selectFrom('checkouts')
        .select(STORED)
        .where('attention_code', 'is not', null)
        .orderBy('attention_since')
        .limit(limit)
        .execute();
      return rows.map(storedOf);
    },
    census: async () => {
      const rows = await db
        .selectFrom('checkouts')
        .select((eb) => [
          'tickets',
          'money',
          'attention_code as attention',
          eb.fn.countAll<number>().as('count'),
          eb.fn.min<number>('created_at').as('oldest'),
        ])
        .groupBy(['tickets', 'money', 'attention_code'])
        .execute();
      return rows;
    },
  };
}
