import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standingOf } from '../support/customer';
import { type Pool, sandboxPool } from '../support/pool';
import { objections, stage, storeOfOwn } from './stage';
import { suppliersUnderTest } from './suppliers';
import { atTheTill, type Case } from './till';
import { behaving, inPrice, inTime } from './times';
import { troubles } from './trouble';

/** What every supplier must bear, by data. Each case ends with the oracle: our store beside the sandbox's ledger. */

let pool: Pool;
beforeAll(async () => {
  pool = await sandboxPool(5);
});
afterAll(() => pool.close());

describe.concurrent.each(suppliersUnderTest)('$id', (supplier) => {
  describe.each(supplier.options)('$id', (option) => {
    const bear = ({ run, ends }: Case, events: readonly string[]) =>
      pool.use(async (sandbox) => {
        const store = await storeOfOwn();
        const at = await stage(sandbox, store, supplier, option, events);
        try {
          await run(at);
          const end = await at.rest();
          expect(typeof ends === 'function' ? ends(option) : ends).toContain(standingOf(end));
          expect(await objections(at)).toEqual([]);
        } finally {
          await at.shop.heart.door.drained(5000);
          await store.close();
        }
      });
    const { plain, pair } = supplier;
    const fitting = (cases: readonly Case[]) => cases.filter(({ only }) => only?.(option) ?? true);
    describe('at the till', () => {
      for (const one of fitting(atTheTill)) it(one.title, () => bear(one, plain));
    });
    describe('in time', () => {
      for (const one of fitting(inTime)) it(one.title, () => bear(one, plain));
    });
    describe.runIf(supplier.dearer)('prices', () => {
      for (const one of fitting(inPrice)) it(one.title, () => bear(one, plain));
    });
    describe('trouble', () => {
      for (const one of troubles(supplier, option)) it(one.title, () => bear(one, pair));
    });
    describe('the supplier', () => {
      for (const one of behaving(supplier, option)) it(one.title, () => bear(one, one.behaviour.events));
    });
  });
});
