import type Sqlite from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, SqliteDriver } from 'kysely';

/** The end of the queue for each file, in this process. */
const queues = new Map<string, Promise<void>>();

/**
 * Kysely's SQLite driver with two differences. A transaction takes the write lock when it begins: one that reads
 * first and writes later fails at once when another process wrote in between, instead of waiting. And all connections
 * of this process to one file take turns: a connection that waits for a lock blocks the thread, and with it the very
 * transaction that it waits for.
 */
export class SqliteTurns extends SqliteDriver {
  private release: () => void = () => undefined;

  constructor(
    private readonly database: Sqlite.Database,
    private readonly file: string,
  ) {
    super({ database });
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
