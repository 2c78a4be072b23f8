import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, type Page, expect as see } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '@/lib/checkout/json';
import { spreedlyExpressData } from '@/lib/payments/spreedly-express/data';
import { openBrowser } from '../sandbox/stripe-shop';
import { openPayDocument } from '../support/pay-document';

/** The component in a real browser, with Spreedly's script as its documentation describes it. */

const SCRIPT = 'https://core.spreedly.com/iframe/express-3.min.js';
const EXPRESS = readFileSync(fileURLToPath(new URL('./express-stand-in.js', import.meta.url)), 'utf8');
const AMOUNT = { amount: 6250, currency: 'GBP', exponent: 2 };
const SIGNED = { nonce: 'n-1', timestamp: '1795000000', certificateToken: 'C1', signature: 'c2ln' };

let shop: Server;
let shopOrigin: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let given: Json = null;
let complaints: string[] = [];

beforeAll(async () => {
  const own = ['https://core.spreedly.com'];
  const opened = await openPayDocument(
    'tests/payments/spreedly-express-page.tsx',
    () => ({ script: own, frame: own, connect: own }),
    () => given,
  );
  shop = opened.server;
  shopOrigin = opened.origin;
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  shop?.closeAllConnections();
  shop?.close();
});

beforeEach(async () => {
  complaints = [];
  context = await browser.newContext();
  await context.route(SCRIPT, (route) => route.fulfill({ contentType: 'text/javascript', body: EXPRESS }));
  page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
});

afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

async function open(steps: Json[] = [{ env: 'env-1', amount: AMOUNT }], query = '') {
  given = { steps, settings: { scriptUrl: SCRIPT } };
  await page.goto(`${shopOrigin}/${query}`);
}

interface Express {
  inits: { env: string; display: Record<string, string> }[];
  opened: number;
  pay(token: string): void;
  close(): void;
}

const express = () =>
  page.evaluate(() => JSON.parse(JSON.stringify(Reflect.get(window, 'express'))) as Express);
const customerPays = (token: string) =>
  page.evaluate((given) => (Reflect.get(window, 'express') as Express).pay(given), token);
const customerCloses = () => page.evaluate(() => (Reflect.get(window, 'express') as Express).close());
const pay = () => page.getByRole('button', { name: 'Pay £62.50' });
const isReady = () => see(pay()).toHaveAttribute('aria-disabled', 'false');
const results = async () => JSON.parse((await page.getByTestId('results').textContent()) ?? '[]') as Json[];
const handedOver = async (count: number) => {
  await see.poll(async () => (await results()).length).toBe(count);
  return (await results()).map((data) => spreedlyExpressData.parse(data).token);
};

describe('Express', () => {
  it('opens with environment, signature and amount; its token is handed over once', async () => {
    await open([{ env: 'env-1', signed: SIGNED, amount: AMOUNT }]);
    await isReady();
    await pay().dblclick();
    const { inits, opened } = await express();
    expect(opened).toBe(1);
    expect(inits.at(-1)).toMatchObject({
      env: 'env-1',
      display: { amount: '£62.50', submit_label: 'Pay £62.50', ...SIGNED },
    });
    await customerPays('token-0000001');
    await customerPays('token-0000002');
    await customerCloses();
    expect(await handedOver(1)).toEqual(['token-0000001']);
    await see(page.getByTestId('busy')).toHaveText('false');
    await see(pay()).toHaveAttribute('aria-disabled', 'true');
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('value="token');
  });

  it('can be closed and opened again', async () => {
    await open();
    await isReady();
    await pay().click();
    await see(page.getByText('Enter your card in the window.')).toBeVisible();
    await customerCloses();
    await isReady();
    await pay().click();
    await customerPays('token-0000003');
    expect(await handedOver(1)).toEqual(['token-0000003']);
  });

  it('gives its token to whoever submits the form with it', async () => {
    await open();
    await isReady();
    await page.locator('form').evaluate((form: HTMLFormElement) => {
      const field = form.elements.namedItem('payment_method_token');
      if (field instanceof HTMLInputElement) field.value = 'token-0000004';
      form.requestSubmit();
    });
    expect(await handedOver(1)).toEqual(['token-0000004']);
    expect((await express()).opened).toBe(0);
  });

  it('is made anew for a new signature, and for the same params again', async () => {
    const step = (nonce: string) => ({ env: 'env-1', signed: { ...SIGNED, nonce }, amount: AMOUNT });
    await open([step('n-1'), step('n-2')], '?then=stay');
    for (const token of ['token-0000005', 'token-0000006', 'token-0000007']) {
      await isReady();
      await pay().click();
      await customerPays(token);
      await handedOver(Number(token.slice(-1)) - 4);
    }
    await isReady();
    const nonces = (await express()).inits.map(({ display }) => display.nonce);
    expect(nonces.slice(-3)).toEqual(['n-2', 'n-2', 'n-2']);
    expect(nonces).toContain('n-1');
  });
});

describe('when something is in the way', () => {
  it('a script that cannot be had can be tried again', async () => {
    await context.route(SCRIPT, (route) => route.abort());
    await open();
    await see(page.getByText('could not be loaded')).toBeVisible();
    await context.unroute(SCRIPT);
    await context.route(SCRIPT, (route) => route.fulfill({ contentType: 'text/javascript', body: EXPRESS }));
    await page.getByRole('button', { name: 'Try again' }).click();
    await isReady();
    complaints = complaints.filter((text) => !text.includes('ERR_FAILED'));
  });

  it('a shop that cannot be reached never says that another try is safe', async () => {
    await open(undefined, '?then=lost');
    await isReady();
    await pay().click();
    await customerPays('token-0000008');
    await see(page.getByText('Do not pay again')).toBeVisible();
    await see(pay()).toHaveCount(0);
  });

  it('nothing is sent once the hold has ended', async () => {
    await open(undefined, '?ended=1');
    await see.poll(async () => (await express()).inits.length).toBeGreaterThan(0);
    await see(pay()).toHaveAttribute('aria-disabled', 'true');
    await customerPays('token-0000009');
    expect(await results()).toEqual([]);
  });
});
