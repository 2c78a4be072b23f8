import { PAY, toTheCards, typeCards } from './support/cards';
import { openOffer, putInBasket, toBasket } from './support/catalogue';
import { dress, roomy, tour } from './support/looks';
import { CUSTOMER } from './support/offers';
import { act, logIn } from './support/operator';
import { buy, payWell, stage } from './support/orders';
import { quickTill } from './support/quick';
import { ADA, CARDS, checkOut, fillDetails, pick, toTheTill } from './support/shop';
import { accessible, expect, test } from './support/test';

test('every page on the way to a ticket is accessible and fits, by day and by night', async ({ page }) => {
  test.setTimeout(120_000);
  await dress(page);
  await page.goto('/');
  await tour(page, 'shop');
  await page.getByRole('searchbox').fill('museum');
  await page.getByRole('searchbox').press('Enter');
  await expect(page.getByRole('heading', { name: /events? for “museum”/ })).toBeVisible();
  await tour(page, 'search');
  await page.goto('/?q=zzzz');
  await expect(page.locator('main')).toContainText('No event answers to that');
  await tour(page, 'search-none');
  await page.goto('/basket');
  await expect(page.locator('main')).toContainText('Your basket is empty.');
  await tour(page, 'basket-empty');
  await page.goto('/events/tickitto/T103');
  await expect(page.frameLocator('main iframe').getByRole('heading').first()).toBeVisible();
  await tour(page, 'event');
  await pick(page);
  await tour(page, 'basket');
  const id = await checkOut(page);
  await tour(page, 'details');
  await fillDetails(page, { ...ADA, email: 'nowhere' });
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await tour(page, 'details-wrong');
  await fillDetails(page);
  await stage(page, 'Pay for your tickets');
  await tour(page, 'choice');
  await toTheTill(page);
  await tour(page, 'pay');
  await payWell(page, id);
  await stage(page, 'Your tickets', 15_000);
  await tour(page, 'tickets');
});

test('pages beside the way are accessible too', async ({ page, watch }) => {
  await dress(page);
  watch.expected.push(/404/);
  for (const [name, address] of [
    ['lookup', '/lookup'],
    ['lookup-sent', '/lookup?sent=1'],
    ['terms', '/terms'],
    ['not-found', '/nowhere'],
    ['ops-login', '/ops'],
    ['qa', '/qa'],
  ] as const) {
    // A very long page, which its own test judges at this width.
    if (name === 'qa' && (page.viewportSize()?.width ?? 0) > 600) continue;
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await tour(page, name);
  }
});

test('pages that nobody hopes for are accessible and fit as well', async ({ page, watch }) => {
  test.setTimeout(120_000);
  watch.expected.push(/404/);
  await dress(page);
  const begun = await quickTill(page);
  await page.goto(`/checkout/${begun}`);
  await expect(page.getByText('A payment for this order is under way')).toBeVisible();
  await tour(page, 'under-way');
  await buy(page, 'T911');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Confirming with');
  await expect(page.getByText('Total to pay')).toHaveCount(0);
  await tour(page, 'waiting');
  await buy(page, 'T901');
  await stage(page, 'Tickets not booked', 15_000);
  await tour(page, 'not-booked');
  const id = await buy(page, 'T103');
  await stage(page, 'Your tickets', 15_000);
  await logIn(page, 'Grace');
  await page.goto(`/ops/${id}`);
  await act(page, 'cancel', 'Customer is ill');
  await tour(page, 'ops-order');
  await page.goto(`/checkout/${id}`);
  await stage(page, 'Your tickets were cancelled', 15_000);
  await expect(page.locator('main')).toContainText(/Tickitto took the payment and owes you £\d/);
  await tour(page, 'cancelled');
  await page.goto('/checkout/nobodys');
  await tour(page, 'nobodys');
});

test('seats, a basket of two sellers, their cards and tickets are accessible and fit', async ({ page }) => {
  test.setTimeout(180_000);
  await dress(page);
  const plan = await openOffer(page, { event: '7AB', title: 'Stalls, B', seats: ['C5', 'C6'] });
  await plan.locator('input[type=number]').first().fill('2');
  for (const seat of ['5', '6'])
    await plan.getByRole('checkbox', { name: new RegExp(`^Row C seat ${seat}\\b`) }).check();
  await tour(page, 'seats');
  await toBasket(page, plan);
  // The longest name that is on sale.
  await putInBasket(page, await openOffer(page, { event: '8VX' }));
  await tour(page, 'basket-two');
  const id = await checkOut(page);
  await page.getByText('Add more (optional)').click();
  await tour(page, 'details-unfolded');
  await fillDetails(page, CUSTOMER);
  await stage(page, 'Pay for your tickets');
  await tour(page, 'choice-three');
  await toTheCards(page, id);
  await tour(page, 'cards-two');
  await typeCards(page, CARDS.ok, CARDS.ok);
  await page.getByRole('button', PAY).click();
  await stage(page, 'Your tickets', 30_000);
  await tour(page, 'tickets-two');
});

test('larger text and 320 pixels need no scrolling sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const address of ['/', '/events/tickitto/T103', '/basket', '/lookup', '/ops']) {
    await page.goto(address);
    await roomy(page, address);
  }
  await pick(page);
  await roomy(page, 'basket');
  await checkOut(page);
  await roomy(page, 'details');
  await fillDetails(page);
  await stage(page, 'Pay for your tickets');
  await roomy(page, 'choice');
  await accessible(page);
  await toTheTill(page);
  await roomy(page, 'pay');
});
