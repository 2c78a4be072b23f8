import type { Page } from '@playwright/test';
import { openOffer, putInBasket } from './support/catalogue';
import { CUSTOMER, choose, holdAgain, holdLines, nothingTaken, ticketsFor, worldOf } from './support/offers';
import { APP_URL, SANDBOX_PORT } from './support/places';
import { sandbox } from './support/sandbox';
import { checkOut, fillDetails } from './support/shop';
import { accessible, expect, test } from './support/test';

// Whole purchases, some of them twice: a busy machine may take its time.
test.describe.configure({ timeout: 120_000 });

/** Payment pages of others: out through our hand-over page, back through `/return`, and on where there are more. */
const OPTION = 'ingresso.redirect';
const BANK = `http://127.0.0.1:${SANDBOX_PORT + 1}`;

async function toTheBank(page: Page, event = '6IF'): Promise<string> {
  const id = await holdLines(page, [event]);
  await choose(page, id, OPTION);
  await page.waitForURL(`${BANK}/**`);
  return id;
}

const yes = (page: Page) => page.getByTestId('success-yes').click();

/** Where a payment page leads back to; another address for each page. */
const backOf = async (page: Page) => (await page.getByTestId('dummy').getAttribute('action')) ?? '';

/** Says yes on each of so many pages, without a stop in the shop. */
async function yesToAll(page: Page, pages: number): Promise<void> {
  let back = '';
  for (let hop = 0; hop < pages; hop += 1) {
    await expect(page.getByTestId('dummy')).not.toHaveAttribute('action', back, { timeout: 20_000 });
    back = await backOf(page);
    await yes(page);
  }
}

test('paid by a double click, then fifty returns at once: one callback, one charge', async ({ page }) => {
  const id = await toTheBank(page);
  await accessible(page);
  const back = await backOf(page);
  await page.getByTestId('success-yes').dblclick();
  await ticketsFor(page, id);
  await accessible(page);
  const again = Array.from({ length: 50 }, () => fetch(`${back}?success=yes`, { redirect: 'manual' }));
  expect(new Set((await Promise.all(again)).map(({ status }) => status))).toEqual(new Set([303]));
  const { bookings, charges } = await worldOf(id);
  expect([bookings.length, charges.length]).toEqual([1, 1]);
  const { calls } = await sandbox.ledger();
  const token = new URL(back).pathname.split('/').at(-1);
  expect(calls.filter(({ path }) => path.includes(`this.${token}/`))).toHaveLength(1);
});

test('three pages, by GET, POST and GET', { tag: '@full' }, async ({ page }) => {
  const methods: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.url().startsWith(BANK)) methods.push(request.method());
  });
  const id = await toTheBank(page, 'SC03');
  await yesToAll(page, 3);
  await ticketsFor(page, id);
  expect(methods).toEqual(['GET', 'POST', 'GET']);
});

test('a refusal loses the seats and says so; the same are held again and paid', async ({ page }) => {
  const id = await toTheBank(page);
  await page.getByTestId('success-no').click();
  await page.waitForURL(`${APP_URL}/checkout/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tickets not booked', { timeout: 20_000 });
  await expect(page.locator('main')).toContainText('your tickets are no longer held. You were not charged');
  await accessible(page);
  await nothingTaken(id);
  await holdAgain(page);
  await choose(page, id, OPTION);
  await yesToAll(page, 1);
  await ticketsFor(page, id);
});

test('back by a form of another site in a browser that does not know the order', async ({
  page,
  browser,
}) => {
  const id = await toTheBank(page, 'SC13');
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(page.url());
  await yes(other);
  // It is told how the payment stands, and nothing about the buyer.
  await expect(other).toHaveURL(/\/return\/[^/]+\/status$/);
  await expect(other.locator('body')).not.toContainText('Lovelace');
  await accessible(other);
  await elsewhere.close();
  await page.goto(`/checkout/${id}`);
  await ticketsFor(page, id);
});

test('left, reloaded, closed and opened twice: the order leads back to the same payment page', async ({
  page,
  context,
}) => {
  const id = await toTheBank(page);
  const back = await backOf(page);
  await page.goBack();
  await expect(page.getByText('A payment for this order is under way')).toBeVisible();
  await page.reload();
  await accessible(page);
  await page.close();
  const [one, other] = [await context.newPage(), await context.newPage()];
  for (const tab of [one, other]) {
    await tab.goto(`/checkout/${id}`);
    await tab.getByRole('link', { name: 'Continue to the payment page' }).click();
    await expect(tab.getByTestId('dummy')).toHaveAttribute('action', back);
  }
  await yes(one);
  await ticketsFor(one, id);
  await yes(other);
  const { charges } = await ticketsFor(other, id);
  expect(charges).toHaveLength(1);
});

test('a payment page at an address that is not allowed is never opened', async ({ page }) => {
  const id = await holdLines(page, ['SC12']);
  await choose(page, id, OPTION);
  const again = page.getByRole('button', { name: 'Hold these tickets again' });
  await expect(again).toBeVisible({ timeout: 30_000 });
  expect(new URL(page.url()).origin).toBe(APP_URL);
  await nothingTaken(id);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('from an event over the basket to tickets, by a form to the payment page', async ({ page }) => {
    const list = await openOffer(page, { event: 'SC10' });
    await putInBasket(page, list);
    const id = await checkOut(page);
    await fillDetails(page, CUSTOMER);
    await choose(page, id, OPTION);
    if (!page.url().includes('/go/')) await page.getByRole('link', { name: /^Continue/ }).click();
    await page.getByRole('button', { name: /Continue to/ }).click();
    await page.waitForURL(`${BANK}/**`);
    await yes(page);
    await ticketsFor(page, id);
  });
});
