import { expect } from '@playwright/test';
import { CARDS, challenge, typeCard } from '../../shop';
import type { Till } from './types';

const PAY = { name: /^Pay / } as const;

/** Stripe's fields, and the bank's dialog over them. */
export const stripe: Till = {
  good: { number: CARDS.ok, expiry: '12/34', cvc: '123' },
  stays: true,
  pay: async ({ page }, { number, asked, instead = 'Complete', ...card }) => {
    await expect(page.getByRole('button', PAY)).toBeEnabled({ timeout: 20_000 });
    await typeCard(page, number, card);
    await page.getByRole('button', PAY).click();
    if (asked) await challenge(page).getByRole('button', { name: instead }).click();
  },
};
