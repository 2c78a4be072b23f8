import { expect, type Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { find, type Wish } from './catalogue';
import { DATABASE_FILE } from './places';
import { call } from './quick';
import { type Ledger, sandbox } from './sandbox';
import { ADA } from './shop';

/** What a supplier with offers of its own asks of a customer beside name, mail and phone. */
export const CUSTOMER = { ...ADA, billingPostcode: 'W6 8DL' } as const;

/** Holds a ticket of each event and gives the customer's details, by API calls; answers the checkout's id. */
export async function holdLines(
  page: Page,
  wishes: readonly (string | Wish)[],
  customer: Readonly<Record<string, unknown>> = {},
  delivery: Readonly<Record<string, string>> = {},
): Promise<string> {
  const lines = [];
  for (const wish of wishes) {
    const { event, seats = [] } = typeof wish === 'string' ? { event: wish } : wish;
    const { offer } = await find(page.request, typeof wish === 'string' ? { event: wish } : wish);
    const [type] = offer.ticketTypes;
    const ids = (offer.seats ?? []).filter(({ label }) => seats.includes(label)).map(({ id }) => id);
    const quantity = Math.max(1, type?.min ?? 1, ids.length);
    const seated = ids.length > 0 ? { seats: ids } : {};
    lines.push({ event, offer: offer.id, tickets: [{ type: type?.type, quantity }], ...seated });
  }
  const made = await call(page, '/api/checkouts', { supplier: 'ingresso', lines, delivery });
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
  const order = new RegExp(`/checkout/${id}$`);
  if (!order.test(page.url())) await page.goto(`/checkout/${id}`);
  await page.locator(`[name="option"][value="${option}"]`).check();
  await page.locator('form[action$="/pay"] button').click();
}

/** Chooses a way to pay that is a page of somebody else's, and goes there. */
export async function leaveFor(page: Page, id: string, option: string, home: string): Promise<void> {
  await choose(page, id, option);
  const on = page.getByRole('link', { name: 'Continue to the payment page' });
  await expect(async () => {
    // Where starting takes longer than one answer, the order's page leads on.
    if (await on.isVisible()) await on.click();
    expect(page.url()).toContain(home);
  }).toPass({ timeout: 30_000 });
}

/** Holds once more what was lost, and waits until it is there to be paid. */
export async function holdAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hold these tickets again' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pay for your tickets', {
    timeout: 20_000,
  });
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

/** The page shows tickets, and the world agrees: so many bookings, paid for to the penny and not a penny more. */
export async function ticketsFor(page: Page, id: string, count = 1) {
  await page.waitForURL(`**/checkout/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your tickets', { timeout: 30_000 });
  const world = await worldOf(id);
  const booked = world.bookings.filter(({ status }) => status === 'booked');
  expect(booked).toHaveLength(count);
  const kept = world.charges.reduce((sum, { captured, refunded }) => sum + captured - refunded, 0);
  // Where the partner collects nobody out there is charged.
  if (world.charges.length > 0) expect(kept).toBe(booked.reduce((sum, { amount }) => sum + amount, 0));
  expect(world.holds.filter(({ status }) => status === 'held')).toEqual([]);
  for (const { reference = '' } of booked) await expect(page.locator('main')).toContainText(reference);
  return world;
}

/** Nothing was taken, and nothing is booked; nor held any more, unless it should be. */
export async function nothingTaken(id: string, tickets: 'held' | 'gone' = 'gone'): Promise<void> {
  const { charges, bookings, holds } = await worldOf(id);
  expect(charges.filter(({ captured }) => captured > 0)).toEqual([]);
  expect(bookings.filter(({ status }) => status === 'booked')).toEqual([]);
  expect(holds.some(({ status }) => status === 'held')).toBe(tickets === 'held');
}
