import { holdProducts, openTill, tillOf } from './support/octo';
import { ticketsFor, worldOf } from './support/offers';
import { mailed, ticket } from './support/orders';
import { CARDS, challenge, pay, typeCard, view } from './support/shop';
import { accessible, expect, test } from './support/test';

// Whole purchases, some of them twice: a busy machine may take its time.
test.describe.configure({ timeout: 120_000 });

/** The supplier's Stripe account: the booking's own intent, confirmed in the page, booked by the supplier. */
const OPTION = 'octo.stripe';
const PAY = { name: /^Pay / } as const;

test('refused, then the bank asks: two bookings of one order by one charge, with codes and papers', async ({
  page,
}) => {
  const id = await holdProducts(page, ['OC101', 'OC102']);
  await openTill(page, id, OPTION);
  await pay(page, CARDS.declined);
  await expect(page.locator('main form [role=alert][tabindex]')).toContainText(/declined/i);
  await accessible(page);
  await pay(page, CARDS.threeDS);
  await challenge(page).getByRole('button', { name: 'Complete' }).click();
  const { charges } = await ticketsFor(page, id, 2);
  expect(charges).toMatchObject([{ status: 'captured', declines: ['generic_decline'] }]);
  await accessible(page);
  // Drawn from the raw value: squares for the museum, bars for the walk.
  await expect(ticket(page, 'Leith Harbour Museum').getByRole('img')).toHaveCount(2);
  await expect(ticket(page, 'Closes after Dark').getByRole('img')).toHaveCount(1);
  const paper = ticket(page, 'Closes after Dark').getByRole('link', { name: /PDF$/ });
  const answer = await page.request.get((await paper.getAttribute('href')) ?? '');
  expect(answer.headers()['content-type']).toBe('application/pdf');
});

test('Enter, two clicks, and the tab dies while the supplier waits for the bank’s word: booked once', async ({
  page,
  context,
}) => {
  const id = await tillOf(page, 'OC905', OPTION);
  const { reference } = await view(page, id);
  await typeCard(page, CARDS.ok);
  const { x = 0, y = 0 } = (await page.getByRole('button', PAY).boundingBox()) ?? {};
  const sent = page.waitForRequest('**/results');
  await page.locator('#card-name').press('Enter');
  await page.mouse.dblclick(x + 20, y + 20);
  await sent;
  await page.close();
  await mailed(reference, 1);
  expect((await worldOf(id)).charges).toHaveLength(1);
  const again = await context.newPage();
  await again.goto(`/checkout/${id}`);
  await ticketsFor(again, id);
});
