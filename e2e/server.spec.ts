import type { Page } from '@playwright/test';
import { OWN_NAME, OWN_URL, type OwnShop, openOwnShop } from './support/own-shop';
import { quickHold, quickTill } from './support/quick';
import { boughtOnce, callsOf, confirmsOf, intentAt } from './support/records';
import { ledgerOf, type Sandbox } from './support/sandbox';
import { CARDS, pay, typeCard } from './support/shop';
import { accessible, expect, test } from './support/test';

test.use({ baseURL: OWN_URL });

const PAY = { name: /^Pay / } as const;
/** What a browser writes of a server that is not there. */
const GONE = /net::ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)/;
const STRIPE_OBJECT = '/api/basket/stripe_object';
const DO_NOT_PAY = /do not pay again/i;

let shop: OwnShop;
let world: Sandbox;

test.beforeAll(async () => {
  shop = await openOwnShop();
  world = shop.sandbox;
  await shop.start();
});
test.afterAll(() => shop.close());

/** The webhook that the supplier has not heard yet arrives. */
async function sendWebhook(intent: string): Promise<void> {
  const { charges } = await ledgerOf(intent, world);
  await world.action('tickitto', 'send-webhook', charges[0]?.group ?? '');
}

/** The headings that the page shows on its way to an address. */
async function headingsUntil(page: Page, address: RegExp): Promise<string[]> {
  const seen = new Set<string>();
  const look = async () => {
    const heading = page.getByRole('heading', { level: 1 });
    seen.add((await heading.textContent().catch(() => null)) ?? 'Pay');
    return page.url();
  };
  await expect.poll(look, { intervals: [100], timeout: 30_000 }).toMatch(address);
  return [...seen];
}

test('the server is killed while the customer waits; started again, it books', async ({ page, watch }) => {
  watch.expected.push(GONE);
  const id = await quickTill(page, 'T911');
  const intent = await intentAt(page, id);
  await pay(page, CARDS.ok);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Confirming with');
  // It is at work: it has asked once.
  await page.waitForResponse(`**/api/checkouts/${id}`);
  expect(await shop.end('SIGKILL')).toBeNull();
  await sendWebhook(intent);
  await expect(page.getByText(DO_NOT_PAY).first()).toBeVisible();
  await shop.start();
  // Nobody touches the page: it asks by itself.
  await boughtOnce(page, id, world);
  expect(await confirmsOf(intent, world)).toBe(1);
});

test('the server is gone when the card is charged: nobody is told to pay again', async ({ page, watch }) => {
  watch.expected.push(GONE);
  const id = await quickTill(page);
  const intent = await intentAt(page, id);
  await typeCard(page, CARDS.ok);
  await shop.end('SIGKILL');
  await page.getByRole('button', PAY).click();
  await expect(page.locator('main').getByText(DO_NOT_PAY).first()).toBeVisible();
  await expect(page.getByRole('button', PAY)).toHaveCount(0);
  await accessible(page);
  await shop.start();
  await page.getByRole('link', { name: 'See my order' }).click();
  await boughtOnce(page, id, world);
  expect(await confirmsOf(intent, world)).toBe(1);
});

test('told to stop, the server ends what it has begun', async ({ page, watch }) => {
  watch.expected.push(GONE);
  const id = await quickHold(page);
  await page.goto(`/checkout/${id}`);
  const before = await callsOf('POST', STRIPE_OBJECT, world);
  await world.fault({ provider: 'tickitto', call: `POST ${STRIPE_OBJECT}`, kind: 'delay', delayMs: 3000 });
  await page.locator('form[action$="/pay"] button').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Preparing the payment');
  expect(await shop.end('SIGTERM')).toBe(0);
  await accessible(page);
  await shop.start();
  await page.waitForURL(/\/pay\/[^/]+$/, { timeout: 20_000 });
  expect(await callsOf('POST', STRIPE_OBJECT, world)).toBe(before + 1);
  await pay(page, CARDS.ok);
  await boughtOnce(page, id, world);
});

