import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from './database';
import { openStore } from './open-store';
import { storeSuite } from './store.suite';

describe('the store on SQLite', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'foyer-store-'));
  let made = 0;
  const fresh = async () => {
    made += 1;
    return `file:${path.join(folder, `${made}`, 'foyer.db')}`;
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  storeSuite(fresh);

  it('is a file that only its owner can read, in a folder that is made for it', async () => {
    const url = await fresh();
    const store = await openStore(url);
    await store.count('x', 1000, 1);
    const file = url.slice('file:'.length);
    for (const name of [file, `${file}-wal`, `${file}-shm`]) expect(statSync(name).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    await store.close();
  });

  it('takes the write lock when a transaction begins, so that none fails halfway', async () => {
    const url = await fresh();
    const { db } = await openDatabase(url);
    const outsider = new Sqlite(url.slice('file:'.length), { timeout: 0 });
    await db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx);
      expect(() => outsider.exec('create table x (y)')).toThrow('locked');
    });
    outsider.exec('create table x (y)');
    outsider.close();
    await db.destroy();
  });

  it('is durable: every commit reaches the disk', async () => {
    const { db } = await openDatabase(await fresh());
    const settings = await Promise.all([
      sql`pragma journal_mode`.execute(db),
      sql`pragma synchronous`.execute(db),
      sql`pragma foreign_keys`.execute(db),
    ]);
    expect(settings.flatMap(({ rows }) => rows)).toEqual([
      { journal_mode: 'wal' },
      { synchronous: 2 },
      { foreign_keys: 1 },
    ]);
    await db.destroy();
  });
});
