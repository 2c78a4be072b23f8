import type { Server } from 'node:http';
import { type Browser, type BrowserContext, type Page, expect as see } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '@/lib/checkout/json';
import { type AdyenConfig, adyenConfig } from '@/lib/payments/adyen-dropin/config';
import { adyenCsp } from '@/lib/payments/adyen-dropin/csp';
import { adyenDropinData } from '@/lib/payments/adyen-dropin/data';
import { adyenDropinParams } from '@/lib/payments/adyen-dropin/params';
import { ADYEN_CLIENT_KEY } from '@/sandbox/core/secrets';
import { type AdyenHarness, adyenHarness, order } from '../sandbox/adyen-harness';
import { NATIVE } from '../sandbox/adyen-shop';
import { openBrowser } from '../sandbox/stripe-shop';
import { openPayDocument } from '../support/pay-document';

/** The component in a real browser with the unmodified Drop-in, under exactly the policy that the method asks for. */

let sim: AdyenHarness;
let config: AdyenConfig;
let shop: Server;
let shopOrigin: string;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let given: Json = null;
let complaints: string[] = [];
let sent: string[] = [];

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
  await browser?.close();
  await sim?.close();
  shop?.closeAllConnections();
  shop?.close();
});

beforeEach(async () => {
  sim.reset();
  complaints = [];
  sent = [];
  context = await browser.newContext({ viewport: { width: 1000, height: 1200 } });
  page = await context.newPage();
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/payments?')) sent.push(request.url());
    if (request.url().startsWith('http') && ![shopOrigin, sim.origin].includes(new URL(request.url()).origin))
      complaints.push(`a stranger: ${request.url()}`);
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
});

afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

const forgive = (words: RegExp) => {
  complaints = complaints.filter((text) => !words.test(text));
};

/** A step of the supplier's with a session of its own. */
async function step(change: object = {}) {
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

type Step = Awaited<ReturnType<typeof step>>;

function hand(...steps: readonly Step[]) {
  given = { steps: steps.map(({ params }) => params), settings: { urls: { ...config.urls } } };
}

async function open(steps: readonly Step[], query = '') {
  hand(...steps);
  await page.goto(`${shopOrigin}/${query}`);
  await formIsOpen();
}

const formIsOpen = () => see(page.locator('[aria-busy=false] .adyen-dropin')).toBeVisible();
const field = (title: string) => page.frameLocator(`iframe[title="${title}"]`).locator('input');
const pay = () => page.getByRole('button', { name: /^Pay / });
const bank = () => page.frameLocator('iframe[name="threeDSIframe"]');
const charges = () => sim.ledger.read().charges;

async function type(number = '4111111111111111', name = 'Ada Lovelace') {
  await field('Card number').fill(number);
  await field('Expiry date').fill('03/30');
  await field('Security code').fill('737');
  await page.getByLabel('Name on card').fill(name);
}

const results = async () => JSON.parse((await page.getByTestId('results').textContent()) ?? '[]') as Json[];
const handedOver = async (count: number) => {
  await see.poll(async () => (await results()).length).toBe(count);
  return (await results()).map((data) => adyenDropinData.parse(data));
};

describe('a card', () => {
  it('pays once, however often the button is pressed, and says the amount on it', async () => {
    const first = await step();
    await open([first]);
    await see(pay()).toHaveText(/£62.50/);
    await type();
    await pay().dblclick();
    expect(await handedOver(1)).toEqual([
      { outcome: 'result', sessionId: first.id, resultCode: 'Authorised', sessionResult: expect.any(String) },
    ]);
    await see(page.getByTestId('busy')).toHaveText('false');
    await see(page.locator('.adyen-dropin')).toHaveAttribute('inert');
    expect(sent).toHaveLength(1);
    expect(charges()).toMatchObject([{ id: first.id, status: 'captured', captured: 6250 }]);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/4111 ?1111/);
  });

  it('says what is missing, and sends nothing', async () => {
    await open([await step()]);
    await pay().click();
    await see(field('Card number')).toBeFocused();
    await see(
      page.locator('.adyen-dropin').getByText('Enter the card number', { exact: true }),
    ).toBeVisible();
    expect(sent).toEqual([]);
    expect(await results()).toEqual([]);
    await see(page.getByTestId('busy')).toHaveText('false');
  });

  it('that is refused gets the new session’s form, empty, and pays there', async () => {
    const [first, second] = [await step(), await step({ reference: 'order-2' })];
    await open([first, second]);
    await type('4111111111111111', 'NOT_ENOUGH_BALANCE');
    await pay().click();
    expect(await handedOver(1)).toMatchObject([
      { outcome: 'result', sessionId: first.id, resultCode: 'Refused' },
    ]);
    await see(page.getByLabel('Name on card')).toHaveValue('');
    await formIsOpen();
    await type();
    await pay().click();
    expect(await handedOver(2)).toMatchObject([
      { sessionId: first.id },
      { sessionId: second.id, resultCode: 'Authorised' },
    ]);
  });

  it('asks the bank within the page, and a wrong answer gets the same session another try', async () => {
    const only = await step();
    await open([only], '?then=stay');
    await type('4212345678910006');
    await pay().click();
    await bank().getByLabel('Password').fill('wrong');
    await see(page.getByTestId('busy')).toHaveText('true');
    await bank().getByRole('button', { name: 'Continue' }).click();
    expect(await handedOver(1)).toMatchObject([{ resultCode: 'Refused' }]);
    await formIsOpen();
    await type('4212345678910006');
    await pay().click();
    await bank().getByLabel('Password').fill('password');
    await bank().getByRole('button', { name: 'Continue' }).click();
    expect(await handedOver(2)).toMatchObject([{}, { sessionId: only.id, resultCode: 'Authorised' }]);
    expect(charges()).toMatchObject([{ status: 'captured', captured: 6250 }]);
  });
});

