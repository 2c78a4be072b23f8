import { expect, type Page } from '@playwright/test';
import type { Till } from './types';

/** More pages than any scenario has. */
const MOST_PAGES = 15;

/** The order's page when it is over, however. */
const ended = (page: Page) =>
  page.getByRole('heading', { level: 1, name: /^(Your tickets|Tickets not booked|Your hold ended|You let)/ });

/** Payment pages of others, one after the other, with a button for yes and one for no. */
export const redirect: Till = {
  good: { number: '', expiry: '', cvc: '' },
  stays: false,
  pay: async ({ page }, { button, instead }) => {
    const no = 'Decline the payment';
    let last = '';
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      // Each has an address of its own to go back to; between two of them the shop may be seen.
      const next = page.locator(`[data-testid="dummy"]:not([action="${last}"])`);
      await expect(next.or(ended(page))).toBeVisible({ timeout: 60_000 });
      if (await ended(page).isVisible()) return;
      last = (await next.getAttribute('action')) ?? '';
      // Instead of a yes to all, a no to the second.
      const declines = button === no || (instead === no && pages === 1);
      await next.getByTestId(declines ? 'success-no' : 'success-yes').click();
    }
  },
};
