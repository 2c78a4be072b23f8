import type { Kysely, Transaction } from 'kysely';
import { Fault } from '@/lib/checkout/errors';
import type { Tables } from './schema';

/** Queries, inside or outside a transaction. */
export type Db = Kysely<Tables>;

/** An open database, and what the two do differently at run time. */
export interface Database {
  /** What it acknowledged outlives a power cut: a payment's intent above all. */
  readonly db: Db;
  /**
   * For what binds running processes only (leases, wake-ups, counters, keys): where a power cut ends them all, as with
   * a file on this machine, it need not wait for the disk, which is most of what a write costs. Elsewhere it is `db`.
   */
  readonly fleeting: Db;
  /** Keeps every other process from migrating until this transaction ends. */
  readonly lock: (trx: Transaction<Tables>) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens what `DATABASE_URL` names: `postgres://…`, or a file for SQLite. The other driver is not even loaded. */
export async function openDatabase(url: string): Promise<Database> {
  if (/^postgres(ql)?:\/\//.test(url)) return (await import('./postgres')).openPostgres(url);
  if (url.startsWith('file:')) return (await import('./sqlite')).openSqlite(url.slice('file:'.length));
  throw new Fault('database_url', 'DATABASE_URL is neither file:… nor postgres://…');
}
