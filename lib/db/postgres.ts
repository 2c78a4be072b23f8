import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { Fault } from '@/lib/checkout/errors';
import type { Database } from './database';
import type { Tables } from './schema';

/** Any number that only we use; it names the lock under which migrations run. */
const MIGRATION_LOCK = 4_010_250_719;

const INT8 = pg.types.builtins.INT8;

/** Opens PostgreSQL. A server that is away is found out by the first query, and by `ready`. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'foyer',
    max: 16,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    // Every statement of ours takes milliseconds; one that hangs must not hold up money behind it.
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
    types: { getTypeParser: parserOf },
  });
  // The server closes idle connections when it restarts. Unheard, that event would end the process.
  pool.on('error', () => undefined);
  // The pool hears idle connections only. One that is cut between two statements of a transaction ends the process too,
  // and with it every payment that is under way; its statement fails all the same, and is tried again.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    // The server's power is not ours: a lease that it forgot would be given to a second holder beside the first.
    fleeting: db,
    close: () => db.destroy(),
    lock: async (trx) => {
      // Waiting for another instance's migration may take longer than any query of ours.
      await sql`set local statement_timeout = 0`.execute(trx);
      await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(trx);
    },
  };
}

const parserOf: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === INT8 ? toSafeNumber : pg.types.getTypeParser(oid, format as 'text');

/** The driver hands int8 over as text. Beyond 2^53 a number would silently be another one: that is a fault. */
function toSafeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new Fault('unsafe_integer', 'The database holds too large a number');
  return value;
}
