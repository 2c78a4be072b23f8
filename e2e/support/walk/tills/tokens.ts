import { cardsReady, PAY, typeCards } from '../../cards';
import { SANDBOX_PORT } from '../../places';
import { stripe } from './stripe';
import type { Till } from './types';

/** A card for each account that charges; a bank that asks has a page of its own. */
export const tokens: Till = {
  ...stripe,
  pay: async ({ page }, { number, asked, instead = 'Complete' }) => {
    await cardsReady(page);
    const entries = await page.locator('main form fieldset').count();
    await typeCards(page, ...Array.from({ length: entries }, () => number));
    await page.getByRole('button', PAY).click();
    if (!asked) return;
    await page.waitForURL(`http://127.0.0.1:${SANDBOX_PORT + 11}/**`);
    await page.getByRole('button', { name: instead }).click();
  },
};
