import { basketItem, find, openOffer, putInBasket, toBasket } from './support/catalogue';
import { CUSTOMER, choose, ticketsFor, worldOf } from './support/offers';
import { stage } from './support/orders';
import { checkOut, fillDetails } from './support/shop';
import { accessible, expect, test } from './support/test';

// Whole purchases, some of them twice: a busy machine may take its time.
test.describe.configure({ timeout: 120_000 });

const LUNCH = 'The Unremarkable Lunch TEST';
const NUTCRACKER = "Matthew Bourne's Nutcracker TEST";
const INVOICE = 'ingresso.credit:invoice';
const ADDRESS = { addressLineOne: '1 High Street', town: 'Hull', postcode: 'HU1 1AA' } as const;

test('seats by keyboard beside best available ones: other seats are accepted, one order is posted and paid on invoice', async ({
  page,
}) => {
  const plan = await openOffer(page, { event: '7AB', title: 'Stalls, B', seats: ['C3', 'D6', 'D7'] });
  await plan.locator('input[type=number]').first().fill('2');
  await plan.getByRole('checkbox', { name: /^Row C seat 3\b/ }).focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Space', 'ArrowRight', 'Enter'])
    await page.keyboard.press(key);
  await expect(plan.getByRole('status').filter({ hasText: 'Your seats' })).toContainText('D6 and D7');
  await accessible(page);
  await toBasket(page, plan);
  await expect(basketItem(page, LUNCH)).toContainText('Seats D6, D7');

  await putInBasket(page, await openOffer(page, { event: '6IF', title: 'Upper circle, B' }), 2);
  await expect(basketItem(page, NUTCRACKER)).toContainText('2 × Adult');
  await page.getByRole('radio', { name: /^Post \(UK and Ireland\)/ }).check();
  await page.getByRole('button', { name: 'Update the total' }).click();
  await expect(page.getByRole('definition').filter({ hasText: '£3.50' })).toBeVisible();
  await accessible(page);

  const id = await checkOut(page);
  await stage(page, 'Something changed');
  await expect(page.locator('main')).toContainText(/You would have D\d, D\d instead of D6, D7/);
  await accessible(page);
  await page.getByRole('button', { name: 'Continue with these tickets' }).click();
  await stage(page, 'Your details');

  // Posted, so the address is needed; what nobody needs is folded away.
  await expect(page.locator('[name="customer.title"]')).toBeHidden();
  await fillDetails(page, CUSTOMER);
  const summary = page.getByRole('region', { name: 'There is a problem' });
  await expect(summary.getByRole('link')).toHaveText([/^Address line 1/, /^Country/]);
  await accessible(page);
  for (const [name, value] of Object.entries(ADDRESS))
    await page.locator(`[name="customer.${name}"]`).fill(value);
  await page.getByRole('combobox', { name: /Country/ }).selectOption({ label: 'Ireland' });
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await choose(page, id, INVOICE);
  const { charges } = await ticketsFor(page, id, 2);
  expect(charges).toEqual([]);
});

test('seats by mouse say what is wrong with them; what cannot stand together leaves the basket and says why', async ({
  page,
}) => {
  const wish = { event: '7AB', title: 'Stalls, B', seats: ['C5', 'C6'] };
  const plan = await openOffer(page, wish);
  const tickets = plan.locator('input[type=number]').first();
  const seat = (name: RegExp) => plan.getByRole('checkbox', { name });
  await tickets.fill('3');
  await seat(/^Row C seat 5\b.*restricted view/).check();
  await seat(/^Row C seat 6\b.*Haunted seat/).check();
  await plan.getByRole('button', { name: 'Add to basket' }).click();
  await expect(plan.getByRole('alert')).toContainText('Choose 1 more seat: you have 2 of 3.');
  await accessible(page);
  await tickets.fill('2');
  await expect(plan).toContainText('C6: restricted view: Haunted seat');
  await toBasket(page, plan);
  await expect(basketItem(page, LUNCH)).toContainText('C6: restricted view: Haunted seat');

  // Euros cannot be paid together with pounds.
  await putInBasket(page, await openOffer(page, { event: 'B11' }));
  const left = page.getByRole('heading', { level: 3 });
  await expect(page.locator('main')).toContainText('Not in the order');
  await expect(left).toHaveCount(1);
  await accessible(page);
  await page.getByRole('button', { name: 'Remove Rooftops of Gràcia' }).click();
  await expect(left).toHaveText([LUNCH]);
  await expect(page.locator('main')).not.toContainText('Not in the order');

  const id = await checkOut(page);
  await stage(page, 'Your details');
  const order = page.getByRole('complementary');
  await expect(order).toContainText('Restricted view: C5, C6.');
  await expect(order).toContainText('C6: Haunted seat');
  await page.getByRole('button', { name: 'Let these tickets go' }).click();
  await stage(page, 'You let these tickets go');
  expect((await worldOf(id)).holds.map(({ status }) => status)).toEqual(['released']);
});

test('nothing can be held: the page says it in the supplier’s words', async ({ page }) => {
  const plan = await openOffer(page, { event: '7AB', title: 'Circle, B', seats: ['H10'] });
  await plan.locator('input[type=number]').first().fill('1');
  await plan.getByRole('checkbox', { name: /^Row H seat 10\b/ }).check();
  await toBasket(page, plan);
  await page.getByRole('button', { name: 'Checkout' }).click();
  await expect(page.locator('main')).toContainText('Seat H10 causes failure', { timeout: 20_000 });
  await accessible(page);
  const { offer } = await find(page.request, { event: '7AB', title: 'Circle, B', seats: ['H10'] });
  expect(offer.title).toBe('Circle, B');
});
