import { createServer, type Server } from 'node:http';
import { type Browser, expect as looks, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeStage, openBrowser } from '../support/browser';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { openPort } from './harness';
import { adyenToken, MusementShop } from './musement-client';
import { securedSchema } from './musement-wire';

/**
 * The way to the bank and back, in a real browser: three sites, each under its own policy, and browsers hold what
 * follows a form against the policy of the page that it was on.
 */

/** A busy machine may take its time; nothing here asserts how fast it is. */
const see = looks.configure({ timeout: 20_000 });

let sandbox: TestSandbox;
let browser: Browser;
let shop: Server;
let shopOrigin: string;
/** What the shop's own page sends the customer away with. */
let leading = '';

beforeAll(async () => {
  shop = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(request.url === '/away' ? leading : '<p>The shop</p>');
  });
  shopOrigin = (await openPort(shop)).replace('127.0.0.1', 'localhost');
  sandbox = await testSandbox(shopOrigin);
  browser = await openBrowser();
});
afterAll(async () => {
  await closeStage(browser, sandbox, shop);
});

/** Starts a payment and has the shop send its customer away. */
async function away(page: Page, musement: MusementShop, uuid: string, card: string): Promise<void> {
  const answer = await musement.start(uuid, {
    adyen_token: adyenToken(card),
    redirect_url_success_3d_secure: `${shopOrigin}/return/a-token`,
  });
  const asked = securedSchema.parse(answer.json)['3d_secure'];
  const inputs = Object.entries(asked?.payload ?? {}).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${value}">`,
  );
  const link = `<a href="${asked?.url}">Go on</a>`;
  const form = `<form method="post" action="${asked?.url}">${inputs.join('')}<button>Go on</button></form>`;
  leading = asked?.type === 'FORM' ? form : link;
  await page.goto(`${shopOrigin}/away`);
  await page.getByText('Go on').click();
}

describe('Musement, from the shop to Adyen’s bank and back', () => {
  it.each([
    ['a link', '4212345678901237'],
    ['a form', '5212345678901234'],
  ])('by %s', async (_by, card) => {
    const page = await (await browser.newContext()).newPage();
    const stopped: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') stopped.push(message.text());
    });
    const musement = new MusementShop(sandbox);
    const { uuid } = await musement.ordered('0105');
    await away(page, musement, uuid, card);
    await page.getByLabel('Password').fill('password');
    await page.getByRole('button', { name: 'Continue' }).click();
    await see(page.getByText('The shop')).toBeVisible();
    expect(page.url()).toBe(`${shopOrigin}/return/a-token`);
    expect(stopped.filter((text) => !text.includes('favicon'))).toEqual([]);
    expect((await musement.complete(uuid)).status).toBe(200);
    await page.context().close();
  });
});
