import type { Browser } from '@playwright/test';
import { buyUntilPaid } from '../buy/through';
import { tickittoWay } from '../buy/tickitto';
import { ledger } from '../measure/ledger';
import { spread } from '../measure/spread';
import { SHOP } from '../stage';
import { round } from '../text';
import { Visitor } from '../visitor';
import type { Hall } from './types';

const TIMES = 12;

/** From the supplier's word to the customer's eyes. */
export async function screen({ browser }: Hall): Promise<string> {
  const times: number[] = [];
  for (let n = 0; n < TIMES; n += 1) times.push(await commitToScreen(browser));
  const { p50 } = spread(times);
  return `## From the supplier's commit to the tickets on screen

In a browser that waits on the checkout's page, over ${TIMES} purchases (\`tickitto.stripe\`): ${round(p50)} ms (p50), ${round(Math.max(...times))} ms (slowest).
Nobody tells the shop: it asks the supplier, and the page asks the shop, at first every quarter of a second.`;
}

/** Milliseconds between the ledger's first word that everything is booked and the page's. */
async function commitToScreen(browser: Browser): Promise<number> {
  const visitor = new Visitor(SHOP);
  const { id, intent, tell } = await buyUntilPaid(visitor, tickittoWay());
  await tell();
  const context = await browser.newContext();
  await context.addCookies([cookieOf(visitor)]);
  const tab = await context.newPage();
  await tab.goto(`${SHOP}/checkout/${id}`);
  const booked = whenBooked(intent);
  await tab.getByRole('heading', { level: 1, name: 'Your tickets' }).waitFor();
  const shown = performance.now();
  await context.close();
  return Math.max(0, shown - (await booked));
}

/** The visitor's session, for a browser. */
export function cookieOf(visitor: Visitor) {
  const [name = '', value = ''] = visitor.cookies().split('=');
  return { name, value, url: SHOP.replace('http:', 'https:'), secure: true, httpOnly: true };
}

/** When the sandbox's ledger first says that everything of this payment's basket is booked. */
async function whenBooked(intent: string): Promise<number> {
  for (;;) {
    const { charges, bookings } = await ledger();
    const group = charges.find(({ id }) => id === intent)?.group;
    const ours = bookings.filter((booking) => booking.group === group);
    if (ours.length > 0 && ours.every(({ status }) => status === 'booked')) return performance.now();
    await new Promise((wake) => setTimeout(wake, 20));
  }
}
