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
  describe.each(supplier.options)('%s', (option) => {
    const bear = ({ run, ends }: Case, events: readonly string[]) =>
      pool.use(async (sandbox) => {
        const store = await storeOfOwn();
        const at = await stage(sandbox, store, supplier, option, events);
        try {
          await run(at);
          const end = await at.rest();
          expect(ends).toContain(standingOf(end));
          expect(await objections(at)).toEqual([]);
        } finally {
          await at.shop.heart.door.drained(5000);
          await store.close();
        }
      });
    const { plain, pair } = supplier;
    describe('at the till', () => {
      for (const one of atTheTill) it(one.title, () => bear(one, plain));
    });
    describe('in time', () => {
      for (const one of inTime) it(one.title, () => bear(one, plain));
    });
    describe('prices', () => {
      for (const one of inPrice) it(one.title, () => bear(one, plain));
    });
    describe('trouble', () => {
      for (const one of troubles(supplier)) it(one.title, () => bear(one, pair));
    });
    describe('the supplier', () => {
      for (const one of behaving(supplier)) it(one.title, () => bear(one, one.behaviour.events));
    });
  });
});
