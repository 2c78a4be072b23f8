import type { FrameLocator, Page } from '@playwright/test';
import { tillOf } from './support/octo';
import { ticketsFor, worldOf } from './support/offers';
import { mailed } from './support/orders';
import { view } from './support/shop';
import { accessible, expect, test } from './support/test';

// Whole purchases, some of them twice: a busy machine may take its time.
test.describe.configure({ timeout: 120_000 });

/** The supplier's Spreedly environment: Express in a window over the page, and its token through the form. */
const OPTION = 'octo.spreedly';
const PAY = { name: /^Pay / } as const;
const CARDS = { ok: '4111111111111111', declined: '4012888888881881' } as const;

const openWindow = async (page: Page): Promise<FrameLocator> => {
  await expect(page.getByRole('button', PAY)).toBeEnabled({ timeout: 20_000 });
  await page.getByRole('button', PAY).click();
  const window = page.frameLocator('iframe[name="spreedly-express"]');
  await expect(window.getByLabel('Card number')).toBeVisible();
  return window;
};

async function typeInto(window: FrameLocator, number: string): Promise<void> {
  await window.getByLabel('Name on card').fill('Ada Lovelace');
  await window.getByLabel('Card number').fill(number);
  await window.getByLabel(/^Expiry/).fill('12/34');
  await window.getByLabel('Security code').fill('123');
}

const payIn = (window: FrameLocator) => window.getByRole('button', PAY);

test('closed by Escape, refused, and then paid by two clicks: one price for the boat, one charge', async ({
  page,
}) => {
  const id = await tillOf(page, 'OC106', OPTION);
  const closed = await openWindow(page);
  await closed.getByLabel('Name on card').press('Escape');
  await expect(closed.getByLabel('Card number')).toBeHidden();
  const first = await openWindow(page);
  await typeInto(first, CARDS.declined);
  await payIn(first).click();
  await expect(page.locator('main [role=alert]').first()).toContainText('Nothing was taken.');
  await accessible(page);
  expect((await worldOf(id)).charges.filter(({ captured }) => captured > 0)).toEqual([]);
  const second = await openWindow(page);
  await typeInto(second, CARDS.ok);
  await payIn(second).dblclick();
  const { charges } = await ticketsFor(page, id);
  expect(charges.filter(({ captured }) => captured > 0)).toHaveLength(1);
});

test('the tab dies as soon as the token is on its way: the server books, with a signature that is good once', async ({
  page,
  context,
}) => {
  const id = await tillOf(page, 'OC913', OPTION);
  const { reference } = await view(page, id);
  const window = await openWindow(page);
  await typeInto(window, CARDS.ok);
  const sent = page.waitForRequest('**/results');
  await payIn(window).click();
  await sent;
  await page.close();
  await mailed(reference, 1);
  const again = await context.newPage();
  await again.goto(`/checkout/${id}`);
  expect((await ticketsFor(again, id)).charges.filter(({ captured }) => captured > 0)).toHaveLength(1);
});
