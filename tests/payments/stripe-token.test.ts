import type { Server } from 'node:http';
import { type Browser, type BrowserContext, type Page, expect as see } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '@/lib/checkout/json';
import { stripeCsp } from '@/lib/payments/stripe/csp';
import { stripeTokenData } from '@/lib/payments/stripe-token/data';
import { stripeTokenParams } from '@/lib/payments/stripe-token/params';
import { INGRESSO_STRIPE } from '@/sandbox/core/secrets';
import { clientFor, refused, type StripeHarness, stripeHarness } from '../sandbox/stripe-harness';
import { closeStage, openBrowser, type Watched, watchedPage } from '../support/browser';
import { openPayDocument } from '../support/pay-document';

/** The component in a real browser, with the unmodified React package, under exactly the policy that the method asks for. */

type Account = keyof typeof INGRESSO_STRIPE;

let sim: StripeHarness;
let shop: Server;
let shopOrigin: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let params: Json = null;
/** Publishable keys for which the browser asked for a token, in order. */
let asked: string[] = [];
let watched: Watched;

const script = () => `${sim.origin}/endive/stripe.js`;

beforeAll(async () => {
  const opened = await openPayDocument(
    'tests/payments/stripe-token-page.tsx',
    () => stripeCsp(script(), sim.origin),
    () => ({ steps: [params] }),
  );
  shop = opened.server;
  shopOrigin = opened.origin;
  sim = await stripeHarness(shopOrigin);
  browser = await openBrowser();
});

afterAll(async () => {
  await closeStage(browser, sim, shop);
});

beforeEach(async () => {
  sim.reset();
  asked = [];
  watched = await watchedPage(browser, {
    options: { viewport: { width: 1000, height: 1200 } },
    expected: /status of 402|ERR_FAILED/,
  });
  ({ context, page } = watched);
  page.on('request', (request) => {
    if (request.url() === `${sim.origin}/v1/tokens`)
      asked.push(new URLSearchParams(request.postData() ?? '').get('key') ?? '');
    // Digits are in no request but the card frame's own.
    const digits = /4242424242424242|5555555555554444/.test(`${request.url()} ${request.postData() ?? ''}`);
    if (digits && new URL(request.frame().url()).origin !== sim.origin)
      watched.complaints.push(request.url());
  });
});

afterEach(async () => {
  await context.close();
  expect(watched.complaints).toEqual([]);
});

const charge = (key: string, account: Account, amount: number, currency = 'GBP') => ({
  key,
  publishableKey: INGRESSO_STRIPE[account].publishableKey,
  label: `Tickets ${key}`,
  amount,
  currency,
  exponent: 2,
});

const ONE_ACCOUNT = [charge('b1', 'ingresso_gbp', 4250), charge('b2', 'ingresso_gbp', 2000)];
const TWO_ACCOUNTS = [charge('b1', 'ingresso_gbp', 4250), charge('b2', 'ingresso_eur', 2000, 'EUR')];

async function open(charges: readonly object[], query = '') {
  params = stripeTokenParams.parse({
    charges,
    billing: { name: 'Ada Lovelace', postcode: 'YO1 7HH' },
    scriptUrl: script(),
  }) as unknown as Json;
  await page.goto(`${shopOrigin}/${query}`);
  await see(page.locator('iframe[title="Secure CVC input frame"]').first()).toBeVisible();
}

const cards = () => page.locator('iframe[title="Secure card number input frame"]');
const field = (title: string, entry: number) =>
  page.frameLocator(`iframe[title="${title}"]`).nth(entry).locator('input').first();
const number = (entry: number) => field('Secure card number input frame', entry);

async function type(digits: string, entry = 0) {
  await number(entry).fill(digits);
  await field('Secure expiration date input frame', entry).fill('12/34');
  await field('Secure CVC input frame', entry).fill('123');
}

const button = () => page.getByRole('button', { name: 'Pay £62.50' });
const results = async () =>
  JSON.parse((await page.getByTestId('results').textContent()) ?? 'null') as {
    tokens: Record<string, string>;
  }[];
const given = async (count: number) => {
  await see.poll(async () => (await results()).length).toBe(count);
  return (await results()).map((data) => stripeTokenData.parse(data).tokens);
};

/** Charges as the account's owner does. */
const take = (account: Account, source: string | undefined, amount: number, currency = 'gbp') =>
  clientFor(sim.origin, INGRESSO_STRIPE[account].secretKey).charges.create({ source, amount, currency });

