import { SANDBOX_PORT } from '../../places';
import { answerBank } from './bank';
import type { Till } from './types';

/** Viva's own page, and the bank's behind it. */
export const viva: Till = {
  good: { number: '4147463011110133', expiry: '12/34', cvc: '123' },
  stays: false,
  pay: async ({ page }, { number, expiry, cvc, asked, instead, button: told }) => {
    await page.waitForURL(`http://127.0.0.1:${SANDBOX_PORT + 13}/**`, { timeout: 30_000 });
    const button = asked ? told : (instead ?? told);
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
    await answerBank(page.getByTestId('challenge'), instead);
    // Refused, Viva lets another card pay; who wants to may go back.
    if (instead) await page.getByTestId('back').click();
  },
};
