import type { Server } from 'node:http';
import {
  type Browser,
  type BrowserContext,
  type FrameLocator,
  type Locator,
  expect as looks,
  type Page,
} from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { ChargeRow } from '@/sandbox/core/ledger';
import { closeStage, openBrowser, type Watched, watchedPage } from '../support/browser';
import { type AdyenHarness, adyenHarness, type Json, order } from './adyen-harness';
import { openAdyenShop } from './adyen-shop';

/** A busy machine may take its time; nothing here asserts how fast it is. */
export const see = looks.configure({ timeout: 20_000 });

/** A payment session as the shop's page gets it. */
export interface Opened {
  id: string;
  data: string;
}

/** Adyen's own Drop-in from npm in a real browser, under a policy without `unsafe-inline`, on a machine without a way out. */
export interface AdyenStage {
  readonly sim: AdyenHarness;
  readonly shopOrigin: string;
  readonly page: Page;
  session(extra?: Json): Promise<Opened>;
  /** Opens the shop's page and waits for the three frames of its form. */
  show(opened: Opened, extra?: Record<string, string>): Promise<void>;
  /** A new session on the page; its id. */
  open(extra?: Json, query?: Record<string, string>): Promise<string>;
  /** A card field, by its frame's title. */
  field(title: string): Locator;
  /** An error beside its field; the library says it once more to those who listen. */
  shown(words: string): Locator;
  result(): Locator;
  type(number: string, rest?: { name?: string; expiry?: string; code?: string }): Promise<void>;
  pay(): Promise<void>;
  /** What the ledger says of the session's money. */
  charge(): ChargeRow | undefined;
  /** The bank's frame within the page. */
  bank(): FrameLocator;
  /** Complaints of the browser's that belong to the test. */
  forgive(words: RegExp): void;
}

/** Registers the set-up of a file's tests; what it answers is good within them. No test may leave a complaint behind. */
export function adyenStage(): AdyenStage {
  let sim: AdyenHarness;
  let shop: Server;
  let shopOrigin: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let watched: Watched;

  beforeAll(async () => {
    const opened = await openAdyenShop(() => sim.origin);
    shop = opened.server;
    shopOrigin = opened.origin;
    sim = await adyenHarness(shopOrigin);
    browser = await openBrowser();
  });

  afterAll(async () => {
    await closeStage(browser, sim, shop);
  });

  beforeEach(async () => {
    sim.reset();
    watched = await watchedPage(browser, {
      options: { viewport: { width: 1000, height: 900 } },
      origins: () => [shopOrigin, sim.origin],
    });
    ({ context, page } = watched);
  });

  afterEach(async () => {
    await context.close();
    expect(watched.complaints).toEqual([]);
  });

  const field = (title: string) => page.frameLocator(`iframe[title="${title}"]`).locator('input');

  async function session(extra: Json = {}): Promise<Opened> {
    const { body } = await sim.call(
      'POST',
      '/v71/sessions',
      order({ returnUrl: `${shopOrigin}/back?a=1`, ...extra }),
    );
    return { id: String(body.id), data: String(body.sessionData) };
  }

  async function show({ id, data }: Opened, extra: Record<string, string> = {}): Promise<void> {
    await page.goto(`${shopOrigin}/?${new URLSearchParams({ id, data, ...extra })}`);
    // The three frames of the form come one after another; the last one takes text once the page knows it.
    await see(field('Security code')).toBeVisible();
    await see(
      page.locator('.adyen-checkout__card__form--loading, .adyen-checkout__card-input--loading'),
    ).toHaveCount(0);
  }

  return {
    get sim() {
      return sim;
    },
    get shopOrigin() {
      return shopOrigin;
    },
    get page() {
      return page;
    },
    session,
    show,
    async open(extra = {}, query = {}) {
      const opened = await session(extra);
      await show(opened, query);
      return opened.id;
    },
    field,
    shown: (words) => page.locator('#dropin').getByText(words, { exact: true }),
    result: () => page.locator('#result'),
    async type(number, { name = 'Ada Lovelace', expiry = '03/30', code = '737' } = {}) {
      // What the library learns of the card changes its other fields: nobody types faster than it asks.
      const known = page.waitForResponse((response) => response.url().includes('/binLookup'));
      await field('Card number').fill(number);
      await known;
      await field('Expiry date').fill(expiry);
      await field('Security code').fill(code);
      await page.getByLabel('Name on card').fill(name);
    },
    pay: () => page.getByRole('button', { name: /^Pay / }).click(),
    charge: () => sim.ledger.read().charges[0],
    bank: () => page.frameLocator('iframe[name="threeDSIframe"]'),
    forgive: (words) => watched.forgive(words),
  };
}
