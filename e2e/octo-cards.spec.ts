import { holdProducts } from './support/octo';
import { ticketsFor, worldOf } from './support/offers';
import { stage } from './support/orders';
import { accessible, expect, test } from './support/test';

// Whole purchases, some of them twice: a busy machine may take its time.
test.describe.configure({ timeout: 120_000 });

/** Ways to pay without a form: a card that paid on this order before, the partner's own, nothing due, and none at all. */

test('the card that paid the deposit pays the rest, chosen by its last digits and clicked twice', async ({
  page,
}) => {
  const id = await holdProducts(page, ['OC910']);
  await page.goto(`/checkout/${id}`);
  await page.locator('[name="option"][value="octo.saved-card"]').check();
  await expect(page.locator('select[name="instrument"]')).toContainText('Visa •••• 4242');
  await accessible(page);
  await page.locator('form[action$="/pay"] button').dblclick();
  const { charges } = await ticketsFor(page, id);
  const taken = charges.map(({ captured }) => captured).filter((amount) => amount > 0);
  expect(taken.sort((a, b) => a - b)).toEqual([600, 1400]);
});

test('on invoice by two clicks, for nothing by two more, and not at all through a gateway that nobody knows', async ({
  page,
}) => {
  const invoiced = await holdProducts(page, ['OC108']);
  await page.goto(`/checkout/${invoiced}`);
  await expect(page.getByRole('button', { name: 'Pay KWD 4.750' })).toBeVisible();
  await page.locator('form[action$="/pay"] button').dblclick();
  expect((await ticketsFor(page, invoiced)).charges).toEqual([]);
  const free = await holdProducts(page, ['OC110']);
  await page.goto(`/checkout/${free}`);
  await expect(page.getByRole('radio')).toHaveCount(0);
  await page.getByRole('button', { name: 'Book now, nothing to pay' }).dblclick();
  expect((await ticketsFor(page, free)).charges).toEqual([]);
  const closed = await holdProducts(page, ['OC113']);
  await page.goto(`/checkout/${closed}`);
  await stage(page, 'Pay for your tickets');
  await expect(page.locator('main')).toContainText('“bridgepay”, which this shop does not know');
  await expect(page.locator('form[action$="/pay"]')).toHaveCount(0);
  await accessible(page);
  expect((await worldOf(closed)).bookings).toEqual([]);
});
