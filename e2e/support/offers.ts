import { randomInt } from 'node:crypto';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { DATABASE_FILE } from './places';
import { call } from './quick';
import { type Ledger, sandbox } from './sandbox';
import { ADA } from './shop';

/** What a supplier with offers of its own asks of a customer beside name, mail and phone. */
const CUSTOMER = { ...ADA, billingPostcode: 'W6 8DL' };

interface Offer {
  readonly id: string;
  readonly ticketTypes: readonly { readonly type: string; readonly min: number }[];
}

/** A line for one ticket of an event's first offer, on some date that has any: tests must not sell each other out. */
async function lineOf(request: APIRequestContext, supplier: string, event: string) {
  const at = `/api/suppliers/${supplier}/events/${event}`;
  const { performances } = (await (await request.get(at)).json()) as { performances: { date: string }[] };
  for (let tries = 0; tries < 10; tries += 1) {
    const { date } = performances[randomInt(Math.max(1, performances.length))] ?? {};
    const query = date ? `?date=${encodeURIComponent(date)}` : '';
    const answer = await request.get(`${at}/offers${query}`);
    const { offers } = (await answer.json()) as { offers: Offer[] };
    const [offer] = offers;
    const [type] = offer?.ticketTypes ?? [];
    if (!offer || !type) continue;
    return { event, offer: offer.id, tickets: [{ type: type.type, quantity: Math.max(1, type.min) }] };
  }
  throw new Error(`Nothing is left of ${event}.`);
}

/** Holds one ticket of each event and gives the customer's details, by API calls; answers the checkout's id. */
export async function holdLines(
  page: Page,
  supplier: string,
  events: readonly string[],
  customer: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const lines = [];
  for (const event of events) lines.push(await lineOf(page.request, supplier, event));
  const made = await call(page, '/api/checkouts', { supplier, lines });
  const { id, tickets } = (await made.json()) as { id: string; tickets: string };
  expect(tickets).toBe('held');
  const details = await page.request.put(`/api/checkouts/${id}/details`, {
    data: { customer: { ...CUSTOMER, ...customer } },
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect(details.status(), await details.text()).toBe(200);
  return id;
}

/** Chooses a way to pay on the checkout's page, as a customer does. */
export async function choose(page: Page, id: string, option: string): Promise<void> {
  await page.goto(`/checkout/${id}`);
  await page.locator(`[name="option"][value="${option}"]`).check();
  await page.locator('form[action$="/pay"] button').click();
}

/** All that the outside world knows of one checkout: the groups of its ledger that our store's row speaks of. */
export async function worldOf(id: string): Promise<Omit<Ledger, 'calls'>> {
  const body = bodyOf(id);
  const { holds, bookings, charges } = await sandbox.ledger();
  const own = <T extends { group: string }>(rows: T[]) =>
    rows.filter(({ group }) => body.includes(`"${group}"`));
  return { holds: own(holds), bookings: own(bookings), charges: own(charges) };
}

function bodyOf(id: string): string {
  const database = new Database(DATABASE_FILE, { readonly: true });
  try {
    const row = database
      .prepare<[string], { body: string }>('SELECT body FROM checkouts WHERE id = ?')
      .get(id);
    return row?.body ?? '';
  } finally {
    database.close();
  }
}

/** The page shows tickets, and the world agrees: so many bookings, each charge taken once and in full. */
export async function ticketsFor(page: Page, id: string, count = 1) {
  await page.waitForURL(`**/checkout/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your tickets', { timeout: 20_000 });
  const world = await worldOf(id);
  expect(world.bookings.map(({ status }) => status)).toEqual(Array.from({ length: count }, () => 'booked'));
  for (const charge of world.charges.filter(({ status }) => status !== 'failed'))
    expect(charge).toMatchObject({ status: 'captured', captured: charge.amount, refunded: 0 });
  for (const { reference = '' } of world.bookings)
    await expect(page.locator('main')).toContainText(reference);
  return world;
}

/** Nothing was taken, and nothing is booked or held any more. */
export async function nothingTaken(id: string): Promise<void> {
  const { charges, bookings, holds } = await worldOf(id);
  expect(charges.filter(({ captured }) => captured > 0)).toEqual([]);
  expect(bookings.filter(({ status }) => status === 'booked')).toEqual([]);
  expect(holds.filter(({ status }) => status === 'held')).toEqual([]);
}
