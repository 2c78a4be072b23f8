import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { Server } from 'node:http';
import { type Browser, type BrowserContext, expect as looks, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '@/lib/checkout/json';
import { spreedlyConfig } from '@/lib/payments/spreedly-express/config';
import { spreedlyExpressData } from '@/lib/payments/spreedly-express/data';
import { spreedlyExpress } from '@/lib/payments/spreedly-express/index';
import { OCTO_SPREEDLY } from '@/sandbox/core/secrets';
import { closeStage, openBrowser, type Watched, watchedPage } from '../support/browser';
import { openPayDocument } from '../support/pay-document';
import { type TestSandbox, testSandbox } from '../support/sandbox';

/** The component in a real browser with the sandbox's Express, under exactly the policy that the method asks for. */

/** Spreedly's form is a frame of its own, which takes a busy machine a while. */
const see = looks.configure({ timeout: 20_000 });

let sandbox: TestSandbox;
let shop: Server;
let shopOrigin: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let given: Json = null;
let watched: Watched;

const SCRIPT = '/iframe/express-3.min.js';
const method = () =>
  spreedlyExpress.create(
    spreedlyConfig.parse({ SPREEDLY_JS_URL: `${sandbox.origin('spreedly')}${SCRIPT}` }),
    {
      http: () => {
        throw new Error('Nothing is asked of Spreedly by the shop.');
      },
      now: () => 0,
    },
  );

beforeAll(async () => {
  const opened = await openPayDocument(
    'tests/payments/spreedly-express-page.tsx',
    () => method().csp,
    () => given,
  );
  shop = opened.server;
  shopOrigin = opened.origin;
  sandbox = await testSandbox(shopOrigin);
  browser = await openBrowser();
});

afterAll(async () => {
  await closeStage(browser, sandbox, shop);
});

beforeEach(async () => {
  watched = await watchedPage(browser);
  ({ context, page } = watched);
});

afterEach(async () => {
  await context.close();
  expect(watched.complaints).toEqual([]);
});

const step = (signed?: Json): Json => ({
  env: signed ? OCTO_SPREEDLY.signedEnvironment : OCTO_SPREEDLY.environment,
  ...(signed ? { signed } : {}),
  amount: { amount: 6250, currency: 'GBP', exponent: 2 },
});

async function open(steps: readonly Json[] = [step()], query = '') {
  given = { steps, settings: method().settings ?? null };
  await page.goto(`${shopOrigin}/${query}`);
}

const form = () => page.frameLocator('iframe[name="spreedly-express"]');
const pay = () => page.locator('main').getByRole('button', { name: 'Pay £62.50' });
const submit = () => form().getByRole('button', { name: 'Pay £62.50' });
const isReady = () => see(pay()).toHaveAttribute('aria-disabled', 'false');

async function enterCard(number = '4111111111111111') {
  await isReady();
  await pay().click();
  await form().getByLabel('Name on card').fill('Ada Lovelace');
  await form().getByLabel('Card number').fill(number);
  await form().getByLabel('Expiry (MM/YY)').fill('12/34');
  await form().getByLabel('Security code').fill('123');
}

const results = async () => JSON.parse((await page.getByTestId('results').textContent()) ?? '[]') as Json[];
const handedOver = async (count: number) => {
  await see.poll(async () => (await results()).length).toBe(count);
  return (await results()).map((data) => spreedlyExpressData.parse(data).token);
};

/** What the supplier signs for one card, with a certificate that Spreedly knows. */
async function signer() {
  const { signedEnvironment: env, accessSecret } = OCTO_SPREEDLY;
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const answer = await fetch(`${sandbox.origin('spreedly')}/v1/certificates.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${env}:${accessSecret}`).toString('base64')}` },
    body: JSON.stringify({ certificate: { pem: publicKey.export({ type: 'spki', format: 'pem' }) } }),
  });
  const { certificate } = (await answer.json()) as { certificate: { token: string } };
  return () => {
    const nonce = randomUUID();
    const timestamp = String(Math.floor(Date.now() / 1000));
    const text = Buffer.from(`${nonce}${timestamp}${certificate.token}`);
    const signature = sign('RSA-SHA256', text, privateKey).toString('base64');
    return { nonce, timestamp, certificateToken: certificate.token, signature };
  };
}

describe('Express', () => {
  it('takes a card in its window; the token is handed over once, and no digit was in this page', async () => {
    await open();
    await isReady();
    await pay().dblclick();
    await see(page.getByText('Enter your card in the window.')).toBeAttached();
    await form().getByRole('button', { name: 'Close' }).click();
    await enterCard('5555555555554444');
    await submit().click();
    const [token] = await handedOver(1);
    expect(token).toMatch(/^[A-Za-z0-9]{26}$/);
    await see(page.getByTestId('busy')).toHaveText('false');
    await see(pay()).toHaveAttribute('aria-disabled', 'true');
    expect(await page.content()).not.toMatch(/5555 ?5555|value="\w{26}"/);
  });

  it('gives its token to whoever submits the form with it', async () => {
    await open();
    await isReady();
    await page.locator('form').evaluate((element: HTMLFormElement) => {
      const field = element.elements.namedItem('payment_method_token');
      if (field instanceof HTMLInputElement) field.value = 'token-0000000000000000001';
      element.requestSubmit();
    });
    expect(await handedOver(1)).toEqual(['token-0000000000000000001']);
    await see(page.locator('dialog')).toBeHidden();
  });

  it('is made anew for each signature, and each keeps one card', async () => {
    const signed = await signer();
    await open([step(signed()), step(signed())]);
    await enterCard();
    await submit().click();
    await handedOver(1);
    await enterCard();
    await submit().click();
    expect(new Set(await handedOver(2)).size).toBe(2);
  });

  it('is made anew with the same params, when the shop asks for another card', async () => {
    await open([step()], '?then=stay');
    for (const count of [1, 2]) {
      await enterCard();
      await submit().click();
      expect(new Set(await handedOver(count)).size).toBe(count);
    }
  });
});

describe('when something is in the way', () => {
  it('a script that cannot be had can be tried again', async () => {
    await context.route(`**${SCRIPT}`, (route) => route.abort());
    await open();
    await see(page.getByText('could not be loaded')).toBeVisible();
    await context.unroute(`**${SCRIPT}`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await isReady();
    watched.forgive(/ERR_FAILED/);
  });

  it('a shop that cannot be reached never says that another try is safe', async () => {
    await open(undefined, '?then=lost');
    await enterCard();
    await submit().click();
    await see(page.getByText('Do not pay again')).toBeVisible();
    await see(pay()).toHaveCount(0);
  });

  it('nothing opens once the hold has ended', async () => {
    await open(undefined, '?ended=1');
    await see(page.locator('iframe[name="spreedly-express"]')).toBeAttached();
    await see(pay()).toHaveAttribute('aria-disabled', 'true');
    await pay().click({ force: true });
    await see(page.locator('dialog')).toBeHidden();
  });
});
