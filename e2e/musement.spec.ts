import type { Page } from '@playwright/test';
import { ADYEN as CARD, payByDropin, typeIntoDropin } from './support/dropin';
import { bankSays, holdActivities, inBasket, itemsOf, openTill, tillOf } from './support/musement';
import { ticketsFor, worldOf } from './support/offers';
import { mailed, stage, ticket } from './support/orders';
import { APP_URL, SANDBOX_PORT } from './support/places';
import { sandbox } from './support/sandbox';
import { CARDS, challenge, checkOut, pay, typeCard, view } from './support/shop';
import { accessible, expect, test } from './support/test';

// Whole purchases, some of them twice: a busy machine may take its time.
test.describe.configure({ timeout: 120_000 });

/** Musement: one call that charges, through Stripe or Adyen as it likes, and items that each have their own time. */
const STRIPE = 'musement.stripe';
const ADYEN = 'musement.adyen';
const PAY = { name: /^Pay / } as const;
const BY_FORM = '5212345678901234';
const REFUSED = 'main [role=alert]';
const BANK = `http://127.0.0.1:${SANDBOX_PORT + 12}`;

const chargesOf = async (id: string) => (await worldOf(id)).charges.filter(({ captured }) => captured > 0);

/** Chooses the only way to pay by card that the order's page has. */
async function again(page: Page, option: string): Promise<void> {
  await page.locator(`[name="option"][value="${option}"]`).check();
  await page.locator('form[action$="/pay"] button').click();
  await page.waitForURL(/\/pay\/[^/]+$/);
}

test('Stripe: refused, then the bank asks in the page; Enter and two clicks: one charge', async ({
  page,
}) => {
  const id = await tillOf(page, '0101', STRIPE);
  await pay(page, CARDS.declined);
  await expect(page.locator(REFUSED).first()).toContainText(/declined/i, { timeout: 20_000 });
  await accessible(page);
  expect(await chargesOf(id)).toEqual([]);
  await typeCard(page, CARDS.threeDS);
  const { x = 0, y = 0 } = (await page.getByRole('button', PAY).boundingBox()) ?? {};
  await page.locator('#card-name').press('Enter');
  await page.mouse.dblclick(x + 20, y + 20);
  await challenge(page).getByRole('button', { name: 'Complete' }).click();
  await ticketsFor(page, id);
  expect(await chargesOf(id)).toMatchObject([{ provider: 'stripe', currency: 'EUR', refunded: 0 }]);
  await accessible(page);
  const paper = ticket(page, 'Palazzo Merlo by Lamplight').getByRole('link', { name: 'Open Voucher' });
  const answer = await page.request.get((await paper.getAttribute('href')) ?? '');
  expect(answer.headers()['content-type']).toBe('application/pdf');
});

test('Stripe: the bank’s question is failed, then the tab dies before it; it is put again to whoever comes back', async ({
  page,
  context,
}) => {
  const id = await tillOf(page, '0101', STRIPE);
  await pay(page, CARDS.threeDS);
  await challenge(page).getByRole('button', { name: 'Fail' }).click();
  await expect(page.locator(REFUSED).first()).toContainText('Nothing was taken.', { timeout: 20_000 });
  await pay(page, CARDS.threeDS);
  await expect(challenge(page).getByRole('button', { name: 'Complete' })).toBeVisible();
  await page.close();
  expect(await chargesOf(id)).toEqual([]);
  const other = await context.newPage();
  await other.goto(`/checkout/${id}`);
  await other.getByRole('link', { name: 'Continue where you were' }).click();
  await challenge(other).getByRole('button', { name: 'Complete' }).click();
  await ticketsFor(other, id);
  expect(await chargesOf(id)).toHaveLength(1);
});

