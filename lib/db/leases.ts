import type { CheckoutStore } from '@/lib/checkout/store';
import type { Db } from './database';
import { oldestUnused } from './inputs';

/**
 * The right to change one checkout. Taking it is one statement, so of any number of processes one gets it; each time
 * the fence rises, and writes name the fence they were made under. `lease_until = 0` says that it was given back.
 */
export function leases(db: Db): Pick<CheckoutStore, 'lease' | 'renew' | 'free' | 'postpone'> {
  return {
    lease: async (id, owner, now, ttlMs) => {
      const row = await db
        .updateTable('checkouts')
        .set((eb) => ({ fence: eb('fence', '+', 1), lease_owner: owner, lease_until: now + ttlMs }))
        .where('id', '=', id)
        .where('lease_until', '<=', now)
        .returning('fence')
        .executeTakeFirst();
      return row?.fence ?? null;
    },
    // A renewal that overtakes the giving back must not bring the lease back: nobody would hold it.
    renew: async (id, fence, now, ttlMs) => {
      const row = await db
        .updateTable('checkouts')
        .set({ lease_until: now + ttlMs })
        .where('id', '=', id)
        .where('fence', '=', fence)
        .where('lease_until', '>', 0)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
    free: async (id, fence) => {
      await db
        .updateTable('checkouts')
        .set({ lease_owner: null, lease_until: 0 })
        .where('id', '=', id)
        .where('fence', '=', fence)
        .execute();
    },
    postpone: (id, fence, dueAt) =>
      db.transaction().execute(async (trx) => {
        const row = await trx
          .updateTable('checkouts')
          .set({ due_at: dueAt })
          .where('id', '=', id)
          .where('fence', '=', fence)
          .where('lease_until', '>', 0)
          .returning('id')
          .executeTakeFirst();
        // "Never by itself" is for a checkout that nothing waits for.
        if (row && dueAt === null) await keepDue(trx, id, dueAt);
      }),
  };
}

/**
 * Leaves the checkout due while an input waits that its holder has not used: the holder may not know of it yet, and
 * may die before it looks. Runs after an update of the row in the same transaction, so no input can slip in between.
 */
export async function keepDue(trx: Db, id: string, dueAt: number | null): Promise<void> {
  const waits = await oldestUnused(trx, id);
  if (waits === null || (dueAt !== null && dueAt <= waits)) return;
  await trx.updateTable('checkouts').set({ due_at: waits }).where('id', '=', id).execute();
}
