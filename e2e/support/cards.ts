import { expect, type Locator, type Page } from '@playwright/test';
import type { Wish } from './catalogue';
import { choose, holdLines } from './offers';

/** One token for each bundle, from a card that is typed once for each account that charges. */
const OPTION = 'ingresso.stripe';

export const PAY = { name: /^Pay / } as const;

/** From held tickets to the card form. */
export async function toTheCards(page: Page, id: string): Promise<void> {
  await choose(page, id, OPTION);
  await page.waitForURL(/\/pay\/[^/]+$/);
  await cardsReady(page);
}

/** The card form of new tickets for these events; answers the checkout's id. */
export async function cardsFor(page: Page, wishes: readonly (string | Wish)[]): Promise<string> {
  const id = await holdLines(page, wishes);
  await toTheCards(page, id);
  return id;
}

export async function cardsReady(page: Page): Promise<void> {
  await expect(page.getByRole('button', PAY)).toBeEnabled({ timeout: 20_000 });
}

/** One card entry of the form, from 0. */
export function cardEntry(page: Page, index = 0): Locator {
  return page.locator('main form fieldset').nth(index);
}

/** Types a card for each entry, into the provider's frames. */
export async function typeCards(page: Page, ...numbers: readonly string[]): Promise<void> {
  for (const [index, number] of numbers.entries()) {
    const field = (title: string) =>
      cardEntry(page, index).frameLocator(`iframe[title="${title}"]`).locator('input:visible').first();
    await field('Secure card number input frame').fill(number);
    await field('Secure expiration date input frame').fill('12/34');
    await field('Secure CVC input frame').fill('123');
  }
}

/** Counts the tokens that the browser makes from now on. */
export function countTokens(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && new URL(request.url()).pathname === '/v1/tokens') count += 1;
  });
  return () => count;
}
