import type { Page } from '@playwright/test';
import { ADYEN, dropinField, dropinReady, payByDropin, typeIntoDropin } from './support/dropin';
import { adultOf, tillOf } from './support/octo';
import { choose, nothingTaken, ticketsFor, worldOf } from './support/offers';
import { mailed } from './support/orders';
import { APP_URL, SANDBOX_PORT } from './support/places';
import { ADA, checkOut, fillDetails, view } from './support/shop';
import { accessible, expect, test } from './support/test';

// Whole purchases, some of them twice: a busy machine may take its time.
test.describe.configure({ timeout: 120_000 });

/** The supplier's Adyen account: its Drop-in in the page, sessions that are used once, the bank's own page. */
const OPTION = 'octo.adyen';
const PAY = { name: /^Pay / } as const;
const HOME = `http://127.0.0.1:${SANDBOX_PORT + 12}`;
const DECLINED = 'main [role=alert]';

/** The session that the form stands for. */
async function sessionOf(page: Page, id: string): Promise<string> {
  const { attempt } = await view(page, id);
  return /"id":"(CS[^"]+)"/.exec(JSON.stringify(attempt))?.[1] ?? 'none';
}

const bankSays = async (page: Page, word: string) => {
  await page.getByLabel('Password').fill(word);
  await page.getByRole('button', { name: 'Continue' }).click();
};

test('nothing of Adyen before its own document; refused there, paid in a new session by two clicks: one charge', async ({
  page,
}) => {
  const asked: string[] = [];
  const policies: string[] = [];
  const code = new Set<string>();
  page.on('request', (request) => {
    if (request.url().startsWith(HOME)) asked.push(request.url());
    if (['script', 'stylesheet'].includes(request.resourceType())) code.add(request.url());
  });
  page.on('response', (response) => {
    const ours = response.request().isNavigationRequest() && response.frame() === page.mainFrame();
    if (ours) policies.push(JSON.stringify(response.headers()));
  });
  /** Of the files that were loaded, those that hold its library. */
  const library = async () => {
    const texts = await Promise.all([...code].map(async (url) => (await page.request.get(url)).text()));
    return texts.filter((text) => text.includes('adyen-checkout')).length;
  };
  await page.goto('/');
  const list = await adultOf(page, 'OC103');
  await list.getByRole('button', { name: 'Add to basket' }).click();
  await page.waitForURL('**/basket');
  const id = await checkOut(page);
  const { phone: _, ...person } = ADA;
  await fillDetails(page, person);
  await expect(page.locator(`[value="${OPTION}"]`)).toBeVisible();
  expect(asked).toEqual([]);
  expect(policies.join()).not.toContain(HOME);
  expect(await library()).toBe(0);
  await choose(page, id, OPTION);
  await dropinReady(page);
  expect(policies.at(-1)).toContain(HOME);
  expect(await library()).toBeGreaterThan(0);
  const first = await sessionOf(page, id);
  await payByDropin(page, ADYEN.ok, ADYEN.poor);
  await expect(page.locator(DECLINED).first()).toContainText('Nothing was taken.');
  await dropinReady(page);
  await accessible(page);
  expect(await sessionOf(page, id)).not.toBe(first);
  await typeIntoDropin(page, ADYEN.ok);
  await page.getByRole('button', PAY).dblclick();
  const { charges } = await ticketsFor(page, id);
  expect(charges.filter(({ captured }) => captured > 0)).toHaveLength(1);
  await accessible(page);
});

test('the bank’s own page: refused, and passed from another tab when the first was closed there', async ({
  page,
  context,
}) => {
  const id = await tillOf(page, 'OC105', OPTION);
  const first = await sessionOf(page, id);
  await payByDropin(page, ADYEN.redirect);
  await page.waitForURL(`${HOME}/**`);
  await bankSays(page, 'wrong');
  await page.waitForURL(`${APP_URL}/**`);
  await expect(page.locator(DECLINED).first()).toContainText('Nothing was taken.', { timeout: 20_000 });
  await dropinReady(page);
  expect(await sessionOf(page, id)).not.toBe(first);
  await nothingTaken(id, 'held');
  await payByDropin(page, ADYEN.redirect);
  await page.waitForURL(`${HOME}/**`);
  const bank = page.url();
  await page.close();
  const again = await context.newPage();
  await again.goto(bank);
  await bankSays(again, 'password');
  const { charges } = await ticketsFor(again, id);
  expect(charges.filter(({ captured }) => captured > 0)).toHaveLength(1);
});

test('more time while the Drop-in is open: what was typed stays, and pays after the old end', async ({
  page,
}) => {
  const id = await tillOf(page, 'OC103', OPTION);
  await page.clock.install();
  await page.reload();
  await typeIntoDropin(page, ADYEN.ok);
  // The server's time does not move with the page's: what it says of the end moves as far as the page's clock has.
  let ahead = 21;
  await page.route(new RegExp(`/api/checkouts/${id}(/extend)?$`), async (route) => {
    const answer = await route.fetch();
    const json = (await answer.json()) as { expiresAt: string };
    const expiresAt = new Date(Date.parse(json.expiresAt) + ahead * 60_000).toISOString();
    await route.fulfill({ response: answer, json: { ...json, expiresAt } });
  });
  await page.clock.fastForward('21:00');
  await page.getByRole('button', { name: 'Give me more time' }).click();
  await expect(page.getByRole('timer', { name: 'Time left' })).toHaveText(/^(29|30):/);
  // Somebody gets more of it in another tab: this page learns of it when its own time is over.
  ahead = 60;
  await page.clock.fastForward('31:00');
  await expect(page.locator('.adyen-dropin')).toHaveAttribute('inert');
  await page.clock.fastForward('00:05');
  await expect(page.locator('.adyen-dropin')).not.toHaveAttribute('inert');
  await expect(dropinField(page, 'Card number')).toHaveValue(/1111$/);
  await page.unrouteAll();
  await page.getByRole('button', PAY).click();
  await ticketsFor(page, id);
});

test('paid, and the tab dies before it can say so: whoever comes back is not asked to pay again', async ({
  page,
  context,
  watch,
}) => {
  // Adyen takes nothing more with a session that was paid, and the browser writes that down.
  watch.expected.push(/status of 4(03|22)/, /net::ERR_/);
  const id = await tillOf(page, 'OC103', OPTION);
  await page.route('**/results', (route) => route.abort());
  await payByDropin(page, ADYEN.ok);
  await expect(page.getByText(/Do not pay again/).first()).toBeVisible({ timeout: 20_000 });
  expect((await worldOf(id)).charges.filter(({ captured }) => captured > 0)).toHaveLength(1);
  await page.close();
  const again = await context.newPage();
  await again.goto(`/checkout/${id}`);
  await again.getByRole('link', { name: 'Continue where you were' }).click();
  await ticketsFor(again, id);
});

test('the tab dies while Adyen thinks: the server asks until it is booked', { tag: '@full' }, async ({
  page,
  context,
}) => {
  const id = await tillOf(page, 'OC105', OPTION);
  const { reference } = await view(page, id);
  const said = page.waitForResponse('**/results');
  await payByDropin(page, ADYEN.ok, 'PENDING');
  await said;
  await page.close();
  const [mail] = await mailed(reference, 1);
  expect(mail?.text).toContain('Lisboa a Pé');
  const again = await context.newPage();
  await again.goto(`/checkout/${id}`);
  expect((await ticketsFor(again, id)).charges.filter(({ captured }) => captured > 0)).toHaveLength(1);
});
