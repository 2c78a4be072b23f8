import { ledgerOf, sandbox } from './support/sandbox';
import { CARDS, challenge, intentOf, pay, reachTheTill, view } from './support/shop';
import { accessible, expect, test } from './support/test';

test('a ticket is bought, its voucher opened, its mail sent', async ({ page }) => {
  const id = await reachTheTill(page);
  await accessible(page);
  await pay(page, CARDS.ok);
  await page.waitForURL(`**/checkout/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your tickets');
  await accessible(page);
  const { tickets, money, items, reference } = await view(page, id);
  expect([tickets, money.state]).toEqual(['booked', 'captured']);
  const voucher = await page.request.get(items[0]?.vouchers[0]?.href ?? '');
  expect(voucher.headers()['content-type']).toBe('application/pdf');
  expect((await voucher.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const { charges, bookings } = await ledgerOf(await intentOf(page, id));
  expect(charges).toMatchObject([{ status: 'captured', refunded: 0 }]);
  expect(bookings).toMatchObject([{ status: 'booked', amount: charges[0]?.captured }]);
  await expect
    .poll(async () => (await sandbox.mail()).filter(({ text }) => text.includes(reference)).length)
    .toBe(1);
});

test('a declined card, then a good one, on the same payment', async ({ page }) => {
  const id = await reachTheTill(page);
  await pay(page, CARDS.declined);
  await expect(page.locator('main').getByRole('alert').first()).toContainText(/declined/i);
  await accessible(page);
  await pay(page, CARDS.ok);
  await page.waitForURL(`**/checkout/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your tickets');
  const { charges, bookings } = await ledgerOf(await intentOf(page, id));
  expect(charges).toMatchObject([{ status: 'captured', declines: ['generic_decline'] }]);
  expect(bookings).toHaveLength(1);
});

test('the bank asks, and the customer passes', async ({ page }) => {
  const id = await reachTheTill(page);
  await pay(page, CARDS.threeDS);
  await challenge(page).getByRole('button', { name: 'Complete' }).click();
  await page.waitForURL(`**/checkout/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your tickets');
  const { charges } = await ledgerOf(await intentOf(page, id));
  expect(charges).toMatchObject([{ status: 'captured' }]);
});
