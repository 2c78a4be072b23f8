import type { JsonObject } from '@/lib/checkout/json';
import type { JournalEntry } from '@/lib/checkout/model';
import type { CheckoutStore } from '@/lib/checkout/store';
import type { Db } from './database';
import { parse, storable } from './text';

/** SQLite takes 32,766 parameters a statement, PostgreSQL twice as many. */
const ROWS_A_STATEMENT = 1000;

/** History of checkouts. Lines are numbered by a counter in the checkout's row, so their order is beyond doubt. */
export function journals(db: Db): Pick<CheckoutStore, 'note' | 'journal'> {
  return {
    note: (id, entries) =>
      db.transaction().execute(async (trx) => {
        const row = await trx
          .updateTable('checkouts')
          .set((eb) => ({ entries: eb('entries', '+', entries.length) }))
          .where('id', '=', id)
          .returning('entries')
          .executeTakeFirst();
        if (row) await writeJournal(trx, id, entries, row.entries - entries.length);
      }),
    journal: async (id) => {
      if (!storable(id)) return [];
      const rows = await db
        .selectFrom('journal')
        .select(['at', 'kind', 'name', 'attempt_id', 'data'])
        .where('checkout_id', '=', id)
        .orderBy('seq')
        .execute();
      return rows.map((row) => ({
        at: row.at,
        kind: row.kind as JournalEntry['kind'],
        name: row.name,
        ...(row.attempt_id === null ? {} : { attemptId: row.attempt_id }),
        ...(row.data === null ? {} : { data: parse<JsonObject>(row.data) }),
      }));
    },
  };
}

/** Adds lines after number `from`, inside the caller's transaction. */
export async function writeJournal(
  trx: Db,
  checkoutId: string,
  entries: readonly JournalEntry[],
  from: number,
): Promise<void> {
  const rows = entries.map(({ at, kind, name, attemptId, data }, index) => ({
    checkout_id: checkoutId,
    seq: from + index + 1,
    at,
    kind,
    name,
    attempt_id: attemptId ?? null,
    data: data === undefined ? null : JSON.stringify(data),
  }));
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
    await trx
      .insertInto('journal')
      .values(rows.slice(at, at + ROWS_A_STATEMENT))
      .execute();
  }
}
