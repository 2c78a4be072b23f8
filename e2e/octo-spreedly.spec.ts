import { tillOf } from './support/octo';
import { ticketsFor, worldOf } from './support/offers';
import { mailed } from './support/orders';
import { view } from './support/shop';
import { openExpress, SPREEDLY, typeIntoExpress } from './support/spreedly';
import { accessible, expect, test } from './support/test';

// Whole purchases, some of them twice: a busy machine may take its time.
test.describe.configure({ timeout: 120_000 });

/** The supplier's Spreedly environment: Express in a window over the page, and its token through the form. */
const OPTION = 'octo.spreedly';

test('closed by Escape, refused, and then paid by two clicks: one price for the boat, one charge', async ({
  page,
}) => {
  const id = await tillOf(page, 'OC106', OPTION);
  const closed = await openExpress(page);
  await closed.getByLabel('Name on card').press('Escape');
  await expect(closed.getByLabel('Card number')).toBeHidden();
  const first = await openExpress(page);
  await (await typeIntoExpress(first, SPREEDLY.declined)).click();
  await expect(page.locator('main [role=alert]').first()).toContainText('Nothing was taken.');
  await accessible(page);
  expect((await worldOf(id)).charges.filter(({ captured }) => captured > 0)).toEqual([]);
  const second = await openExpress(page);
  await (await typeIntoExpress(second, SPREEDLY.ok)).dblclick();
  const { charges } = await ticketsFor(page, id);
  expect(charges.filter(({ captured }) => captured > 0)).toHaveLength(1);
});

test('the tab dies as soon as the token is on its way: the server books, with a signature that is good once', async ({
  page,
  context,
}) => {
  const id = await tillOf(page, 'OC913', OPTION);
  const { reference } = await view(page, id);
  const window = await openExpress(page);
  const pay = await typeIntoExpress(window, SPREEDLY.ok);
  const sent = page.waitForRequest('**/results');
  await pay.click();
  await sent;
  await page.close();
  await mailed(reference, 1);
  const again = await context.newPage();
  await again.goto(`/checkout/${id}`);
  expect((await ticketsFor(again, id)).charges.filter(({ captured }) => captured > 0)).toHaveLength(1);
});
