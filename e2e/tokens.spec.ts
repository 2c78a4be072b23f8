import { cardEntry, cardsFor, cardsReady, countTokens, PAY, toTheCards, typeCards } from './support/cards';
import { holdAgain, nothingTaken, ticketsFor, worldOf } from './support/offers';
import { mailed, stage, ticket } from './support/orders';
import { APP_URL, SANDBOX_PORT } from './support/places';
import { CARDS, view } from './support/shop';
import { accessible, expect, test } from './support/test';

// Whole purchases, some of them twice: a busy machine may take its time.
test.describe.configure({ timeout: 120_000 });

/** Ingresso through Stripe: a token for each bundle, all or none, and what its charges come to. */
const STRIPE = `http://127.0.0.1:${SANDBOX_PORT + 11}`;
const NUTCRACKER = "Matthew Bourne's Nutcracker TEST";
const LOST = 'Tickets not booked';

test('one card for two bundles of one seller, sent twice: two tokens, two charges, two bookings', async ({
  page,
}) => {
  const id = await cardsFor(page, ['6IF', '7AB']);
  await expect(cardEntry(page, 1)).toHaveCount(0);
  await expect(cardEntry(page).getByRole('listitem')).toHaveText([/Nutcracker/, /Unremarkable Lunch/]);
  await accessible(page);
  const tokens = countTokens(page);
  await typeCards(page, CARDS.ok);
  const { x = 0, y = 0 } = (await page.getByRole('button', PAY).boundingBox()) ?? {};
  await page.locator('[name=card-name], [id$=-name]').first().press('Enter');
  await page.mouse.dblclick(x + 20, y + 20);
  const { charges, bookings } = await ticketsFor(page, id, 2);
  expect(tokens()).toBe(2);
  expect(charges.map(({ status }) => status)).toEqual(['captured', 'captured']);
  // One is collected by its reference, the other printed.
  await expect(ticket(page, NUTCRACKER)).toContainText('Collecting your tickets at the box office');
  const voucher = ticket(page, 'The Unremarkable Lunch').getByRole('link', {
    name: 'Open Printable eTicket',
  });
  await accessible(page);
  const [mail] = await mailed((await view(page, id)).reference, 1);
  for (const { reference = '' } of bookings) expect(mail?.text).toContain(reference);
  const [paper] = await Promise.all([page.waitForEvent('popup'), voucher.click()]);
  await expect(paper.locator('body')).toContainText(bookings[1]?.reference ?? 'no reference');
});

test('two sellers, two cards: half is not sent, one refusal loses both, and both are held and bought again', async ({
  page,
}) => {
  const id = await cardsFor(page, ['6IF', '8ZA']);
  await expect(cardEntry(page, 1)).toBeVisible();
  const tokens = countTokens(page);
  await typeCards(page, CARDS.ok);
  await page.getByRole('button', PAY).click();
  await expect(cardEntry(page, 1)).toContainText('Enter your card number.');
  await accessible(page);
  expect(tokens()).toBe(0);
  await typeCards(page, CARDS.ok, CARDS.declined);
  await page.getByRole('button', PAY).click();
  await stage(page, LOST, 30_000);
  await expect(page.locator('main')).toContainText('Your bank declined the card. Nothing was taken.');
  await accessible(page);
  await nothingTaken(id);
  await holdAgain(page);
  await expect(page.locator('main')).toContainText('Ada Lovelace');
  await toTheCards(page, id);
  await typeCards(page, CARDS.ok, CARDS.ok);
  await page.getByRole('button', PAY).click();
  await ticketsFor(page, id, 2);
  expect(tokens()).toBe(4);
});

test('the bank asks on a page of its own: refused, held again, and the yes of a tab that was closed books', async ({
  page,
  context,
}) => {
  const id = await cardsFor(page, ['SC15']);
  await typeCards(page, CARDS.threeDS);
  await page.getByRole('button', PAY).click();
  await page.waitForURL(`${STRIPE}/**`);
  await page.getByRole('button', { name: 'Fail' }).click();
  await page.waitForURL(`${APP_URL}/**`);
  await stage(page, LOST, 30_000);
  await expect(page.locator('main')).toContainText('Your bank could not confirm that it was you.');
  await nothingTaken(id);
  await holdAgain(page);
  await toTheCards(page, id);
  await typeCards(page, CARDS.threeDS);
  await page.getByRole('button', PAY).click();
  await page.waitForURL(`${STRIPE}/**`);
  const bank = page.url();
  await page.close();
  const again = await context.newPage();
  await again.goto(`/checkout/${id}`);
  await again.getByRole('link', { name: 'Continue to the payment page' }).click();
  await again.waitForURL(bank);
  await again.getByRole('button', { name: 'Complete' }).click();
  const { charges } = await ticketsFor(again, id);
  expect(charges.filter(({ captured }) => captured > 0)).toHaveLength(1);
});

test('a token that got lost is asked for again in the shop, for its bundle alone', async ({ page }) => {
  const id = await cardsFor(page, ['SC16', '8ZA']);
  await typeCards(page, CARDS.ok, CARDS.ok);
  const first = page.url();
  const asked = page.getByText('Scenario: a card token gets lost');
  await page.getByRole('button', PAY).click();
  await expect(cardEntry(page, 1)).toHaveCount(0, { timeout: 30_000 });
  await cardsReady(page);
  expect(page.url()).toBe(first);
  await expect(asked.first()).toBeVisible();
  await accessible(page);
  await typeCards(page, CARDS.ok);
  await page.getByRole('button', PAY).click();
  const { charges } = await ticketsFor(page, id, 2);
  expect(charges.filter(({ captured }) => captured > 0)).toHaveLength(2);
});

test('one of two bundles is refused: the page tells each fate, and that nothing was kept for the other', async ({
  page,
}) => {
  const id = await cardsFor(page, ['6IF', 'SC21']);
  await typeCards(page, CARDS.ok, CARDS.ok);
  await page.getByRole('button', PAY).click();
  await stage(page, 'Some tickets booked, some not', 30_000);
  await expect(ticket(page, NUTCRACKER)).toContainText('Booked');
  await expect(ticket(page, 'Scenario: the other supplier refuses')).toContainText(
    'You were not charged for this.',
  );
  await expect(page.locator('main')).toContainText('You paid only for those that are booked');
  await accessible(page);
  const { charges, bookings } = await worldOf(id);
  const kept = charges.reduce((sum, { captured, refunded }) => sum + captured - refunded, 0);
  expect(kept).toBe(bookings.find(({ status }) => status === 'booked')?.amount);
});

test('the tab dies while the ticketing system thinks for eight seconds: booked all the same', {
  tag: '@full',
}, async ({ page, context }) => {
  const id = await cardsFor(page, ['SC23']);
  await typeCards(page, CARDS.ok);
  const sent = page.waitForRequest((request) => request.url().endsWith('/results'));
  await page.getByRole('button', PAY).click();
  await (await sent).response().catch(() => null);
  await page.close();
  const again = await context.newPage();
  await again.goto(`/checkout/${id}`);
  await expect(again.getByText('Please do not pay again.').first()).toBeVisible();
  await expect(again.getByRole('button', PAY)).toHaveCount(0);
  const { charges } = await ticketsFor(again, id);
  expect(charges).toHaveLength(1);
});
