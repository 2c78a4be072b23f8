import type { Page } from '@playwright/test';
import { holdProducts } from './support/octo';
import { choose, holdLines, ticketsFor } from './support/offers';
import { accessible, expect, test } from './support/test';

// Whole purchases: a busy machine may take its time.
test.describe.configure({ timeout: 120_000 });

const code = (page: Page) => page.getByRole('img', { name: /QR code/ });
const button = (page: Page) => page.getByRole('link', { name: /^Pay €.* with Tikkie/ });

test('paid in another tab: a code and a button, who is paid, and the page goes on by itself', async ({
  page,
  context,
}) => {
  const id = await holdProducts(page, ['OC114']);
  await choose(page, id, 'octo.external:tikkie');
  await expect(code(page)).toBeVisible();
  await expect(page.getByText('Foyer Tickets B.V.')).toBeVisible();
  await accessible(page);
  const opened = context.waitForEvent('page');
  await button(page).click();
  const tikkie = await opened;
  await tikkie.getByRole('button', { name: 'Let the bank refuse' }).click();
  await page.bringToFront();
  await expect(page.getByText('Your bank refused the last payment.')).toBeVisible({ timeout: 30_000 });
  await tikkie.bringToFront();
  await accessible(tikkie);
  await tikkie.getByRole('button', { name: /^Pay €/ }).click();
  await expect(tikkie.getByRole('status')).toContainText('it is paid');
  await tikkie.close();
  await ticketsFor(page, id);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the code and the button are there, and a button looks', async ({ page, context }) => {
    const id = await holdLines(page, ['B11']);
    await choose(page, id, 'ingresso.credit:tikkie');
    await expect(code(page)).toBeVisible();
    const tikkie = await context.newPage();
    await tikkie.goto((await button(page).getAttribute('href')) ?? '');
    await tikkie.getByRole('button', { name: /^Pay €/ }).click();
    await expect(tikkie.getByRole('status')).toContainText('it is paid');
    await page.getByRole('button', { name: 'I have paid: look now' }).click();
    await ticketsFor(page, id);
  });
});
