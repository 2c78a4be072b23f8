import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../database';
import { migrate } from '../migrate';
import { migrations } from '../migrations';
import { openStore } from '../open-store';
import { NOW, someCheckout, type World } from './world';

const run = promisify(execFile);
const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url));

/** Opening, migrating and closing. */
export function openingSuite(world: () => World): void {
  describe('opening', () => {
    it('of one fresh database by eight at once migrates it once', async () => {
      const url = await world().fresh();
      const stores = await Promise.all(Array.from({ length: 8 }, () => openStore(url)));
      const checkout = someCheckout();
      await stores[0]?.create(checkout, [], NOW);
      expect(await Promise.all(stores.map((store) => store.ready()))).toEqual(Array(8).fill(true));
      const fences = await Promise.all(stores.map((store) => store.lease(checkout.id, 'x', NOW, 1000)));
      expect(fences.filter((fence) => fence !== null)).toEqual([1]);
      await Promise.all(stores.map((store) => store.close()));
    });

    it('of one fresh database by eight processes at once loses no write of any', {
      timeout: 90_000,
    }, async () => {
      const url = await world().fresh();
      const children = Array.from({ length: 8 }, () =>
        run(process.execPath, ['--import', 'tsx', CHILD, url, '25'], { timeout: 80_000 }),
      );
      const answers = (await Promise.all(children)).map(({ stdout }) => JSON.parse(stdout));
      expect(answers).toEqual(Array(8).fill({ saved: 25, fencesHeldTwice: 0 }));
      const store = await openStore(url);
      expect(await store.counted('children', NOW)).toMatchObject({ count: 200 });
      expect(await store.journal('shared')).toHaveLength(200);
      expect((await store.read('shared'))?.version).toBe(201);
      await store.close();
    });

    it('leaves nothing of a migration that fails', async () => {
      const database = await openDatabase(await world().fresh());
      const broken = {
        name: '002-broken',
        up: async () => {
          throw new Error('no disk');
        },
      };
      await expect(migrate(database, [...migrations, broken])).rejects.toThrow('no disk');
      await migrate(database);
      await migrate(database, []);
      expect(await database.db.selectFrom('checkouts').selectAll().execute()).toEqual([]);
      await database.close();
    });

    it('keeps the baskets of pickers that an older version wrote', async () => {
      const url = await world().fresh();
      const database = await openDatabase(url);
      await migrate(database, migrations.slice(0, 1));
      await sql`insert into baskets (id, supplier, session, basket, created_at)
        values ('b1', 'demo', 's1', '{"ref":"a"}', ${NOW})`.execute(database.db);
      await database.close();
      const store = await openStore(url);
      const request = { kind: 'basket', basket: { ref: 'a' } };
      expect(await store.openBaskets('s1')).toMatchObject([{ id: 'b1', request, checkoutId: null }]);
      await store.close();
    });

    it('does not touch what a newer version wrote', async () => {
      const url = await world().fresh();
      const store = await openStore(url);
      const checkout = someCheckout();
      await store.create(checkout, [], NOW);
      const { db, close } = await openDatabase(url);
      await db.updateTable('checkouts').set({ body_version: 99 }).execute();
      await close();
      await expect(store.read(checkout.id)).rejects.toMatchObject({ code: 'body_too_new' });
      await store.close();
      expect(await store.ready()).toBe(false);
    });
  });
}
