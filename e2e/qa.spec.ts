import { accessible, expect, test } from './support/test';

// A whole purchase: a busy machine may take its time.
test.describe.configure({ timeout: 120_000 });

test('one click opens a purchase that is ready to pay, and the ledger beside it follows', async ({
  page,
  context,
}) => {
  await page.goto('/qa');
  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: /^Open, ready to pay — Paid\./ }).click();
  const till = await opened;
  await expect(till).toHaveURL(/\/checkout\/[^/]+\/pay\//);
  await expect(till.getByRole('img', { name: /QR code/ })).toBeVisible();

  await page.bringToFront();
  const beside = page.getByRole('region', { name: 'Your purchases' });
  // Once in the shop's word, once in the supplier's.
  await expect(beside.getByText('held', { exact: true })).toHaveCount(2);
  await accessible(page);

  const tikkie = await context.newPage();
  await tikkie.goto((await till.getByRole('link', { name: /with Tikkie/ }).getAttribute('href')) ?? '');
  await tikkie.getByRole('button', { name: /^Pay €/ }).click();
  await expect(tikkie.getByRole('status')).toContainText('it is paid');
  await page.bringToFront();
  await expect(beside.getByText(/^captured · captured €/)).toBeVisible({ timeout: 30_000 });
  await expect(beside.getByText(/^booked · /)).toBeVisible({ timeout: 30_000 });
  await expect(beside.getByText('booked', { exact: true })).toHaveCount(2);
});
