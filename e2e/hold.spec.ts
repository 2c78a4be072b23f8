import { cardsFor, PAY, toTheCards, typeCards } from './support/cards';
import { errorsOf } from './support/forms';
import { choose, holdAgain, holdLines, nothingTaken, ticketsFor, worldOf } from './support/offers';
import { logIn } from './support/operator';
import { stage } from './support/orders';
import { sandbox } from './support/sandbox';
import { CARDS } from './support/shop';
import { accessible, expect, test } from './support/test';

// Whole purchases, some of them twice: a busy machine may take its time.
test.describe.configure({ timeout: 120_000 });

/** What happens to a hold of Ingresso's before it is bought: refused details, the end of its time, an operator. */
const INVOICE = 'ingresso.credit:invoice';

test('a refused address comes back at its field; the hold, what was typed and nothing of the card is kept', async ({
  page,
}) => {
  const id = await holdLines(page, ['7AB'], { email: 'ada@nowhere.test' });
  await toTheCards(page, id);
  await typeCards(page, CARDS.ok);
  await page.getByRole('button', PAY).click();
  await stage(page, 'Your details', 30_000);
  const [error] = await errorsOf(page.getByRole('region', { name: 'There is a problem' }));
  await expect(error?.target ?? page.locator('none')).toHaveValue('ada@nowhere.test');
  await expect(page.locator('[name="customer.lastName"]')).toHaveValue('Lovelace');
  await accessible(page);
  const before = await worldOf(id);
  expect(before.holds.at(-1)?.status).toBe('held');
  expect(before.charges.filter(({ captured }) => captured > 0)).toEqual([]);
  await page.locator('[name="customer.email"]').fill('ada@example.com');
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await toTheCards(page, id);
  await typeCards(page, CARDS.ok);
  await page.getByRole('button', PAY).click();
  const after = await ticketsFor(page, id);
  expect(after.holds).toHaveLength(before.holds.length);
});

test('a hold that ended over there is not paid for; the same is held again and bought', async ({ page }) => {
  const id = await cardsFor(page, ['6IF']);
  const [hold] = (await worldOf(id)).holds.filter(({ status }) => status === 'held');
  await sandbox.action('ingresso', 'expire', hold?.group ?? '');
  await typeCards(page, CARDS.ok);
  await page.getByRole('button', PAY).click();
  await stage(page, 'Your hold ended', 30_000);
  await expect(page.locator('main')).toContainText('You were not charged');
  await accessible(page);
  await nothingTaken(id);
  await holdAgain(page);
  await choose(page, id, INVOICE);
  expect((await ticketsFor(page, id)).charges.filter(({ captured }) => captured > 0)).toEqual([]);
});

test('an operator books for money that came otherwise, and the customer’s page follows', async ({
  page,
  context,
}) => {
  const id = await holdLines(page, ['6IF']);
  await page.goto(`/checkout/${id}`);
  await stage(page, 'Pay for your tickets');
  const desk = await context.newPage();
  await logIn(desk, 'Grace');
  await desk.goto(`/ops/${id}`);
  const fold = desk.locator('details').filter({ has: desk.locator('form[action$="/book"]') });
  await fold.locator('summary').click();
  await fold.getByLabel('Reference').fill('Till 4, receipt 4711');
  await fold.getByLabel('Reason').fill('Paid at the desk');
  await accessible(desk);
  await fold.locator('button').click();
  await expect(desk.locator('main')).toContainText('Paid at the desk');
  await page.bringToFront();
  // Nobody touches the customer's page.
  const { charges } = await ticketsFor(page, id);
  expect(charges).toEqual([]);
  await accessible(page);
});
