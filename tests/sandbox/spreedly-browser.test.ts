import { generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect as looks, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OCTO_SPREEDLY } from '@/sandbox/core/secrets';
import { closeStage, openBrowser, type Watched, watchedPage } from '../support/browser';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { openPort } from './harness';

/** Express in a real browser, on another site's page, under a policy without `unsafe-inline`. */

/** A busy machine may take its time; nothing here asserts how fast it is. */
const see = looks.configure({ timeout: 20_000 });

let sandbox: TestSandbox;
let shop: Server;
let shopOrigin: string;
let browser: Browser;
let page: Page;
let watched: Watched;

const policy = (sim: string) =>
  `default-src 'none'; script-src 'self' ${sim}; frame-src ${sim}; connect-src ${sim}; form-action 'self'`;

beforeAll(async () => {
  const script = readFileSync(new URL('./spreedly-page.js', import.meta.url), 'utf8');
  shop = createServer((request, response) => {
    const sim = sandbox.origin('spreedly');
    if (request.url === '/app.js') return response.setHeader('content-type', 'text/javascript').end(script);
    return response
      .setHeader('content-security-policy', policy(sim))
      .setHeader('content-type', 'text/html')
      .end(
        `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Shop</title><body><main><h1>Pay</h1><button>Pay by card</button><form id="payment-form"><input type="hidden" id="payment_method_token"></form><output id="told"></output></main><script src="${sim}/iframe/express-3.min.js"></script><script src="/app.js"></script>`,
      );
  });
  shopOrigin = (await openPort(shop)).replace('127.0.0.1', 'localhost');
  sandbox = await testSandbox(shopOrigin);
  browser = await openBrowser();
});

afterAll(async () => {
  await closeStage(browser, sandbox, shop);
});

beforeEach(async () => {
  await sandbox.reset();
  watched = await watchedPage(browser);
  ({ page } = watched);
});

afterEach(async () => {
  await page.context().close();
  expect(watched.complaints).toEqual([]);
});

const frame = () => page.frameLocator('iframe[name="spreedly-express"]');
const field = (label: string) => frame().getByLabel(label);
const told = () => page.locator('#told');
const token = () => page.locator('#payment_method_token').inputValue();
const submit = () => frame().getByRole('button', { name: 'Pay $62.50' });

async function open(query: Record<string, string> = { env: OCTO_SPREEDLY.environment }): Promise<void> {
  await page.goto(`${shopOrigin}/?${new URLSearchParams(query)}`);
  await see(told()).toHaveText('init');
  await page.getByRole('button', { name: 'Pay by card' }).click();
  await see(field('Card number')).toBeVisible();
}

async function type(number: string): Promise<void> {
  await field('Card number').pressSequentially(number);
  await field('Expiry (MM/YY)').pressSequentially('1234');
  await field('Security code').pressSequentially('123');
}

describe('Spreedly Express', () => {
  it('keeps a card and hands over its token; no digit leaves the form', async () => {
    const spoken: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(sandbox.origin('spreedly')))
        spoken.push(`${request.url()} ${request.postData() ?? ''}`);
    });
    await page.addInitScript(() => {
      const heard: string[] = [];
      Reflect.set(window, 'heard', heard);
      window.addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
    });
    await open();
    await see
      .poll(() => field('Card number').evaluate((input) => input === document.activeElement))
      .toBe(true);
    await see(field('Name on card')).toHaveValue('Ada Byron');
    await type('5555555555554444');
    await see(field('Card number')).toHaveValue('5555 5555 5555 4444');
    await see(field('Expiry (MM/YY)')).toHaveValue('12/34');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await field('Security code').press('Enter');
    await see(told()).toHaveText('init open close kept:master:4444');
    expect(await token()).toMatch(/^[A-Za-z0-9]{26}$/);
    const heard = await page.evaluate(() => Reflect.get(window, 'heard') as string[]);
    const all = [...spoken, ...heard, await page.content()].join('\n');
    expect(all).not.toMatch(/5555 ?5555/);
  });

  it('says what does not read, stays open, and can be closed and opened again', async () => {
    await open();
    await type('4111111111111112');
    await submit().click();
    await see(frame().getByText('Enter the whole card number.')).toBeVisible();
    await see(field('Card number')).toHaveAttribute('aria-invalid', 'true');
    await page.keyboard.press('Escape');
    await see(told()).toHaveText('init open close');
    await see(page.locator('dialog')).toBeHidden();
    await page.getByRole('button', { name: 'Pay by card' }).click();
    await frame().getByRole('button', { name: 'Close' }).click();
    await see(told()).toHaveText('init open close open close');
    expect(await token()).toBe('');
  });

  it('shows in the form that a signature is not taken, and takes the next', async () => {
    const { signedEnvironment: env, accessSecret } = OCTO_SPREEDLY;
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const answer = await fetch(`${sandbox.origin('spreedly')}/v1/certificates.json`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${env}:${accessSecret}`).toString('base64')}` },
      body: JSON.stringify({ certificate: { pem: publicKey.export({ type: 'spki', format: 'pem' }) } }),
    });
    const made = (await answer.json()) as { certificate: { token: string } };
    const certificateToken = made.certificate.token;
    const nonce = crypto.randomUUID();
    const timestamp = String(Math.floor(Date.now() / 1000));
    const text = Buffer.from(`${nonce}${timestamp}${certificateToken}`);
    const signature = sign('RSA-SHA256', text, privateKey).toString('base64');
    await sandbox.action('spreedly', 'refuse-signatures', env);
    await open({ env, nonce, timestamp, certificateToken, signature });
    await type('4111111111111111');
    await submit().click();
    await see(frame().getByRole('alert')).toHaveText('The signature does not fit.');
    expect(watched.complaints.splice(0)).toEqual([expect.stringContaining('403')]);
    await submit().click();
    await see(told()).toHaveText('init open close kept:visa:1111');
  });
});
