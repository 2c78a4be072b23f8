import type { Server } from 'node:http';
import { type Browser, type BrowserContext, type Page, expect as see } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { STRIPE_ACCOUNT, STRIPE_PUBLISHABLE_KEY } from '@/sandbox/core/secrets';
import { closeStage, openBrowser, type Watched, watchedPage } from '../support/browser';
import { type StripeHarness, stripeHarness } from './stripe-harness';
import { openShop } from './stripe-shop';

/** The real React packages in a real browser, under a policy without `unsafe-inline`. */

let sim: StripeHarness;
let shop: Server;
let shopOrigin: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let watched: Watched;

beforeAll(async () => {
  const opened = await openShop(() => sim.origin);
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
  watched = await watchedPage(browser, {
    options: { viewport: { width: 1000, height: 760 } },
    expected: /status of 402/,
  });
  ({ context, page } = watched);
});

afterEach(async () => {
  await context.close();
  expect(watched.complaints).toEqual([]);
});

async function open(extra: Record<string, string> = {}): Promise<string> {
  const intent = await sim.client.paymentIntents.create({
    amount: 6250,
    currency: 'gbp',
    metadata: { basket_id: 'b-1' },
  });
  const query = new URLSearchParams({
    secret: intent.client_secret ?? '',
    key: STRIPE_PUBLISHABLE_KEY,
    account: STRIPE_ACCOUNT,
    ...extra,
  });
  await page.goto(`${shopOrigin}/?${query}`);
  await see(page.getByTestId('ready')).toHaveText(extra.split ? '3' : '1');
  return intent.id;
}

const card = () => page.frameLocator('iframe[title="Secure card payment input frame"]');
const challenge = () => page.frameLocator('iframe[name="__stripeJSChallengeFrame"]');
const result = () => page.getByTestId('result');

async function type(number: string, expiry = '12/34', cvc = '123'): Promise<void> {
  await card().getByLabel('Credit or debit card number').fill(number);
  await card().getByLabel('Credit or debit card expiration date').fill(expiry);
  await card().getByLabel('Credit or debit card CVC/CVV').fill(cvc);
}

const pay = () => page.getByRole('button', { name: 'Pay' }).click();
const charge = () => sim.ledger.read().charges[0];

describe('the card element', () => {
  it('pays, and the page never sees the digits', async () => {
    const senders: (string | undefined)[] = [];
    page.on('request', (request) => {
      const text = `${request.url()} ${request.postData() ?? ''}`;
      if (text.includes('42424242')) senders.push(new URL(request.frame().url()).origin);
    });
    await open();
    await see(page.locator('#card')).toHaveClass(/StripeElement--empty/);
    await page.getByText('Card', { exact: true }).click();
    await see(page.locator('#card')).toHaveClass(/StripeElement--focus/);
    await page.keyboard.type('4242424242424242');
    await page.keyboard.type('1234');
    await page.keyboard.type('123');
    await see(card().getByLabel('Credit or debit card number')).toHaveValue('4242 4242 4242 4242');
    await see(card().getByLabel('Credit or debit card expiration date')).toHaveValue('12 / 34');
    await see(page.locator('#card')).toHaveClass(/StripeElement--complete/);
    await see(page.getByTestId('brand')).toHaveText('visa');
    await page.keyboard.press('Enter');
    await see(result()).toHaveText('ok');
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/4242/);
    expect(await page.evaluate(() => JSON.stringify(Reflect.get(window, 'outcome')))).not.toContain(
      '42424242',
    );
    expect(senders).toEqual([sim.origin]);
    expect(charge()).toMatchObject({ status: 'captured', captured: 6250, group: 'b-1' });
  });

  it('throws at misuse and returns what happens to a payment', async () => {
    await open();
    const thrown = await page.evaluate(async () => {
      const start = window.Stripe;
      if (!start) return [];
      const name = async (work: () => unknown) => {
        try {
          await work();
          return 'nothing';
        } catch (error) {
          return error instanceof Error ? error.name : String(error);
        }
      };
      const stripe = start('pk_test_x');
      const elements = stripe.elements();
      const element = elements.create('card');
      return [
        await name(() => start('pk_live_x')),
        await name(() => stripe.elements().create('iban')),
        await name(() => elements.create('card')),
        await name(() => stripe.confirmCardPayment('nonsense')),
        await name(() => stripe.confirmCardPayment('pi_1_secret_2', { payment_method: { card: element } })),
      ];
    });
    expect(thrown).toEqual(Array(5).fill('IntegrationError'));
    await page.route('**/confirm', (route) => route.fulfill({ status: 502, body: '<h1>Bad gateway</h1>' }));
    await type('4242424242424242');
    await pay();
    await see(page.getByRole('alert')).toContainText('issues connecting');
    watched.forgive(/502/);
  });

  it('says what is missing or wrong', async () => {
    await open();
    await pay();
    await see(page.getByRole('alert')).toHaveText('Your card number is incomplete.');
    await see(result()).toHaveText('error incomplete_number');
    await see(page.locator('#card')).toHaveClass(/StripeElement--invalid/);
    const number = card().getByLabel('Credit or debit card number');
    await see(number).toHaveAttribute('aria-invalid', 'true');
    await number.fill('4242 4242 4242 4241');
    await see(page.getByRole('alert')).toHaveText('Your card number is invalid.');
    await see(number).toHaveCSS('color', 'rgb(180, 20, 20)');
    await type('4242424242424242', '12/20');
    await see(page.getByRole('alert')).toHaveText("Your card's expiration year is in the past.");
    await type('378282246310005', '12 / 34', '1234');
    await see(number).toHaveValue('3782 822463 10005');
    await pay();
    await see(result()).toHaveText('ok');
  });

  it('formats while one edits in the middle', async () => {
    await open();
    const number = card().getByLabel('Credit or debit card number');
    await number.fill('424242424242');
    await number.evaluate((input: HTMLInputElement) => input.setSelectionRange(5, 5));
    await page.keyboard.type('99');
    await see(number).toHaveValue('4242 9942 4242 42');
    expect(await number.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(7);
    await number.evaluate((input: HTMLInputElement) => input.setSelectionRange(5, 5));
    await page.keyboard.press('Backspace');
    await see(number).toHaveValue('4249 9424 2424 2');
    const expiry = card().getByLabel('Credit or debit card expiration date');
    await expiry.focus();
    await page.keyboard.type('5');
    await see(expiry).toHaveValue('05 / ');
    await page.keyboard.press('Backspace');
    await see(expiry).toHaveValue('0');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('12');
    await page.keyboard.press('Backspace');
    await see(expiry).toHaveValue('1');
    await page.keyboard.type('/');
    await see(expiry).toHaveValue('01 / ');
    await expiry.fill('2034-07');
    await see(expiry).toHaveValue('07 / 34');
  });

  it('is declined, then pays with another card', async () => {
    await open();
    await type('4000000000009995');
    await pay();
    await see(result()).toHaveText('error card_declined insufficient_funds');
    await type('5555555555554444');
    await see(page.getByTestId('brand')).toHaveText('mastercard');
    await pay();
    await see(result()).toHaveText('ok');
    expect(charge()).toMatchObject({ status: 'captured', declines: ['insufficient_funds'] });
  });

  it('makes tokens and payment methods, with the postal code in them', async () => {
    await open({ mode: 'token', postal: '1' });
    await type('4242424242424242');
    await pay();
    await see(result()).toHaveText('error incomplete_zip');
    await card().getByLabel('Postal code').fill('YO1 7HH');
    await pay();
    await see(result()).toHaveText('ok');
    const token = await page.evaluate(() => Reflect.get(window, 'outcome').token);
    expect(token).toMatchObject({ card: { last4: '4242', address_zip: 'YO1 7HH', name: 'Ada Lovelace' } });
    await open({ mode: 'method' });
    await type('4242424242424242');
    await pay();
    await see(result()).toHaveText('ok');
    const made = await page.evaluate(() => Reflect.get(window, 'outcome').paymentMethod);
    expect(made).toMatchObject({ billing_details: { name: 'Ada Lovelace' } });
  });

  it('is split over three frames', async () => {
    await open({ split: '1' });
    const frame = (title: string) => page.frameLocator(`iframe[title="${title}"]`).locator('input');
    await frame('Secure card number input frame').fill('4242424242424242');
    await pay();
    await see(result()).toHaveText('error incomplete_expiry');
    await see(page.locator('#expiry')).toHaveClass(/StripeElement--invalid/);
    await frame('Secure expiration date input frame').fill('12/34');
    await frame('Secure CVC input frame').fill('1234');
    await see(frame('Secure CVC input frame')).toHaveValue('123');
    await pay();
    await see(result()).toHaveText('ok');
    expect(charge()?.captured).toBe(6250);
  });
});