describe('the bank’s page', () => {
  async function leave(first: Step) {
    await open([first]);
    await type('4212345678901237');
    await pay().click();
    await page.waitForURL(`${sim.origin}/checkoutshopper/threeDS/redirect*`);
  }

  it('is left for and come back from, and a reload changes nothing', async () => {
    const first = await step();
    await leave(first);
    await page.getByLabel('Password').fill('password');
    await page.getByRole('button', { name: 'Continue' }).click();
    const paid = { outcome: 'result', sessionId: first.id, resultCode: 'Authorised' };
    expect(await handedOver(1)).toMatchObject([paid]);
    await see(page.getByText('your payment is being finished')).toBeVisible();
    await page.reload();
    expect(await handedOver(1)).toMatchObject([paid]);
    expect(charges()).toMatchObject([{ status: 'captured', captured: 6250 }]);
  });

  it('can be come back from in another browser, and without the session’s name', async () => {
    const first = await step();
    await leave(first);
    await page.getByLabel('Password').fill('password');
    await page.route('**/paymentDetails?*', (route) => route.abort());
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(/redirectResult/);
    const result = new URL(page.url()).searchParams.get('redirectResult') ?? '';
    const other = await browser.newContext();
    page = await other.newPage();
    await page.goto(`${shopOrigin}/?${new URLSearchParams({ redirectResult: result })}`);
    expect(await handedOver(1)).toMatchObject([{ sessionId: first.id, resultCode: 'Authorised' }]);
    await other.close();
    forgive(/ERR_FAILED/);
  });

  it('can be turned back at', async () => {
    const first = await step();
    await leave(first);
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await handedOver(1)).toEqual([{ outcome: 'cancelled', sessionId: first.id }]);
    expect(charges()).toMatchObject([{ captured: 0 }]);
  });

  it('is left for good where the end of it is unclear', async () => {
    const first = await step();
    await leave(first);
    await page.getByLabel('Password').fill('password');
    await page.route('**/paymentDetails?*', (route) => route.abort());
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await handedOver(1)).toEqual([{ outcome: 'error', sessionId: first.id, why: 'unclear' }]);
    forgive(/ERR_FAILED/);
  });
});

describe('when something is in the way', () => {
  it('a session that is over is handed back, and its successor’s form says why it is empty', async () => {
    const later = new Date(Date.now() + 2 * 3_600_000).toISOString();
    const [first, second] = [await step(), await step({ expiresAt: later })];
    await open([first, second]);
    await type();
    await sim.jump(3_600_001);
    await pay().click();
    expect(await handedOver(1)).toEqual([{ outcome: 'expired', sessionId: first.id }]);
    await see(page.getByRole('alert').filter({ hasText: 'open for too long' })).toBeFocused();
    await formIsOpen();
    forgive(/422/);
  });

  it('sessions that Adyen refuses one after the other are not asked for for ever', async () => {
    const steps = [await step(), await step(), await step(), await step()];
    await sim.jump(3_600_001);
    hand(...steps);
    await page.goto(shopOrigin);
    await see(page.getByText('could not be loaded')).toBeVisible();
    expect(await handedOver(2)).toMatchObject([{ outcome: 'expired' }, { outcome: 'expired' }]);
    forgive(/422/);
  });

  it('an answer that nobody heard is unclear, whatever the library says after it', async () => {
    const first = await step();
    await open([first]);
    await type();
    await page.route('**/payments?*', (route) => route.abort());
    await pay().click();
    expect(await handedOver(1)).toEqual([{ outcome: 'error', sessionId: first.id, why: 'unclear' }]);
    forgive(/ERR_FAILED/);
  });

  it('another amount than was shown is not paid', async () => {
    const first = await step({ amount: { currency: 'GBP', value: 6251 } });
    hand(first);
    await page.goto(shopOrigin);
    expect(await handedOver(1)).toEqual([{ outcome: 'error', sessionId: first.id, why: 'price_changed' }]);
    expect(sent).toEqual([]);
  });

  it('an Adyen that cannot be reached can be tried again', async () => {
    hand(await step());
    await page.route('**/setup?*', (route) => route.abort());
    await page.goto(shopOrigin);
    await see(page.getByText('could not be loaded')).toBeVisible();
    await page.unroute('**/setup?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await formIsOpen();
    expect(await results()).toEqual([]);
    forgive(/ERR_FAILED/);
  });

  it('a shop that cannot be reached never says that another try is safe', async () => {
    await open([await step()], '?then=lost');
    await type();
    await pay().click();
    await see(page.getByText('Do not pay again')).toBeVisible();
    await see(pay()).toHaveCount(0);
  });

  it('nothing is sent once the hold has ended', async () => {
    hand(await step());
    await page.goto(`${shopOrigin}/?ended=1`);
    await formIsOpen();
    await see(page.locator('.adyen-dropin')).toHaveAttribute('inert');
    await pay().dispatchEvent('click');
    expect(sent).toEqual([]);
  });
});
