import type { Server } from 'node:http';
import { type Browser, type BrowserContext, expect as looks, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Json } from '@/lib/checkout/json';
import type { CspSources } from '@/lib/checkout/method';
import { closeStage, openBrowser, type Watched, watchedPage } from '../support/browser';
import { openPayDocument } from '../support/pay-document';

export const see = looks.configure({ timeout: 20_000 });

/** The component in a real browser with the unmodified SDK, under exactly the policy that the method asks for. */

export let page: Page;
let shop: Server;
let shopOrigin: string;
let browser: Browser;
let context: BrowserContext;
let given: Json = null;
let watched: Watched;

interface Provider {
  readonly origin: string;
  reset(): void;
  close(): Promise<void>;
}

/** Registers the set-up of a file's tests. No test may leave a complaint of the browser's, or a card's digits with us. */
export function onStage<Made extends Provider>(
  start: (shopOrigin: string) => Promise<Made>,
  csp: (sim: Made) => CspSources,
): () => Made {
  let sim: Made | undefined;
  const made = () => {
    if (!sim) throw new Error('The provider is not started yet');
    return sim;
  };
  beforeAll(async () => {
    const opened = await openPayDocument(
      'tests/payments/handing-page.tsx',
      () => csp(made()),
      () => given,
    );
    shop = opened.server;
    shopOrigin = opened.origin;
    sim = await start(shopOrigin);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await closeStage(browser, sim, shop);
  });
  beforeEach(async () => {
    made().reset();
    watched = await watchedPage(browser, {
      options: { viewport: { width: 1000, height: 1200 } },
      expected: /status of 402/,
      origins: () => [shopOrigin, made().origin],
    });
    ({ context, page } = watched);
  });
  afterEach(async () => {
    const html = await page.evaluate(() => document.documentElement.outerHTML);
    await context.close();
    expect(html).not.toMatch(/4242 ?4242|4111 ?1111/);
    expect(watched.complaints).toEqual([]);
  });
  return made;
}

/** Opens the pay document for one step after the other. */
export async function open(document: Json, query = '') {
  given = document;
  await page.goto(`${shopOrigin}/${query}`);
}

export const field = (title: string) =>
  page.frameLocator(`iframe[title="${title}"]`).locator('input').first();
export const button = () => page.getByRole('button', { name: 'Pay £62.50' });

/** What was handed over, once there are so many. */
export async function handedOver(count: number): Promise<readonly Json[]> {
  const results = async () => JSON.parse((await page.getByTestId('results').textContent()) ?? '[]') as Json[];
  await see.poll(async () => (await results()).length).toBe(count);
  return results();
}
