import { expect } from '@playwright/test';
import { ADYEN, typeIntoDropin } from '../../dropin';
import { answerBank } from './bank';
import type { Till } from './types';

/** Adyen's Drop-in or its fields; the bank asks in a frame over them or on its own page. */
export const adyen: Till = {
  good: { number: ADYEN.ok, expiry: '03/30', cvc: '737' },
  stays: true,
  pay: async ({ page }, { number, holder, asked, instead, ...card }) => {
    await typeIntoDropin(page, number, holder, card);
    await page.getByRole('button', { name: /^Pay / }).click();
    if (!asked) return;
    const framed = page.frameLocator('iframe[name="threeDSIframe"]').locator('form');
    const own = page.getByTestId('challenge');
    // One of both: a locator of a frame and one of the page cannot be asked for together.
    await expect
      .poll(async () => (await framed.isVisible()) || (await own.isVisible()), { timeout: 30_000 })
      .toBe(true);
    const form = (await framed.isVisible()) ? framed : own;
    await answerBank(form, instead);
  },
};
