import type { Page } from '@playwright/test';
import type { Walk } from '../walk';
import type { Till } from './types';

/** Opens the payment request in a tab of its own, by the page's link. */
export async function openRequest({ page, bench }: Walk): Promise<Page> {
  const link = page.getByRole('link', { name: /^Pay €.* with Tikkie/ });
  const tab = await bench.context().newPage();
  await tab.goto((await link.getAttribute('href')) ?? '');
  return tab;
}

/** Presses one of the buttons of a payment request's page; `Pay` has the amount behind it. */
export async function pressAt(tab: Page, button: string): Promise<void> {
  const name = button === 'Pay' ? /^Pay €/ : button;
  await tab.getByRole('button', { name }).click();
}

/** The page of a payment request, in a tab beside the shop's. */
export const tikkie: Till = {
  good: { number: '', expiry: '', cvc: '' },
  stays: true,
  pay: async (walk, { button = 'Pay' }) => {
    const tab = await openRequest(walk);
    await pressAt(tab, button);
    await tab.close();
    await walk.page.bringToFront();
  },
};
