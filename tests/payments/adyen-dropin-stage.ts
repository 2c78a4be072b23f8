import type { Server } from 'node:http';
import { type Browser, type BrowserContext, expect as looks, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Json } from '@/lib/checkout/json';
import { type AdyenConfig, adyenConfig } from '@/lib/payments/adyen/config';
import { adyenCsp } from '@/lib/payments/adyen/csp';
import { adyenDropinData } from '@/lib/payments/adyen-dropin/data';
import { adyenDropinParams } from '@/lib/payments/adyen-dropin/params';
import { ADYEN_CLIENT_KEY } from '@/sandbox/core/secrets';
import { type AdyenHarness, adyenHarness, order } from '../sandbox/adyen-harness';
import { NATIVE } from '../sandbox/adyen-shop';
import { closeStage, openBrowser, type Watched, watchedPage } from '../support/browser';
import { openPayDocument } from '../support/pay-document';

/** Adyen's library makes its form frame after frame, which takes a busy machine a while. */
export const see = looks.configure({ timeout: 20_000 });

/** The component in a real browser with the unmodified Drop-in, under exactly the policy that the method asks for. */

export let sim: AdyenHarness;
export let shopOrigin: string;
export let browser: Browser;
export let page: Page;
/** Payments that were sent to Adyen. */
export let sent: string[] = [];
let config: AdyenConfig;
let shop: Server;
let context: BrowserContext;
let given: Json = null;
let watched: Watched;

/** Registers the set-up of a file's tests. No test may leave a complaint of the browser's behind. */
export function onStage(): void {
  beforeAll(async () => {
    const opened = await openPayDocument(
      'tests/payments/adyen-dropin-page.tsx',
      () => adyenCsp(config),
      () => given,
    );
    shop = opened.server;
    shopOrigin = opened.origin;
    sim = await adyenHarness(shopOrigin);
    config = adyenConfig.parse({ ADYEN_URL: `${sim.origin}${NATIVE}` });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await closeStage(browser, sim, shop);
  });

  beforeEach(async () => {
    sim.reset();
    sent = [];
    watched = await watchedPage(browser, {
      options: { viewport: { width: 1000, height: 1200 } },
      origins: () => [shopOrigin, sim.origin],
    });
    ({ context, page } = watched);
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().includes('/payments?')) sent.push(request.url());
    });
  });

  afterEach(async () => {
    await context.close();
    expect(watched.complaints).toEqual([]);
  });
}

/** Complaints that belong to the test. */
export const forgive = (words: RegExp) => watched.forgive(words);

/** A step of the supplier's with a session of its own. */
export async function step(change: object = {}) {
  const { body } = await sim.call('POST', '/v71/sessions', order({ returnUrl: `${shopOrigin}/`, ...change }));
  const params = adyenDropinParams.parse({
    environment: 'test',
    clientKey: ADYEN_CLIENT_KEY,
    session: { id: body.id, sessionData: body.sessionData },
    countryCode: 'GB',
    amount: { amount: 6250, currency: 'GBP', exponent: 2 },
    configuration: { card: { hasHolderName: true, holderNameRequired: true } },
  });
  return { params: params as unknown as Json, id: String(body.id) };
}

export type Step = Awaited<ReturnType<typeof step>>;

/** What the pay document will have: one step after the other. */
export function hand(...steps: readonly Step[]) {
  given = { steps: steps.map(({ params }) => params), settings: { urls: { ...config.urls } } };
}

export async function open(steps: readonly Step[], query = '') {
  hand(...steps);
  await page.goto(`${shopOrigin}/${query}`);
  await formIsOpen();
}

export const formIsOpen = () => see(page.locator('[aria-busy=false] .adyen-dropin')).toBeVisible();
export const field = (title: string) => page.frameLocator(`iframe[title="${title}"]`).locator('input');
export const pay = () => page.getByRole('button', { name: /^Pay / });
export const bank = () => page.frameLocator('iframe[name="threeDSIframe"]');
export const charges = () => sim.ledger.read().charges;

/** Goes on in another browser. */
export const goOnIn = (other: Page) => {
  page = other;
};

export async function type(number = '4111111111111111', name = 'Ada Lovelace') {
  await field('Card number').fill(number);
  await field('Expiry date').fill('03/30');
  await field('Security code').fill('737');
  await page.getByLabel('Name on card').fill(name);
}

export const results = async () =>
  JSON.parse((await page.getByTestId('results').textContent()) ?? '[]') as Json[];
export const handedOver = async (count: number) => {
  await see.poll(async () => (await results()).length).toBe(count);
  return (await results()).map((data) => adyenDropinData.parse(data));
};
