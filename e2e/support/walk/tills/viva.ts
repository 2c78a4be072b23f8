import { SANDBOX_PORT } from '../../places';
import type { Till } from './types';

/** Viva's own page, and the bank's behind it. */
export const viva: Till = {
  good: { number: '4147463011110133', expiry: '12/34', cvc: '123' },
  stays: false,
  pay: async ({ page }, { number, expiry, cvc, asked, button }) => {
    await page.waitForURL(`http://127.0.0.1:${SANDBOX_PORT + 13}/**`, { timeout: 30_000 });
    if (button) {
      await page
        .getByRole('button', { name: button })
        .or(page.getByRole('link', { name: button }))
        .click();
      return;
    }
    await page.locator('#number').fill(number);
    await page.locator('#expiry').fill(expiry);
    await page.locator('#cvv').fill(cvc);
    await page.locator('#name').fill('Ada Lovelace');
    await page.getByTestId('card-form').getByRole('button').click();
    if (!asked) return;
    await page.getByLabel('Password').fill('password');
    await page.getByRole('button', { name: 'Continue' }).click();
  },
};
