import { openExpress, SPREEDLY, typeIntoExpress } from '../../spreedly';
import type { Till } from './types';

/** Spreedly's form, in a window over the page. */
export const spreedly: Till = {
  good: { number: SPREEDLY.ok, expiry: '12/34', cvc: '123' },
  stays: true,
  pay: async ({ page }, { number, cvc }) => {
    const form = await openExpress(page);
    await (await typeIntoExpress(form, number, cvc)).click();
  },
};
