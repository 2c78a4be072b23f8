import type Sqlite from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, type SqliteDatabase, SqliteDriver } from 'kysely';

/** The end of the queue for each file, in this process. */
const queues = new Map<string, Promise<void>>();

/** Statements that are kept; their texts are few, but for lists of a length of their own. */
const KEPT = 200;

/** A database that keeps what it has prepared: reading a statement costs as much as running it. */
function remembering(database: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, Sqlite.Statement>();
  return {
    close: () => {
      database.close();
    },
    prepare: (text) => {
      const known = kept.get(text);
      if (known) return known;
      if (kept.size >= KEPT) kept.clear();
      const made = database.prepare(text);
      kept.set(text, made);
      return made;
    },
  };
}

/**
 * Kysely's SQLite driver with three differences. Statements are prepared once. A transaction takes the write lock when it
 * begins: one that reads first and writes later fails at once when another process wrote in between, instead of waiting.
 * And all connections of this process to one file take turns: a connection that waits for a lock blocks the thread, and
 * with it the very transaction that it waits for.
 */
export class SqliteTurns extends SqliteDriver {
  private release: () => void = () => undefined;

  constructor(
    private readonly database: Sqlite.Database,
    private readonly file: string,
  ) {
    super({ database: remembering(database) });
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const before = queues.get(this.file);
    let release: () => void = () => undefined;
    const turn = new Promise<void>((resolve) => {
      release = resolve;
    });
    queues.set(this.file, turn);
    await before;
    this.release = release;
    return super.acquireConnection();
  }

  override async releaseConnection(): Promise<void> {
    await super.releaseConnection();
    this.release();
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A full disk makes SQLite roll back by itself; asking again would hide the cause behind another error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.database.inTransaction) await super.rollbackTransaction(connection);
  }
}