describe('two charges of one account', () => {
  it('take one card entry and two tokens, once however often the button is pressed', async () => {
    await open(ONE_ACCOUNT);
    await see(cards()).toHaveCount(1);
    await see(page.getByText('charged once for each')).toBeVisible();
    await see(page.getByRole('listitem')).toHaveText(['Tickets b1£42.50', 'Tickets b2£20.00']);
    await type('4242424242424242');
    await button().dblclick();
    const [tokens] = await given(1);
    await see(button()).toHaveAttribute('aria-disabled', 'true');
    await button().click({ force: true });
    expect(asked).toHaveLength(2);
    expect(await results()).toHaveLength(1);
    expect(tokens?.b1).not.toBe(tokens?.b2);
    const paid = await take('ingresso_gbp', tokens?.b1, 4250);
    expect(paid.billing_details).toMatchObject({
      name: 'Ada Lovelace',
      address: { postal_code: 'YO1 7HH' },
    });
    expect((await take('ingresso_gbp', tokens?.b2, 2000)).paid).toBe(true);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/4242 ?4242/);
  });

  it('ask for what is missing and put the customer there; nothing is sent', async () => {
    await open(ONE_ACCOUNT);
    await page.getByLabel('Name on card').fill('');
    await button().click();
    await see(page.getByLabel('Name on card')).toBeFocused();
    await see(page.getByText('Enter your card number.')).toBeVisible();
    await page.getByLabel('Name on card').fill('Ada');
    await button().click();
    await see(cards()).toBeFocused();
    expect(asked).toEqual([]);
    expect(await results()).toEqual([]);
  });

  it('want another card after a decline, and make other tokens of it', async () => {
    await open(ONE_ACCOUNT, '?then=stay');
    await page.getByLabel('Name on card').fill('Grace Hopper');
    await type('4242424242424242');
    await button().click();
    await given(1);
    await see(number(0)).toHaveValue('');
    await see(page.getByLabel('Name on card')).toHaveValue('Grace Hopper');
    await button().click();
    await see(page.getByText('Enter your card number.')).toBeVisible();
    expect(asked).toHaveLength(2);
    await type('5555555555554444');
    await button().click();
    const sets = await given(2);
    expect(new Set(sets.flatMap((tokens) => Object.values(tokens))).size).toBe(4);
    expect((await take('ingresso_gbp', sets[1]?.b1, 4250)).payment_method_details?.card?.brand).toBe(
      'mastercard',
    );
  });

  it('never say that another try is safe when the shop did not answer', async () => {
    await open(ONE_ACCOUNT, '?then=lost');
    await type('4242424242424242');
    await button().click();
    await see(page.getByText('Do not pay again')).toBeVisible();
    await see(button()).toHaveCount(0);
    expect(asked).toHaveLength(2);
  });
});

describe('charges of two accounts', () => {
  it('take a card entry each, and each token charges on its own account only', async () => {
    await open(TWO_ACCOUNTS);
    await see(cards()).toHaveCount(2);
    const first = page.getByRole('group', { name: 'Card 1 of 2' });
    const second = page.getByRole('group', { name: 'Card 2 of 2' });
    await see(first.getByRole('listitem')).toHaveText('Tickets b1£42.50');
    await see(second.getByRole('listitem')).toHaveText('Tickets b2€20.00');
    await type('4242424242424242', 0);
    await type('5555555555554444', 1);
    await button().click();
    const [tokens] = await given(1);
    const foreign = await refused(take('ingresso_eur', tokens?.b1, 4250));
    expect(foreign.code).toBe('resource_missing');
    const paid = [
      await take('ingresso_gbp', tokens?.b1, 4250),
      await take('ingresso_eur', tokens?.b2, 2000, 'eur'),
    ];
    expect(paid.map((one) => one.payment_method_details?.card?.brand)).toEqual(['visa', 'mastercard']);
    expect(asked).toEqual(TWO_ACCOUNTS.map(({ publishableKey }) => publishableKey));
  });

  it('say every mistake at its card, and begin with the first', async () => {
    await open(TWO_ACCOUNTS);
    await type('4242424242424242', 0);
    await button().click();
    const second = page.getByRole('group', { name: 'Card 2 of 2' });
    await see(second.getByText('Enter your card number.')).toBeVisible();
    await see(cards().nth(1)).toBeFocused();
    await see(page.getByText('Enter your card number.')).toHaveCount(1);
    expect(asked).toEqual([]);
  });

  it.each([
    ['refused', '{"error":{"type":"card_error","code":"card_declined","message":"Your card was declined."}}'],
    ['unreachable', null],
  ])('send nothing when one card is %s; what was typed stays', async (_, answer) => {
    await open(TWO_ACCOUNTS);
    await type('4242424242424242', 0);
    await type('5555555555554444', 1);
    const eur = INGRESSO_STRIPE.ingresso_eur.publishableKey;
    await page.route('**/v1/tokens', (route) => {
      if (!route.request().postData()?.includes(eur)) return route.continue();
      return answer === null
        ? route.abort()
        : route.fulfill({ status: 402, contentType: 'application/json', body: answer });
    });
    await button().click();
    const second = page.getByRole('group', { name: 'Card 2 of 2' });
    const said = answer === null ? 'could not be reached. Nothing was taken' : 'Your card was declined.';
    await see(second.getByRole('alert').filter({ hasText: said })).toBeFocused();
    expect(await results()).toEqual([]);
    await see(page.getByTestId('busy')).toHaveText('false');
    await see(number(0)).toHaveValue('4242 4242 4242 4242');
    await see(number(1)).toHaveValue('5555 5555 5555 4444');
    await page.unroute('**/v1/tokens');
    await button().click();
    const [tokens] = await given(1);
    expect(Object.keys(tokens ?? {})).toEqual(['b1', 'b2']);
    expect(sim.ledger.read().charges).toEqual([]);
  });

  it('put the customer into the field that Stripe objects to', async () => {
    await open(TWO_ACCOUNTS);
    await type('4242424242424242', 0);
    await type('5555555555554444', 1);
    const error = {
      type: 'card_error',
      code: 'invalid_cvc',
      message: "Your card's security code is invalid.",
    };
    await page.route('**/v1/tokens', (route) =>
      route.fulfill({ status: 402, contentType: 'application/json', body: JSON.stringify({ error }) }),
    );
    await button().click();
    const first = page.getByRole('group', { name: 'Card 1 of 2' });
    await see(first.getByText(error.message)).toBeVisible();
    await see(page.locator('iframe[title="Secure CVC input frame"]').first()).toBeFocused();
    expect(asked).toHaveLength(1);
    expect(await results()).toEqual([]);
  });
});