test('Stripe: the tab dies when the card was sent; the server goes on and mails', { tag: '@full' }, async ({
  page,
  context,
}) => {
  const id = await tillOf(page, '0103', STRIPE);
  const { reference } = await view(page, id);
  await typeCard(page, CARDS.ok);
  const sent = page.waitForRequest('**/results');
  await page.getByRole('button', PAY).click();
  await (await sent).response().catch(() => null);
  await page.close();
  await expect.poll(() => chargesOf(id)).toHaveLength(1);
  const other = await context.newPage();
  await other.goto(`/checkout/${id}`);
  // On request: it says what to expect, and does not ask to pay.
  await expect(other.locator('main')).toContainText('30 minutes', { timeout: 20_000 });
  await expect(other.getByRole('button', PAY)).toHaveCount(0);
  await accessible(other);
  const { bookings } = await worldOf(id);
  const { group = '' } = bookings[0] ?? {};
  await sandbox.action('musement', 'confirm', group);
  await ticketsFor(other, id);
  expect((await mailed(reference, 1))[0]?.text).toContain('Lagoon Mornings');
});

test('Adyen: refused, then paid by two clicks in fields of its own; nothing of it before', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(BANK)) asked.push(request.url());
  });
  const id = await holdActivities(page, ['0105']);
  await page.goto(`/checkout/${id}`);
  await expect(page.locator(`[value="${ADYEN}"]`)).toBeVisible();
  await expect(page.locator(`[value="${STRIPE}"]`)).toHaveCount(0);
  expect(asked).toEqual([]);
  await again(page, ADYEN);
  await payByDropin(page, CARD.ok, CARD.poor);
  await expect(page.locator(REFUSED).first()).toContainText('Nothing was taken.', { timeout: 20_000 });
  await accessible(page);
  await typeIntoDropin(page, CARD.ok);
  await page.getByRole('button', PAY).dblclick();
  await ticketsFor(page, id);
  expect(await chargesOf(id)).toMatchObject([{ provider: 'adyen', captured: 1575 }]);
});

for (const { by, card, tag } of [
  { by: 'a link', card: CARD.redirect, tag: ['@full'] },
  { by: 'a form', card: BY_FORM, tag: [] },
])
  test(`Adyen: by ${by} to the bank’s page, refused there, and passed from another tab`, { tag }, async ({
    page,
    context,
  }) => {
    const id = await tillOf(page, '0105', ADYEN);
    await payByDropin(page, card);
    await page.waitForURL(`${BANK}/**`);
    await bankSays(page, 'wrong');
    await page.waitForURL(`${APP_URL}/**`);
    await expect(page.locator('main')).toContainText('Nothing was taken.', { timeout: 20_000 });
    expect(await chargesOf(id)).toEqual([]);
    await payByDropin(page, card);
    await page.waitForURL(`${BANK}/**`);
    await page.close();
    const other = await context.newPage();
    await other.goto(`/checkout/${id}`);
    await other.getByRole('link', { name: 'Continue to the payment page' }).click();
    await other.waitForURL(`${BANK}/**`);
    await bankSays(other, 'password');
    await ticketsFor(other, id);
    expect(await chargesOf(id)).toHaveLength(1);
  });

test('Musement changes its mind about the gateway: the other fields are offered, and pay once', async ({
  page,
}) => {
  const id = await tillOf(page, '0910', STRIPE);
  await pay(page, CARDS.ok);
  await page.waitForURL(`**/checkout/${id}`);
  await expect(page.locator('main')).toContainText('Nothing was taken.');
  await again(page, ADYEN);
  await payByDropin(page, CARD.ok);
  await ticketsFor(page, id);
  expect(await chargesOf(id)).toMatchObject([{ provider: 'adyen' }]);
});

test('an answer that Adyen’s fields cannot follow is a refusal, and Stripe’s are offered', async ({
  page,
}) => {
  const id = await tillOf(page, '0911', ADYEN);
  await payByDropin(page, CARD.ok);
  await page.waitForURL(`**/checkout/${id}`);
  await again(page, STRIPE);
  await pay(page, CARDS.ok);
  await ticketsFor(page, id);
  expect(await chargesOf(id)).toMatchObject([{ provider: 'stripe' }]);
});

