import { closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Database } from './database';
import type { Tables } from './schema';
import { SqliteTurns } from './sqlite-turns';

/** How long a writer waits for the one of another process. Writes take a fraction of a millisecond. */
const BUSY_MS = 10_000;

/** Opens a SQLite file, relative to the working directory; the folder and the file are made when missing. */
export async function openSqlite(place: string): Promise<Database> {
  const file = resolve(place);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  // Made here rather than by SQLite, so that it is readable by its owner only from its first moment on.
  closeSync(openSync(file, 'a', 0o600));
  const db = queriesOn(await open(file, 'FULL'), file);
  const fleeting = queriesOn(await open(file, 'NORMAL'), file);
  return {
    db,
    fleeting,
    // Transactions begin immediate, so the migration's own transaction is the lock.
    lock: async () => undefined,
    close: async () => {
      await fleeting.destroy();
      await db.destroy();
    },
  };
}

function queriesOn(database: Sqlite.Database, file: string): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new SqliteTurns(database, file),
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

function resolve(place: string): string {
  const plain = place.replace(/^\/\/(?=\/)/, '');
  // Unmarked, the bundler would take the path for an asset and copy live data into its build.
  return path.isAbsolute(plain) ? plain : path.join(/* turbopackIgnore: true */ process.cwd(), plain);
}

/**
 * `FULL`: a write is on the disk when it is acknowledged. `NORMAL`: it is there with the next one that is; a power cut
 * takes the last ones back, and with them every process of this machine, but never the order in which they came.
 *
 * Turning on WAL needs the file alone and does not wait: processes that start together try again.
 */
async function open(file: string, synchronous: 'FULL' | 'NORMAL'): Promise<Sqlite.Database> {
  const giveUpAt = Date.now() + BUSY_MS;
  for (;;) {
    const database = new Sqlite(file, { timeout: BUSY_MS });
    try {
      database.pragma('journal_mode = WAL');
      database.pragma(`synchronous = ${synchronous}`);
      database.pragma('foreign_keys = ON');
      return database;
    } catch (cause) {
      database.close();
      const busy = cause instanceof Sqlite.SqliteError && cause.code.startsWith('SQLITE_BUSY');
      if (!busy || Date.now() > giveUpAt) throw cause;
      await pause(20);
    }
  }
}
