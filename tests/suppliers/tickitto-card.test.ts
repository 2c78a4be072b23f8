import type { Server } from 'node:http';
import { type Browser, type BrowserContext, type Page, expect as see } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '@/lib/checkout/json';
import { closeStage, openBrowser, type Watched, watchedPage } from '../support/browser';
import { openPayDocument } from '../support/pay-document';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { until } from '../support/until';
import { confirm, ctx, held, shop, started } from './tickitto-shop';

/** The component in a real browser, with the unmodified React package, under exactly the policy that the method asks for. */

let sandbox: TestSandbox;
let server: Server;
let shopOrigin: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let params: Json = null;
let watched: Watched;

beforeAll(async () => {
  const opened = await openPayDocument(
    'tests/suppliers/tickitto-card-page.tsx',
    () => shop(sandbox).method.csp,
    () => ({ steps: [params] }),
  );
  server = opened.server;
  shopOrigin = opened.origin;
  sandbox = await testSandbox(shopOrigin);
  browser = await openBrowser();
});

afterAll(async () => {
  await closeStage(browser, sandbox, server);
});

beforeEach(async () => {
  await sandbox.reset();
  watched = await watchedPage(browser, { expected: /status of 402/ });
  ({ context, page } = watched);
});

afterEach(async () => {
  await context.close();
});

async function toPay() {
  const { supplier, method } = shop(sandbox);
  const at = await started(
    supplier,
    await held(supplier, { event: 'T103', tickets: [{ type: 'adult', quantity: 2 }] }),
  );
  params = at.step.params;
  return { supplier, method, at };
}

const field = (title: string) => page.frameLocator(`iframe[title="${title}"]`).locator('input').first();
const challenge = () => page.frameLocator('iframe[name="__stripeJSChallengeFrame"]');
const results = () => page.getByTestId('results');
const payButton = () => page.getByRole('button', { name: 'Pay £24.68' });

async function type(number: string) {
  await field('Secure card number input frame').fill(number);
  await field('Secure expiration date input frame').fill('12/34');
  await field('Secure CVC input frame').fill('123');
}

const charges = async () =>
  (await sandbox.ledger()).charges.map(({ status, captured }) => [status, captured]);

describe('card by Stripe', () => {
  it('pays once however often the button is pressed, and Tickitto books', async () => {
    const { supplier, at } = await toPay();
    await page.goto(`${shopOrigin}/?then=stay`);
    await type('4242424242424242');
    await payButton().dblclick();
    await see(results()).toContainText('"outcome":"succeeded"');
    await see(page.getByText('Paid. One moment')).toBeVisible();
    await until(
      () => supplier.check(ctx, at.checkout, at.attempt),
      ({ step }) => step.kind === 'settled' && step.items[0]?.status === 'booked',
    );
    expect(await charges()).toEqual([['captured', at.checkout.totals[0]?.due]]);
    // Come back to the page: no form, the payment is reported again, and nothing is confirmed.
    await page.reload();
    await see(results()).toContainText('"outcome":"succeeded"');
    await see(payButton()).toHaveCount(0);
    expect(watched.complaints).toEqual([]);
  });

  it('says why the bank declined, and takes another card on the same intent', async () => {
    const { at } = await toPay();
    await page.goto(`${shopOrigin}/?then=stay`);
    await type('4000000000009995');
    await payButton().click();
    await see(page.getByRole('alert').filter({ hasText: 'funds' })).toBeFocused();
    await see(results()).toContainText('insufficient_funds');
    await type('4242424242424242');
    await payButton().click();
    await see(results()).toContainText('"outcome":"succeeded"');
    expect(await charges()).toEqual([['captured', at.checkout.totals[0]?.due]]);
    expect(watched.complaints).toEqual([]);
  });

  it('asks for what is missing and puts the customer there; nothing is sent', async () => {
    await toPay();
    await page.goto(`${shopOrigin}/?then=stay`);
    await payButton().click();
    await see(page.getByText('Enter your card number.')).toBeVisible();
    await see(page.locator('iframe[title="Secure card number input frame"]')).toBeFocused();
    await see(results()).toHaveText('[]');
    await see(page.getByLabel('Name on card')).toHaveValue("Núria O'Connor");
    expect((await sandbox.ledger()).calls.filter(({ path }) => path.endsWith('/confirm'))).toEqual([]);
    expect(watched.complaints).toEqual([]);
  });

  it('goes through 3-D Secure: failed, then passed', async () => {
    const { at } = await toPay();
    await page.goto(`${shopOrigin}/?then=stay`);
    await type('4000002500003155');
    await payButton().click();
    await challenge().getByRole('button', { name: /fail/i }).click();
    await see(results()).toContainText('authentication_failed');
    await payButton().click();
    await challenge()
      .getByRole('button', { name: /complete/i })
      .click();
    await see(results()).toContainText('"outcome":"succeeded"');
    expect(await charges()).toEqual([['captured', at.checkout.totals[0]?.due]]);
  });

  it('takes up the bank’s question again after a reload', async () => {
    await toPay();
    await page.goto(`${shopOrigin}/?then=stay`);
    await type('4000002500003155');
    await payButton().click();
    await see(challenge().getByRole('button', { name: /complete/i })).toBeVisible();
    await page.reload();
    await challenge()
      .getByRole('button', { name: /complete/i })
      .click();
    await see(results()).toContainText('"outcome":"succeeded"');
  });

  it('pays nothing when the amount is not the one shown, and nothing that was paid in another tab', async () => {
    const { at } = await toPay();
    await page.goto(`${shopOrigin}/?then=stay`);
    await type('4242424242424242');
    await sandbox.action('tickitto', 'raise-price', String(at.checkout.memo.basketId), { percent: 20 });
    await payButton().click();
    await see(results()).toContainText('price_changed');
    expect(await charges()).toEqual([['open', 0]]);

    const other = await toPay();
    await page.goto(`${shopOrigin}/?then=stay`);
    await type('4242424242424242');
    await confirm(sandbox, other.at.step.params);
    await payButton().click();
    await see(results()).toContainText('"outcome":"succeeded"');
    const confirms = (await sandbox.ledger()).calls.filter(({ path }) => path.endsWith('/confirm'));
    expect(confirms).toHaveLength(1);
  });

  it('says so when the script cannot be had, and tries again when asked', async () => {
    await toPay();
    await sandbox.fault({ provider: 'stripe', call: 'GET /endive/stripe.js', kind: 'status', status: 503 });
    await page.goto(`${shopOrigin}/?then=stay`);
    await see(page.getByRole('alert')).toContainText('could not be loaded');
    await page.getByRole('button', { name: 'Try again' }).click();
    await see(payButton()).toBeEnabled();
  });
});
