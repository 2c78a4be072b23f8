import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '@/lib/db';
import { standingOf } from '../support/customer';
import { databaseFolder } from '../support/database';
import { FULL } from '../support/full';
import { type Pool, sandboxPool } from '../support/pool';
import { objections, stage } from './stage';
import { atTheTill, type Case, endsOf } from './till';
import { behaving, inPrice, inTime } from './times';
import { troubles } from './trouble';
import { eventsOf, nameOf, type OptionUnderTest, type SupplierUnderTest } from './types';

/**
 * What every supplier must bear, by data. Each case ends with the oracle: our store beside the sandbox's ledger. A file calls it
 * for one supplier, in all its set-ups, so that several are tried at once.
 */
export function bears(...suppliers: readonly SupplierUnderTest[]): void {
  const databases = databaseFolder('contract');
  let pool: Pool;
  beforeAll(async () => {
    pool = await sandboxPool(5);
  });
  afterAll(async () => {
    await pool.close();
    databases.remove();
  });

  const entries = suppliers.map((supplier) => ({ name: nameOf(supplier), supplier }));

  describe.concurrent.each(entries)('$name', ({ supplier }) => {
    describe.each(supplier.options.filter((option) => isTried(supplier, option)))('$id', (option) => {
      const bear = (one: Case, events: readonly string[]) =>
        pool.use(async (sandbox) => {
          // One for each case: sweepers wake whatever is due in theirs, and each case has its own time.
          const url = databases.url();
          const store = await openStore(url);
          const at = await stage(sandbox, store, supplier, option, events);
          try {
            await one.run(at);
            const end = await at.rest();
            expect(endsOf(one, supplier, option)).toContain(standingOf(end));
            expect(await objections(at)).toEqual([]);
          } finally {
            await at.shop.heart.door.drained(5000);
            await store.close();
            databases.drop(url);
          }
        });
      const { plain, pair } = eventsOf(supplier, option.id);
      const fitting = (cases: readonly Case[]) => cases.filter(({ only }) => only?.(option) ?? true);
      describe('at the till', () => {
        for (const one of fitting(atTheTill)) it(one.title, () => bear(one, plain));
      });
      const timely = isTimed(supplier, option)
        ? fitting(inTime).filter(({ byEnd }) => !byEnd || !supplier.endless)
        : [];
      describe.runIf(timely.length > 0)('in time', () => {
        for (const one of timely) it(one.title, () => bear(one, plain));
      });
      const prices = supplier.dearer ? fitting(inPrice) : [];
      describe.runIf(prices.length > 0)('prices', () => {
        for (const one of prices) it(one.title, () => bear(one, plain));
      });
      describe('trouble', () => {
        for (const one of troubles(supplier, option)) it(one.title, () => bear(one, pair));
      });
      const own = FULL || !supplier.setUp ? behaving(supplier, option) : [];
      describe.runIf(own.length > 0)('the supplier', () => {
        for (const one of own) it(one.title, () => bear(one, one.behaviour.events));
      });
    });
  });
}

/** Time is tried with the first option of each that makes the money move; with every one by `npm run test:full`. */
function isTimed(supplier: SupplierUnderTest, option: OptionUnderTest): boolean {
  const first = supplier.options.find(({ moves }) => moves === option.moves);
  return FULL || (!supplier.setUp && first === option);
}

/** In another set-up the calls are others, and the ways to pay are not: the first of each that makes the money move is tried. */
function isTried(supplier: SupplierUnderTest, option: OptionUnderTest): boolean {
  return FULL || !supplier.setUp || supplier.options.find(({ moves }) => moves === option.moves) === option;
}
