import { test as base, expect } from '../test';
import { type Oracle, startOracle } from './oracle';

/** Tests of whole purchases that end with the oracle. */
export const test = base.extend<object, { oracle: Oracle }>({
  oracle: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const oracle = startOracle();
      await use(oracle);
      await oracle.close();
    },
    { scope: 'worker' },
  ],
});

export { expect };