test('paid in two tabs: Musement locks the second, and its customer sees tickets', { tag: '@full' }, async ({
  page,
  context,
}) => {
  const id = await tillOf(page, '0101', STRIPE);
  const other = await context.newPage();
  await other.goto(page.url());
  await typeCard(other, CARDS.ok);
  await typeCard(page, CARDS.ok);
  await Promise.all([page, other].map((tab) => tab.getByRole('button', PAY).click()));
  await ticketsFor(page, id);
  await ticketsFor(other, id);
  expect(await chargesOf(id)).toHaveLength(1);
});

test('nothing is due: the button says so, and no payment script is loaded', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/stripe|checkoutshopper/.test(request.url())) asked.push(request.url());
  });
  const id = await holdActivities(page, ['0106']);
  await page.goto(`/checkout/${id}`);
  await expect(page.getByRole('button', PAY)).toHaveCount(0);
  await accessible(page);
  await page.locator('form[action$="/pay"] button').click();
  const { charges } = await ticketsFor(page, id);
  expect(charges).toEqual([]);
  expect(asked).toEqual([]);
});

test('a promo code without JavaScript: refused beside its field, then taken off', async ({
  page,
  browser,
  contextOptions,
  address,
}) => {
  const context = await browser.newContext({
    ...contextOptions,
    javaScriptEnabled: false,
    extraHTTPHeaders: { 'x-forwarded-for': address },
  });
  const plain = await context.newPage();
  await inBasket(plain, '0101');
  await expect(plain.getByLabel('Promo code')).toBeHidden();
  await plain.getByText('Do you have a promo code?').click();
  await plain.getByLabel('Promo code').fill('NOBODY');
  await plain.getByRole('button', { name: 'Apply' }).click();
  await expect(plain.getByLabel('Promo code')).toHaveAccessibleDescription(/^NOBODY is not accepted/);
  await expect(plain.getByLabel('Promo code')).toHaveValue('NOBODY');
  await plain.getByLabel('Promo code').fill('sandbox10');
  await plain.getByLabel('Promo code').press('Enter');
  await expect(plain.getByLabel('Promo code')).toHaveAccessibleDescription('sandbox10 takes €1.80 off.');
  await expect(plain.locator('main')).toContainText('€16.20');
  await page.context().addCookies((await context.storageState()).cookies);
  await page.goto('/basket');
  await accessible(page);
  await checkOut(page);
  await expect(page.locator('main')).toContainText('€16.20');
  await context.close();
});

test('three items: one at once, one by hand after the page was closed, one refused', async ({
  page,
  context,
}) => {
  const id = await holdActivities(page, ['0101', '0903', '0901']);
  await openTill(page, id, STRIPE);
  await pay(page, CARDS.ok);
  await page.waitForURL(`**/checkout/${id}`);
  await expect.poll(() => itemsOf(page, id), { timeout: 30_000 }).toEqual(['booked', 'booking', 'failed']);
  await accessible(page);
  const { reference } = await view(page, id);
  await page.close();
  const { group = '' } = (await worldOf(id)).bookings[0] ?? {};
  await sandbox.action('musement', 'confirm', group);
  const other = await context.newPage();
  await expect.poll(() => itemsOf(other, id), { timeout: 30_000 }).toEqual(['booked', 'booked', 'failed']);
  await other.goto(`/checkout/${id}`);
  await stage(other, 'Some tickets booked, some not', 30_000);
  await accessible(other);
  const { charges, bookings } = await worldOf(id);
  const kept = charges.reduce((sum, { captured, refunded }) => sum + captured - refunded, 0);
  const worth = bookings
    .filter(({ status }) => status === 'booked')
    .reduce((sum, { amount }) => sum + amount, 0);
  expect(kept).toBe(worth);
  const mails = (await sandbox.mail()).filter(({ text }) => text.includes(reference));
  expect(mails.map(({ text }) => text).join()).toContain('On Request');
});
