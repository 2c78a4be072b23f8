import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { migrations } from '@/lib/db/migrations';
import { startPostgres } from '@/scripts/lib/postgres';
import { programOf } from '../support/child';
import { freshDatabase, SERVER, type Town, townOn } from './stage';

/** Several instances of the shop on one PostgreSQL, in real time, with something done to them in the middle. */

const program = SERVER ? await programOf('tests/postgres/instance.ts') : '';
const pause = (ms: number) => new Promise((wake) => setTimeout(wake, ms));

/** Slow calls, so that what happens to an instance happens in the middle of them. */
async function slow(town: Town): Promise<void> {
  const one = { provider: 'tickitto', kind: 'delay', when: 'after', delayMs: 900, times: 8 } as const;
  await town.sandbox.fault({ ...one, call: 'POST /api/basket/stripe_object' });
}

async function within(
  databaseUrl: string,
  size: number,
  story: (town: Town) => Promise<void>,
): Promise<void> {
  const town = await townOn(program, databaseUrl, size);
  try {
    await story(town);
    expect(await town.objections()).toEqual([]);
  } finally {
    await town.close();
  }
}

const all = (count: number) => Array(count).fill('booked/captured');

describe
  .skipIf(!SERVER)
  .concurrent('instances that share the work (skipped unless TEST_POSTGRES_URL is set)', () => {
    it('one is killed in the middle, and the others finish its purchases', { timeout: 120_000 }, async () => {
      await within(await freshDatabase(), 3, async (town) => {
        await slow(town);
        const sold = town.sell(12, 40);
        await pause(900);
        const [victim] = town.instances;
        if (victim) victim.serving = false;
        victim?.signal('SIGKILL');
        expect(await sold).toEqual(all(12));
      });
    });

    it('one is frozen for longer than its leases, wakes, and changes nothing', {
      timeout: 120_000,
    }, async () => {
      await within(await freshDatabase(), 3, async (town) => {
        await slow(town);
        const sold = town.sell(12, 40);
        await pause(900);
        const [victim] = town.instances;
        victim?.signal('SIGSTOP');
        await pause(12_000);
        victim?.signal('SIGCONT');
        expect(await sold).toEqual(all(12));
      });
    });

    it('a rolling restart under 30 purchases loses nothing', { timeout: 120_000 }, async () => {
      await within(await freshDatabase(), 2, async (town) => {
        const sold = town.sell(30, 150);
        for (const old of [...town.instances]) {
          await pause(700);
          await town.open();
          old.serving = false;
          old.signal('SIGTERM');
          expect(await old.gone).toEqual({ code: 0, signal: null });
        }
        expect(await sold).toEqual(all(30));
      });
    });

    it('eight start at once on an empty database, and one of them migrates it', {
      timeout: 120_000,
    }, async () => {
      const url = await freshDatabase();
      await within(url, 8, async (town) => {
        expect(await town.sell(4, 10)).toEqual(all(4));
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        const { rows } = await client.query('select name from foyer_migrations order by name');
        await client.end();
        expect(rows.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name));
      });
    });

    it('the database goes away and comes back, and purchases end well', { timeout: 120_000 }, async () => {
      const cluster = await startPostgres();
      if (!cluster) return;
      try {
        await within(cluster.database('foyer'), 2, async (town) => {
          const sold = town.sell(8, 150);
          await pause(800);
          cluster.halt();
          await pause(2500);
          cluster.resume();
          expect(await sold).toEqual(all(8));
          expect(town.instances.map((instance) => instance.alive())).toEqual([true, true]);
        });
      } finally {
        cluster.remove();
      }
    });
  });
