import type { Kysely, Transaction } from 'kysely';
import type { Database } from './database';
import { migrations as all, type Migration } from './migrations';

interface MigrationTable {
  foyer_migrations: { name: string; applied_at: number };
}

/**
 * Brings the database up to date. Everything, the list of what ran included, happens in one transaction under the
 * database's own lock: of eight instances that start together one migrates and seven find it done.
 * Migrations that this version does not know are left alone, so that a rolling restart may go back.
 */
export async function migrate({ db, lock }: Database, list: readonly Migration[] = all): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lock(trx);
    const ours = trx as unknown as Transaction<MigrationTable>;
    await ours.schema
      .createTable('foyer_migrations')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('applied_at', 'bigint', (column) => column.notNull())
      .execute();
    const done = await applied(ours);
    for (const { name, up } of list) {
      if (done.has(name)) continue;
      await up(trx as unknown as Kysely<unknown>);
      await ours.insertInto('foyer_migrations').values({ name, applied_at: Date.now() }).execute();
    }
  });
}

/** Whether everything that this version needs was applied. */
export async function migrated({ db }: Database): Promise<boolean> {
  const done = await applied(db as unknown as Kysely<MigrationTable>);
  return all.every(({ name }) => done.has(name));
}

async function applied(db: Kysely<MigrationTable>): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('foyer_migrations').select('name').execute();
  return new Set(rows.map(({ name }) => name));
}
