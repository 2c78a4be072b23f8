import type { Page } from '@playwright/test';
import { holdProducts } from './support/octo';
import { leaveFor, nothingTaken, ticketsFor, worldOf } from './support/offers';
import { stage } from './support/orders';
import { APP_URL, SANDBOX_PORT } from './support/places';
import { sandbox } from './support/sandbox';
import { accessible, expect, test } from './support/test';
import { stranger } from './support/visitors';

// Whole purchases, some of them twice: a busy machine may take its time.
test.describe.configure({ timeout: 120_000 });

/** Viva's Smart Checkout: its page by the order's code, and back to one address that is the same for everybody. */
const OPTION = 'octo.viva';
const HOME = `http://127.0.0.1:${SANDBOX_PORT + 13}`;

/** At Viva's page; answers the code, which is no number that a program can count with. */
async function toViva(page: Page, id: string): Promise<string> {
  await leaveFor(page, id, OPTION, HOME);
  const code = new URL(page.url()).searchParams.get('ref') ?? '';
  expect(Number(code)).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
  return code;
}

test('refused, tried again, and the bank asks: the same code, one charge', async ({ page }) => {
  const id = await holdProducts(page, ['OC104']);
  const code = await toViva(page, id);
  await page.getByRole('button', { name: 'Let it be refused, and go back' }).click();
  await page.waitForURL(`${APP_URL}/checkout/${id}`);
  await expect(page.locator('main')).toContainText('Your tickets are still held', { timeout: 20_000 });
  await expect(page.locator('main')).toContainText('there is not enough money on it');
  await accessible(page);
  await nothingTaken(id, 'held');
  expect(await toViva(page, id)).toBe(code);
  await page.getByRole('button', { name: 'Let the bank ask' }).click();
  await page.getByLabel('Password').fill('password');
  await page.getByRole('button', { name: 'Continue' }).click();
  const { charges } = await ticketsFor(page, id);
  expect(charges.filter(({ captured }) => captured > 0)).toHaveLength(1);
});

test('the tab is closed at Viva, and paid by a double click in a browser that does not know the order', async ({
  page,
  context,
  browser,
}) => {
  const id = await holdProducts(page, ['OC104']);
  await toViva(page, id);
  const there = page.url();
  await page.close();
  const elsewhere = await stranger(browser);
  const other = await elsewhere.newPage();
  await other.goto(there);
  await other.getByRole('button', { name: 'Pay with a test card' }).dblclick();
  // It is told how the payment stands, and nothing about the buyer.
  await expect(other).toHaveURL(/\/return\/[^/]+\/status/);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Your payment');
  await expect(other.locator('body')).not.toContainText('Lovelace');
  await accessible(other);
  await elsewhere.close();
  const again = await context.newPage();
  await again.goto(`/checkout/${id}`);
  expect((await ticketsFor(again, id)).charges.filter(({ captured }) => captured > 0)).toHaveLength(1);
});

test('paid, and nobody comes back: the order’s page asks for no money, and has the tickets when they are booked', {
  tag: '@full',
}, async ({ page }) => {
  const id = await holdProducts(page, ['OC104']);
  await toViva(page, id);
  await page.getByRole('button', { name: 'Pay, and do not come back' }).click();
  await expect(page.getByText('Your payment was successful')).toBeVisible();
  await page.goto(`/checkout/${id}`);
  await stage(page, /^Confirming with/, 20_000);
  await expect(page.getByText('Please do not pay again').first()).toBeVisible();
  const [held] = (await worldOf(id)).holds;
  await sandbox.action('octo', 'decide', held?.group ?? '');
  await ticketsFor(page, id);
});
