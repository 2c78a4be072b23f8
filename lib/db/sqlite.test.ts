import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from './database';
import { openStore } from './open-store';
import { storeSuite } from './store.suite';
import { someCheckout } from './suite/world';

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
    const { db, close } = await openDatabase(url);
    const outsider = new Sqlite(url.slice('file:'.length), { timeout: 0 });
    await db.transaction().execute(async (trx) => {
      await sql`select 1`.execute(trx);
      expect(() => outsider.exec('create table x (y)')).toThrow('locked');
    });
    outsider.exec('create table x (y)');
    outsider.close();
    await close();
  });

  it('is durable: what tells of money and tickets is on the disk before anything goes on', async () => {
    const { db, fleeting, close } = await openDatabase(await fresh());
    const settings = (on: typeof db) =>
      Promise.all([
        sql`pragma journal_mode`.execute(on),
        sql`pragma synchronous`.execute(on),
        sql`pragma foreign_keys`.execute(on),
      ]).then((all) => all.flatMap(({ rows }) => rows));
    expect(await settings(db)).toEqual([{ journal_mode: 'wal' }, { synchronous: 2 }, { foreign_keys: 1 }]);
    // A lease binds processes that a power cut ends: it is there with the next write, and is no reason to wait.
    expect(await settings(fleeting)).toEqual([
      { journal_mode: 'wal' },
      { synchronous: 1 },
      { foreign_keys: 1 },
    ]);
    await close();
  });

  it('is one store over two connections: each sees at once what the other wrote', async () => {
    const url = await fresh();
    const store = await openStore(url);
    const checkout = someCheckout();
    await store.create(checkout, [], 1);
    const fence = (await store.lease(checkout.id, 'one', 1, 10_000)) ?? 0;
    const saved = { checkout, version: 1, fence, journal: [], dueAt: 5, used: [], mails: [] };
    expect(await store.save(saved)).toBe(2);
    await store.postpone(checkout.id, fence, 9);
    expect((await store.read(checkout.id))?.dueAt).toBe(9);
    await store.free(checkout.id, fence);
    expect(await store.save({ ...saved, version: 2 })).toBeNull();
    await store.close();
  });
});
