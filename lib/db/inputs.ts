import type { Input } from '@/lib/checkout/model';
import type { CheckoutStore, Write } from '@/lib/checkout/store';
import type { Db } from './database';
import { parse } from './text';

/** What arrived from outside. It may arrive at any moment, so it never waits for a lease and never moves the version. */
export function inputs(db: Db): Pick<CheckoutStore, 'append' | 'inputs'> {
  return {
    append: (input) => db.transaction().execute((trx) => append(trx, input)),
    inputs: async (id) => {
      const rows = await db
        .selectFrom('inputs')
        .select(['id', 'checkout_id', 'attempt_id', 'step_id', 'kind', 'data', 'at'])
        .where('checkout_id', '=', id)
        .where('used_at', 'is', null)
        .orderBy('seq')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        checkoutId: row.checkout_id,
        attemptId: row.attempt_id,
        stepId: row.step_id,
        kind: row.kind as Input['kind'],
        data: parse(row.data),
        at: row.at,
      }));
    },
  };
}

async function append(trx: Db, input: Input): Promise<void> {
  const row = await trx
    .updateTable('checkouts')
    .set((eb) => ({
      entries: eb('entries', '+', 1),
      due_at: eb
        .case()
        .when(eb.or([eb('due_at', 'is', null), eb('due_at', '>', input.at)]))
        .then(input.at)
        .else(eb.ref('due_at'))
        .end(),
    }))
    .where('id', '=', input.checkoutId)
    .returning('entries')
    .executeTakeFirst();
  // Nobody's input; whoever brought it is told that there is no such checkout.
  if (!row) return;
  await trx
    .insertInto('inputs')
    .values({
      id: input.id,
      checkout_id: input.checkoutId,
      seq: row.entries,
      attempt_id: input.attemptId,
      step_id: input.stepId,
      kind: input.kind,
      data: JSON.stringify(input.data),
      at: input.at,
      used_at: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Marks inputs as used and replaces what they carried, tokens included, by what may be kept of it. */
export async function markUsed(trx: Db, checkoutId: string, used: Write['used'], now: number): Promise<void> {
  for (const { id, evidence } of used) {
    await trx
      .updateTable('inputs')
      .set({ used_at: now, data: JSON.stringify(evidence) })
      .where('id', '=', id)
      .where('checkout_id', '=', checkoutId)
      .execute();
  }
}

/** When the oldest input that nobody has used yet came; null when there is none. */
export async function oldestUnused(trx: Db, checkoutId: string): Promise<number | null> {
  const row = await trx
    .selectFrom('inputs')
    .select('at')
    .where('checkout_id', '=', checkoutId)
    .where('used_at', 'is', null)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}
