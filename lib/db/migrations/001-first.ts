import { type Kysely, sql } from 'kysely';

/** Every table of the first version. Runs inside the migration's transaction, under its lock. */
export async function first(db: Kysely<unknown>): Promise<void> {
  await checkouts(db);
  await belongings(db);
  await shop(db);
}

async function checkouts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('checkouts')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('body_version', 'bigint', (column) => column.notNull())
    .addColumn('supplier', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull().unique())
    .addColumn('tickets', 'text', (column) => column.notNull())
    .addColumn('money', 'text', (column) => column.notNull())
    .addColumn('attention_code', 'text')
    .addColumn('attention_since', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint')
    .addColumn('version', 'bigint', (column) => column.notNull())
    .addColumn('fence', 'bigint', (column) => column.notNull())
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', 'bigint', (column) => column.notNull())
    .addColumn('entries', 'bigint', (column) => column.notNull())
    .addColumn('forgotten_at', 'bigint')
    .execute();
  const index = (name: string) => db.schema.createIndex(name).on('checkouts');
  await index('checkouts_due').column('due_at').where(sql.ref('due_at'), 'is not', null).execute();
  await index('checkouts_attention')
    .column('attention_since')
    .where(sql.ref('attention_code'), 'is not', null)
    .execute();
  await index('checkouts_census').columns(['tickets', 'money', 'attention_code', 'created_at']).execute();
  await index('checkouts_retention')
    .column('created_at')
    .where(sql.ref('forgotten_at'), 'is', null)
    .execute();
}

async function belongings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('journal')
    .addColumn('checkout_id', 'text', (column) => column.notNull().references('checkouts.id'))
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('attempt_id', 'text')
    .addColumn('data', 'text')
    .addPrimaryKeyConstraint('journal_pk', ['checkout_id', 'seq'])
    .execute();
  await db.schema
    .createTable('inputs')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('checkout_id', 'text', (column) => column.notNull().references('checkouts.id'))
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('attempt_id', 'text')
    .addColumn('step_id', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .execute();
  await db.schema.createIndex('inputs_order').on('inputs').columns(['checkout_id', 'seq']).execute();
  await db.schema
    .createTable('return_tokens')
    .addColumn('token', 'text', (column) => column.primaryKey())
    .addColumn('checkout_id', 'text', (column) => column.notNull().references('checkouts.id'))
    .addColumn('attempt_id', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('outbox')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('id', 'bigint', (column) => column.notNull().unique())
    .addColumn('checkout_id', 'text', (column) => column.notNull().references('checkouts.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('leased_until', 'bigint', (column) => column.notNull())
    .addColumn('tries', 'bigint', (column) => column.notNull())
    .addColumn('sent_at', 'bigint')
    .execute();
  await db.schema
    .createIndex('outbox_due')
    .on('outbox')
    .column('due_at')
    .where(sql.ref('sent_at'), 'is', null)
    .execute();
}

async function shop(db: Kysely<unknown>): Promise<void> {
  // No foreign key: a browser is granted its checkout before the supplier is asked to hold it.
  await db.schema
    .createTable('grants')
    .addColumn('session', 'text', (column) => column.notNull())
    .addColumn('checkout_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('grants_pk', ['session', 'checkout_id'])
    .execute();
  await db.schema
    .createTable('baskets')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('supplier', 'text', (column) => column.notNull())
    .addColumn('session', 'text', (column) => column.notNull())
    .addColumn('basket', 'text', (column) => column.notNull())
    .addColumn('checkout_id', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('baskets_session').on('baskets').columns(['session', 'created_at']).execute();
  await db.schema
    .createTable('idempotency_keys')
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('request_hash', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .addColumn('claimed_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('idempotency_keys_pk', ['scope', 'key'])
    .execute();
  await db.schema.createIndex('idempotency_keys_age').on('idempotency_keys').column('claimed_at').execute();
  await db.schema
    .createTable('limits')
    .addColumn('bucket', 'text', (column) => column.primaryKey())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addColumn('resets_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('limits_age').on('limits').column('resets_at').execute();
}
