import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from './database';
import { openStore } from './open-store';
import { storeSuite } from './store.suite';

const URL_OF_SERVER = process.env.TEST_POSTGRES_URL;

/** Needs a server whose role may create databases: each run makes its own and drops them. */
describe.skipIf(!URL_OF_SERVER)('the store on PostgreSQL (skipped unless TEST_POSTGRES_URL is set)', () => {
  const made: string[] = [];

  const ask = async (sql: string) => {
    const client = new pg.Client({ connectionString: URL_OF_SERVER });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };

  const fresh = async () => {
    const name = `foyer_${randomUUID().replaceAll('-', '')}`;
    await ask(`create database ${name}`);
    made.push(name);
    const url = new URL(URL_OF_SERVER ?? '');
    url.pathname = `/${name}`;
    return url.href;
  };

  // A cluster that is deleted whole afterwards needs no tidying, and each drop is a checkpoint.
  afterAll(async () => {
    if (process.env.TEST_POSTGRES_TEMPORARY) return;
    for (const name of made) await ask(`drop database ${name} with (force)`);
  }, 120_000);

  storeSuite(fresh);

  it('goes on after the server cut every connection', async () => {
    const store = await openStore(await fresh());
    await store.count('x', 1e9, 1);
    await ask(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${made.at(-1)}'`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await store.count('x', 1e9, 1)).toMatchObject({ count: 2 });
    await store.close();
  });

  it('goes on after a transaction was cut between two of its statements', async () => {
    const { db } = await openDatabase(await fresh());
    const cut = db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx);
      await ask(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${made.at(-1)}'`);
      // Nobody waits for this connection now: unheard, its end would be the process's.
      await new Promise((resolve) => setTimeout(resolve, 100));
      await sql`select 1`.execute(trx);
    });
    await expect(cut).rejects.toThrow();
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
    await db.destroy();
  });

  it('is not ready while the server is away, and does not end the process', async () => {
    const url = new URL(await fresh());
    url.port = '1';
    await expect(openStore(url.href)).rejects.toThrow();
  });
});
