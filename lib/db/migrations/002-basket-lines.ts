import { type Kysely, sql } from 'kysely';

/** Baskets hold a whole request: lines as well as what a picker made. A session has one open basket of lines a supplier. */
export async function basketLines(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('baskets').renameColumn('basket', 'request').execute();
  await sql`update baskets set request = '{"kind":"basket","basket":' || request || '}'`.execute(db);
  await db.schema
    .alterTable('baskets')
    .addColumn('kind', 'text', (column) => column.notNull().defaultTo('basket'))
    .execute();
  await sql`create unique index baskets_open_lines on baskets (session, supplier)
    where kind = 'lines' and checkout_id is null`.execute(db);
}
