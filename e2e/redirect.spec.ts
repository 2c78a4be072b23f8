import type { Page } from '@playwright/test';
import { choose, holdLines, nothingTaken, ticketsFor, worldOf } from './support/offers';
import { APP_URL, SANDBOX_PORT } from './support/places';
import { sandbox } from './support/sandbox';
import { accessible, expect, test } from './support/test';

/** Payment pages of others: out through our hand-over page, back through `/return`, and on where there are more. */
const OPTION = 'ingresso.redirect';
const BANK = `http://127.0.0.1:${SANDBOX_PORT + 1}`;

async function toTheBank(page: Page, event = '6IF'): Promise<string> {
  const id = await holdLines(page, 'ingresso', [event]);
  await choose(page, id, OPTION);
  await page.waitForURL(`${BANK}/**`);
  return id;
}

/** Says yes on each of so many pages; each is known by the address that it leads back to. */
async function yesToAll(page: Page, pages: number): Promise<void> {
  let back = '';
  for (let hop = 0; hop < pages; hop += 1) {
    const form = page.getByTestId('dummy');
    await expect(form).not.toHaveAttribute('action', back);
    back = (await form.getAttribute('action')) ?? '';
    await yes(page);
  }
}

const yes = (page: Page) => page.getByTestId('success-yes').click();
const no = (page: Page) => page.getByTestId('success-no').click();

test('a customer pays on the payment page and comes back to tickets', async ({ page }) => {
  const id = await toTheBank(page);
  await accessible(page);
  await yes(page);
  const { charges } = await ticketsFor(page, id);
  expect(charges).toHaveLength(1);
  await accessible(page);
});

test('three pages, by GET, POST and GET', async ({ page }) => {
  const methods: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.url().startsWith(BANK)) methods.push(request.method());
  });
  const id = await toTheBank(page, 'SC03');
  await yesToAll(page, 3);
  await ticketsFor(page, id);
  expect(methods).toEqual(['GET', 'POST', 'GET']);
});

test('a refusal loses the seats, says so, and the same can be held again', async ({ page }) => {
  const id = await toTheBank(page);
  await no(page);
  await page.waitForURL(`${APP_URL}/checkout/${id}`);
  await expect(page.getByText('you were not charged', { exact: false }).first()).toBeVisible();
  await accessible(page);
  await nothingTaken(id);
  await page.getByRole('button', { name: 'Hold these tickets again' }).click();
  await choose(page, id, OPTION);
  await page.waitForURL(`${BANK}/**`);
  await yes(page);
  await ticketsFor(page, id);
});

test('a return without cookies, by a form of another site, ten minutes later', async ({ page, browser }) => {
  const id = await toTheBank(page, 'SC13');
  const there = page.url();
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(there);
  await yes(other);
  // Another browser is told how it stands, and nothing about the buyer.
  await expect(other).toHaveURL(/\/return\/[^/]+\/status$/);
  await expect(other.locator('body')).not.toContainText('Lovelace');
  await elsewhere.close();
  await page.goto(`/checkout/${id}`);
  await ticketsFor(page, id);
});

test('a double click and fifty returns at once make one callback', async ({ page }) => {
  const id = await toTheBank(page);
  const back = await page.getByTestId('dummy').getAttribute('action');
  await page.getByTestId('success-yes').dblclick();
  await ticketsFor(page, id);
  const again = Array.from({ length: 50 }, () =>
    fetch(`${back}?success=yes`, { redirect: 'manual' }).then(({ status }) => status),
  );
  expect(new Set(await Promise.all(again))).toEqual(new Set([303]));
  const { bookings, charges } = await worldOf(id);
  expect([bookings.length, charges.length]).toEqual([1, 1]);
  const token = new URL(back ?? '').pathname.split('/').at(-1) ?? '';
  const { calls } = await sandbox.ledger();
  expect(calls.filter(({ path }) => path.includes(`this.${token}`))).toHaveLength(1);
});

test('a closed tab: the order’s page leads back to the payment page', async ({ page, context }) => {
  const id = await toTheBank(page);
  await page.close();
  const again = await context.newPage();
  await again.goto(`/checkout/${id}`);
  await again.getByRole('link', { name: 'Continue' }).first().click();
  await again.waitForURL(`${BANK}/**`);
  await yes(again);
  await ticketsFor(again, id);
});

test('back from the payment page, then forward again', async ({ page }) => {
  const id = await toTheBank(page);
  await page.goto(`/checkout/${id}`);
  await page.goBack();
  await yes(page);
  await ticketsFor(page, id);
});

test('a payment page at an address that is not allowed is never opened', async ({ page }) => {
  const id = await holdLines(page, 'ingresso', ['SC12']);
  await choose(page, id, OPTION);
  await expect(page.getByRole('button', { name: 'Hold these tickets again' })).toBeVisible({
    timeout: 20_000,
  });
  expect(new URL(page.url()).origin).toBe(APP_URL);
  await nothingTaken(id);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the whole way', async ({ page }) => {
    const id = await holdLines(page, 'ingresso', ['SC10']);
    await choose(page, id, OPTION);
    if (!page.url().includes('/go/')) await page.getByRole('link', { name: 'Continue' }).first().click();
    await page.getByRole('button', { name: /Continue to/ }).click();
    await page.waitForURL(`${BANK}/**`);
    await yes(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your tickets');
    await ticketsFor(page, id);
  });
});
