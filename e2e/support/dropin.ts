import { expect, type Page } from '@playwright/test';

/** Adyen's test cards, and the names on them that are refused. */
export const ADYEN = {
  ok: '4111111111111111',
  redirect: '4212345678901237',
  challenge: '4917610000000000',
  poor: 'NOT_ENOUGH_BALANCE',
} as const;

/** One of the fields within Adyen's frames, by its label. */
export function dropinField(page: Page, label: string) {
  return page.frameLocator(`iframe[title="${label}"]`).locator('input');
}

/** The Drop-in stands there and can be typed into. */
export async function dropinReady(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy=false] .adyen-dropin')).toBeVisible({ timeout: 20_000 });
}

/** Types a card into the Drop-in; it is not sent yet. */
export async function typeIntoDropin(
  page: Page,
  number: string,
  holder = 'Ada Lovelace',
  { expiry = '03/30', cvc = '737' }: { expiry?: string; cvc?: string } = {},
): Promise<void> {
  await dropinReady(page);
  await dropinField(page, 'Card number').fill(number);
  await dropinField(page, 'Expiry date').fill(expiry);
  await dropinField(page, 'Security code').fill(cvc);
  const name = page.getByLabel('Name on card');
  if (await name.isVisible()) await name.fill(holder);
}

/** Pays with a card in the Drop-in. */
export async function payByDropin(page: Page, number: string, holder?: string): Promise<void> {
  await typeIntoDropin(page, number, holder);
  await page.getByRole('button', { name: /^Pay / }).click();
}
