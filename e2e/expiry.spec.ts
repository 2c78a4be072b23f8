import { openIntent, stage } from './support/orders';
import { ledgerOf, sandbox } from './support/sandbox';
import { ADA, checkOut, fillDetails, pick, reachTheTill, view } from './support/shop';
import { accessible, expect, test } from './support/test';

test.describe.configure({ mode: 'parallel' });

/** The longest of these holds, and the margin of a look by the server. */
const ENDS = 75_000;

test('a hold counts down, warns, ends with nothing charged and nothing typed lost, and is had again', async ({
  page,
}) => {
  test.setTimeout(150_000);
  await pick(page, 'T909');
  const id = await checkOut(page);
  const clock = page.getByRole('timer', { name: 'Time left' });
  await expect(clock).toHaveText(/^(1:00|0:[0-5]\d)$/);
  await expect(page.locator('main')).toContainText('Less than two minutes left');
  await fillDetails(page, { ...ADA, email: 'ada at example' });
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();

  await stage(page, 'Your hold ended', ENDS);
  await expect(page.locator('main')).toContainText('You were not charged, and what you typed is still here.');
  await expect(clock).toHaveCount(0);
  await accessible(page);
  const { tickets, money } = await view(page, id);
  expect([tickets, money.state]).toEqual(['expired', 'none']);

  await page.getByRole('button', { name: 'Hold these tickets again' }).click();
  await stage(page, 'Your details', 15_000);
  await expect(clock).toHaveText(/^(1:00|0:[0-5]\d)$/);
  await expect(page.locator('[name="customer.email"]')).toHaveValue('ada at example');
  await expect(page.locator('[name="customer.lastName"]')).toHaveValue(ADA.lastName);
});

test('in the last half minute nobody is sent to pay, and the page says why', async ({ page }) => {
  test.setTimeout(120_000);
  await pick(page, 'T910');
  const id = await checkOut(page);
  await fillDetails(page);
  await expect(page.getByRole('timer', { name: 'Time left' })).toHaveText(/^0:[0-2]\d$/, { timeout: 30_000 });
  await page.getByRole('button', { name: /^Pay / }).click();
  await expect(page.locator('main').getByRole('alert')).toContainText('There is not enough time left to pay');
  await stage(page, 'Your hold ended', ENDS);
  expect((await view(page, id)).money.state).toBe('none');

  // Meanwhile somebody else bought the rest.
  await sandbox.action('tickitto', 'sell-out', 'T910');
  await page.getByRole('button', { name: 'Hold these tickets again' }).click();
  await expect(page.locator('main')).toContainText('They could not be held again', { timeout: 20_000 });
  await expect(page.locator('main')).toContainText('You were not charged');
  await expect(page.getByRole('link', { name: 'Choose something else' })).toBeVisible();
  await accessible(page);
});

test('the form to pay closes when the time is over, and leads back to the order', async ({ page }) => {
  const id = await reachTheTill(page);
  const intent = await openIntent(page, id);
  await page.clock.install();
  await page.reload();
  const button = page.getByRole('button', { name: /^Pay / });
  await expect(button).toBeEnabled();
  await page.clock.fastForward('14:00');
  await expect(page.locator('main')).toContainText('Less than two minutes left');
  await page.clock.fastForward('01:00');
  await expect(button).toBeDisabled();
  await page.clock.fastForward('00:05');
  await page.waitForURL(`**/checkout/${id}`);
  const { charges, bookings } = await ledgerOf(intent);
  expect(charges).toMatchObject([{ captured: 0 }]);
  expect(bookings).toEqual([]);
});
