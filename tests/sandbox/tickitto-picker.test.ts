import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, FrameLocator, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../support/browser';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { until } from '../support/until';
import { Shop } from './tickitto-client';

/** The picker in a frame on a page of another site, as in life, and what it tells that page. */

let server: Server;
let shopOrigin: string;
let sandbox: TestSandbox;
let shop: Shop;
let browser: Browser;
let page: Page;
let errors: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const frame = new URL(request.url ?? '/', 'http://shop').searchParams.get('frame') ?? 'about:blank';
    response.setHeader('content-type', 'text/html');
    response.end(
      `<!doctype html><link rel="icon" href="data:,"><script>window.heard=[];addEventListener('message',(e)=>heard.push({origin:e.origin,...e.data}))</script><iframe title="Tickets" width="800" height="900" src="${frame.replaceAll('"', '')}"></iframe>`,
    );
  });
  await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
  shopOrigin = `http://localhost:${(server.address() as AddressInfo).port}`;
  sandbox = await testSandbox(shopOrigin);
  shop = new Shop(sandbox);
  browser = await openBrowser();
});

afterEach(async () => {
  await page?.close();
  expect(errors).toEqual([]);
});

afterAll(async () => {
  await browser?.close();
  await sandbox?.close();
  server?.close();
});

interface Heard {
  origin: string;
  type: string;
  messageData: Record<string, unknown>;
}

const heard = () => page.evaluate('window.heard') as Promise<Heard[]>;
const hear = async (type: string) => {
  const all = await until(heard, (messages) => messages.some((one) => one.type === type));
  return all.find((one) => one.type === type);
};

async function open(event: string): Promise<{ frame: FrameLocator; basket: string; session: string }> {
  const { _id } = await shop.newBasket();
  const session = await shop.session(event, _id);
  errors = [];
  page = await browser.newPage();
  page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  const view = `${sandbox.origin('tickitto')}/availability?session=${session}`;
  await page.goto(`${shopOrigin}/?frame=${encodeURIComponent(view)}`);
  return { frame: page.frameLocator('iframe'), basket: _id, session };
}

it('picks seats with the keyboard alone and tells the shop', async () => {
  const { frame, basket } = await open('T101');
  await frame.locator('.day:enabled').nth(3).press('Enter');
  await frame.locator('#times button').first().press('Enter');
  const seat = frame.locator('button.seat[tabindex="0"]');
  await seat.press('Space');
  await seat.press('ArrowDown');
  await frame.locator('button.seat:focus').press('Space');
  await frame.getByRole('button', { name: 'Add to basket' }).press('Enter');
  const selected = await hear('NEW_TICKET_SELECTED');
  expect(selected).toMatchObject({
    origin: sandbox.origin('tickitto'),
    messageData: { selection: { product_id: 'pr-T101', band_id: 'stalls' } },
  });
  const { items } = await shop.basket(basket);
  expect(items[0]?.reservations.map(({ seat_selection }) => seat_selection?.slice(0, 13))).toEqual([
    'Stalls, row A',
    'Stalls, row B',
  ]);
  expect(JSON.stringify(await heard())).not.toContain(basket);
  expect(await hear('INITIALIZED')).toBeDefined();
  expect((await hear('NEW_HEIGHT'))?.messageData.height).toBeGreaterThan(100);
});

it('says so when the tickets went a moment ago', async () => {
  const { frame, basket } = await open('T907');
  await frame.locator('.day:enabled').first().click();
  await frame.getByRole('button', { name: 'One Adult more' }).click();
  await frame.getByRole('button', { name: 'Add to basket' }).click();
  expect((await hear('BOOKING_ERROR'))?.messageData.code).toBe('reservation_error.seats_gone');
  await frame.getByRole('alert').getByText('not available any more').waitFor();
  expect((await shop.basket(basket)).items).toEqual([]);
});

it('ends with its session', async () => {
  const { frame, session } = await open('T103');
  await frame.locator('.day:enabled').nth(1).waitFor();
  await sandbox.action('tickitto', 'end-session', session);
  await frame.locator('.day:enabled').nth(1).click();
  await frame.locator('#times button:enabled').first().click();
  await hear('SESSION_EXPIRED');
  await frame.getByRole('heading', { name: 'This selection has ended' }).waitFor();
  // The browser notes the 410 that told the page of it.
  errors = errors.filter((text) => !text.includes('410'));
});
