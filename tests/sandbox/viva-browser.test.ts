import { createServer, type Server } from 'node:http';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect as looks, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeStage, openBrowser, watchedPage } from '../support/browser';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { openPort } from './harness';
import { OctoShop } from './octo-client';

/** Smart Checkout in a real browser, under its own policy, up to the address that the account returns to. */

/** A busy machine may take its time; nothing here asserts how fast it is. */
const see = looks.configure({ timeout: 20_000 });

let sandbox: TestSandbox;
let browser: Browser;
let shop: Server;
let shopOrigin: string;

beforeAll(async () => {
  shop = createServer((_request, response) => response.end('The shop'));
  shopOrigin = (await openPort(shop)).replace('127.0.0.1', 'localhost');
  sandbox = await testSandbox(shopOrigin);
  browser = await openBrowser();
});
afterAll(async () => {
  await closeStage(browser, sandbox, shop);
});

async function open(page: Page): Promise<string> {
  await sandbox.action('octo', 'viva-codes', 'text');
  const held = await new OctoShop(sandbox).hold('OC104', { adult: 1 });
  const { text } = await new OctoShop(sandbox).call('GET', `/bookings/${held.uuid}`);
  const code = /"orderCode":"(\d+)"/.exec(text)?.[1] ?? '';
  await page.goto(`${sandbox.origin('viva')}/web2?ref=${code}&lang=en-GB&color=0f5c56`);
  return code;
}

describe('Viva Smart Checkout', () => {
  it.each([
    ['phone', 390, 'light'],
    ['desktop', 1280, 'dark'],
  ] as const)(
    'takes a card by keyboard, lets the bank ask, and leads back: %s',
    async (_what, width, colorScheme) => {
      const { context, page, complaints } = await watchedPage(browser, {
        // What is fading in has no colours of its own yet.
        options: { viewport: { width, height: 844 }, colorScheme, reducedMotion: 'reduce' },
      });
      const code = await open(page);
      await see(page.getByTestId('amount')).toHaveText(/^€/);
      await page.getByLabel('Card number').pressSequentially('4147463011110141');
      await see(page.getByLabel('Card number')).toHaveValue('4147 4630 1111 0141');
      await page.keyboard.press('Tab');
      await page.keyboard.type('1234');
      await see(page.getByLabel('Expiry')).toHaveValue('12/34');
      await page.keyboard.press('Tab');
      await page.keyboard.type('123');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Ada Byron');
      await page.keyboard.press('Enter');
      await see(page.getByRole('alert')).toContainText('not enough money');
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.getByRole('button', { name: 'Let the bank ask' }).click();
      await see(page.getByLabel('Password')).toBeFocused();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.keyboard.type('password');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${shopOrigin}/return/viva?*`);
      expect(new URL(page.url()).searchParams.get('s')).toBe(code);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
