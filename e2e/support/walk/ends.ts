import { expect } from '@playwright/test';
import { nothingTaken, ticketsFor, worldOf } from '../offers';
import { stage } from '../orders';
import { view } from '../shop';
import type { Ending } from './scenarios';
import { payAgain } from './tills';
import type { Act, Walk } from './walk';

/** A busy machine, a bank that takes its time and a supplier who thinks for twenty seconds. */
const PATIENCE = { timeout: 60_000 };

/** How the shop stands with tickets and money: `booked/captured`. */
async function standing({ page, id }: Walk, wanted: string | RegExp): Promise<void> {
  const ask = async () => {
    const { tickets, money } = await view(page, id);
    return `${tickets}/${money.state}`;
  };
  await expect.poll(ask, PATIENCE).toMatch(wanted);
}

/** Loads the order's page, to which the page may be on its way by itself: then one of both is interrupted. */
async function load({ page, id }: Walk): Promise<void> {
  await expect(() => page.goto(`/checkout/${id}`)).toPass(PATIENCE);
}

/** The order's page, with these words on it. */
async function reads(walk: Walk, heading: string | RegExp, words: string | RegExp): Promise<void> {
  const { page, id } = walk;
  if (new URL(page.url()).pathname !== `/checkout/${id}`) await load(walk);
  await stage(page, heading, PATIENCE.timeout);
  await expect(page.locator('main')).toContainText(words, PATIENCE);
}

/** What the providers kept, in all. */
async function sumKept(id: string): Promise<number> {
  const { charges } = await worldOf(id);
  return charges.reduce((sum, { captured, refunded }) => sum + captured - refunded, 0);
}

const noTickets = async (id: string) =>
  expect((await worldOf(id)).bookings.filter(({ status }) => status === 'booked')).toEqual([]);

/** It did not work, in words: at the till, or on the order's page. Never why, where a bank must not be quoted. */
async function saysNo({ page }: Walk): Promise<void> {
  const alert = page.locator('main [role=alert]').filter({ hasText: /\S/ });
  const order = page.getByText('Your tickets are still held');
  const link = page.getByText('Your bank refused the last payment.');
  await expect(alert.or(order).or(link).first()).toBeVisible(PATIENCE);
  await expect(page.locator('main')).not.toContainText(/reported lost|lost card|stolen|blocked card/i);
}

/** All booked, and the world agrees to the penny. */
export const tickets: Act = async (walk) => {
  const { page, id, scenario } = walk;
  await page.waitForURL(`**/checkout/${id}`, PATIENCE);
  await stage(page, 'Your tickets', 150_000);
  await standing(walk, /^booked\/(captured|none)$/);
  await ticketsFor(page, id, scenario.buy.events.length);
};

/** Nothing is taken, all is there still, and somebody who pays now has the tickets. */
const kept: Act = async (walk) => {
  await standing(walk, 'held/none');
  // Musement's carts hold nothing before they are booked.
  await nothingTaken(walk.id, walk.scenario.buy.supplier === 'musement' ? 'gone' : 'held');
  await payAgain(walk);
  await tickets(walk);
};

/** How each ending is told: by the page's words, by the shop's state, and by the world's ledger. */
export const ENDS: Readonly<Record<Ending, Act>> = {
  tickets,
  some: async (walk) => {
    await reads(walk, 'Some tickets booked, some not', 'You paid only for those that are booked');
    await standing(walk, 'part_booked/captured');
    const { bookings } = await worldOf(walk.id);
    expect(await sumKept(walk.id)).toBe(bookings.find(({ status }) => status === 'booked')?.amount);
  },
  overpaid: async (walk) => {
    await standing(walk, 'booked/refund_due');
    // Who has tickets is not made to watch: the page has the news when it is loaded again.
    await load(walk);
    await reads(walk, 'Your tickets', 'More was paid than was due');
    const { bookings } = await worldOf(walk.id);
    expect(await sumKept(walk.id)).toBe(2 * (bookings[0]?.amount ?? 0));
  },
  kept,
  declined: async (walk) => {
    await saysNo(walk);
    await kept(walk);
  },
  lost: async (walk) => {
    await standing(walk, /^(expired|released|failed)\/none$/);
    await reads(walk, /^(Tickets not booked|Your hold ended|You let)/, /[Yy]ou were not charged/);
    await nothingTaken(walk.id);
  },
  expired: async (walk) => {
    await walk.page.waitForURL(`**/checkout/${walk.id}`, { timeout: 150_000 });
    await reads(walk, 'Your hold ended', 'You were not charged');
    await standing(walk, 'expired/none');
    await nothingTaken(walk.id);
  },
  refused: async (walk) => {
    // Of what was not even asked for the event's own page has said so.
    if (!walk.id) return;
    await reads(walk, 'Tickets not available', 'Nothing was charged');
    await standing(walk, 'open/none');
    const { holds, charges } = await worldOf(walk.id);
    expect([holds.filter(({ status }) => status === 'held'), charges]).toEqual([[], []]);
  },
  owed: async (walk) => {
    await standing(walk, /\/refund_due$/);
    await reads(walk, 'Tickets not booked', /owes? you|will return it/);
    await noTickets(walk.id);
  },
  refunded: async (walk) => {
    await standing(walk, /\/refunded$/);
    await reads(walk, 'Tickets not booked', 'The money you paid was returned');
    await noTickets(walk.id);
    expect(await sumKept(walk.id)).toBe(0);
  },
  cancelled: async (walk) => {
    await standing(walk, /^(?!booked|attempting).*\/(refunded|captured)$/);
    await load(walk);
    await reads(walk, 'Your tickets were cancelled', 'returned to you');
    await noTickets(walk.id);
  },
  seen: async () => undefined,
};