test('the shop goes by the name that it is given', async ({ page, watch }) => {
  watch.expected.push(/status of 404/);
  const id = await quickHold(page);
  for (const path of ['/', '/lookup', `/checkout/${id}`, '/nowhere']) {
    await page.goto(path);
    await expect(page).toHaveTitle(new RegExp(`(^|· )${OWN_NAME}$`));
    await expect(page.getByRole('banner').getByRole('link', { name: OWN_NAME })).toBeVisible();
    await expect(page.locator('body')).not.toContainText('Foyer');
  }
});

const START_FAULTS = [
  { name: 'late', tag: ['@full'], kind: 'delay', delayMs: 2500 },
  { name: 'lost after the work was done', tag: [], kind: 'drop', when: 'after' },
  { name: 'answered 502 three times', tag: ['@full'], kind: 'status', status: 502, times: 3 },
  { name: 'an HTML page', tag: ['@full'], kind: 'html', when: 'after' },
  { name: 'cut in half', tag: ['@full'], kind: 'truncate' },
] as const;

for (const { name, tag, ...fault } of START_FAULTS) {
  test(`preparing the payment is ${name}: one wait, one charge`, { tag: [...tag] }, async ({ page }) => {
    const id = await quickHold(page);
    await page.goto(`/checkout/${id}`);
    await world.fault({ provider: 'tickitto', call: `POST ${STRIPE_OBJECT}`, ...fault });
    await page.locator('form[action$="/pay"] button').click();
    const headings = await headingsUntil(page, /\/pay\/[^/]+$/);
    expect(headings.filter((text) => !/^(Pay|Preparing)/.test(text))).toEqual([]);
    expect(await world.faults()).toBe(0);
    await pay(page, CARDS.ok);
    await boughtOnce(page, id, world);
  });
}

const READ_FAULTS = [
  { kind: 'drop', times: 3 },
  { kind: 'truncate' },
  { kind: 'mutate', mutate: { status: 'on_the_moon' } },
] as const;

test('the basket cannot be read while the customer waits: never “failed”, booked in the end', {
  tag: '@full',
}, async ({ page }) => {
  const id = await quickTill(page, 'T911');
  const intent = await intentAt(page, id);
  await pay(page, CARDS.ok);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText('Confirming with');
  for (const fault of READ_FAULTS)
    await world.fault({ provider: 'tickitto', call: 'GET /api/basket/', ...fault });
  const looks = async () => {
    expect(await heading.textContent()).toMatch(/^(Confirming with|Finding out)/);
    await expect(page.getByText(DO_NOT_PAY).first()).toBeVisible();
    return world.faults();
  };
  await expect.poll(looks, { timeout: 40_000 }).toBe(0);
  await sendWebhook(intent);
  await boughtOnce(page, id, world);
});

test('the word that the card was charged is lost: the page asks, and charges once', async ({
  page,
  watch,
}) => {
  // On a connection that was used before, Chromium asks once more by itself, and hears that the card was charged already.
  watch.expected.push(GONE, /the server responded with a status of 400/);
  const id = await quickTill(page);
  const intent = await intentAt(page, id);
  await world.fault({
    provider: 'stripe',
    call: `POST /v1/payment_intents/${intent}/confirm`,
    kind: 'drop',
    when: 'after',
  });
  await pay(page, CARDS.ok);
  await boughtOnce(page, id, world);
});

test('a reload before the bank has heard of the card: the form may be back, the charge stays one', async ({
  page,
}) => {
  const id = await quickTill(page);
  const intent = await intentAt(page, id);
  const call = `POST /v1/payment_intents/${intent}/confirm`;
  await world.fault({ provider: 'stripe', call, kind: 'delay', delayMs: 2000 });
  await typeCard(page, CARDS.ok);
  const sent = page.waitForRequest((request) => request.url().endsWith(`${intent}/confirm`));
  await page.getByRole('button', PAY).click();
  await sent;
  await page.reload();
  await typeCard(page, CARDS.ok);
  const captured = async () => (await ledgerOf(intent, world)).charges[0]?.captured ?? 0;
  await expect.poll(captured).toBeGreaterThan(0);
  await page.getByRole('button', PAY).click();
  await boughtOnce(page, id, world);
  expect(await confirmsOf(intent, world)).toBe(1);
});