describe('3DS', () => {
  const begin = async (number = '4000002500003155') => {
    const id = await open();
    await type(number);
    await pay();
    await see(challenge().getByRole('button', { name: 'Complete' })).toBeFocused();
    return id;
  };
  const failed = async () => {
    await see(result()).toHaveText('error payment_intent_authentication_failure');
    await see(page.locator('dialog')).toHaveCount(0);
    expect(charge()).toMatchObject({ status: 'open', captured: 0, declines: ['authentication_failed'] });
  };

  it('pays after Complete, within a focus trap', async () => {
    await begin();
    await page.keyboard.press('Shift+Tab');
    await see(challenge().getByRole('button', { name: 'Close' })).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await see(challenge().getByRole('button', { name: 'Fail' })).toBeFocused();
    await challenge().getByRole('button', { name: 'Complete' }).click();
    await see(result()).toHaveText('ok');
    expect(charge()).toMatchObject({ status: 'captured', captured: 6250 });
  });

  it('fails with Fail, and another try works', async () => {
    await begin();
    await challenge().getByTestId('challenge-fail').click();
    await failed();
    await type('4242424242424242');
    await pay();
    await see(result()).toHaveText('ok');
  });

  it('fails when it is closed, by button or Escape', async () => {
    await begin();
    await challenge().getByRole('button', { name: 'Close' }).click();
    await failed();
    await pay();
    await see(challenge().getByRole('button', { name: 'Complete' })).toBeFocused();
    await page.keyboard.press('Escape');
    await see(result()).toHaveText('error payment_intent_authentication_failure');
  });

  it('can be followed by a decline', async () => {
    await begin('4000008400001629');
    await challenge().getByRole('button', { name: 'Complete' }).click();
    await see(result()).toHaveText('error card_declined generic_decline');
    expect(charge()).toMatchObject({ status: 'open', declines: ['generic_decline'] });
  });

  it('ends although the answer of the bank is slow', async () => {
    await page.route('**/3ds/*', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      const response = await route.fetch();
      await new Promise((wake) => setTimeout(wake, 4_000));
      await route.fulfill({ response }).catch(() => undefined);
    });
    await begin();
    await challenge().getByRole('button', { name: 'Complete' }).click();
    await see(result()).toHaveText('ok', { timeout: 3_000 });
  });
});
