import { randomInt } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { call } from './quick';
import { ADA, view } from './shop';

/** The uuid of one of the sandbox's activities by its four digits. */
export const activity = (number: string) => `6d757365-${number}-4000-8000-00000000${number}`;

const { phone: _, ...PERSON } = ADA;

interface Offer {
  readonly id: string;
  readonly ticketTypes: readonly { readonly type: string; readonly min: number }[];
}

/** A ticket of the first kind, on some day from a week on: tests must not sell each other out. */
async function lineOf(page: Page, number: string) {
  const event = activity(number);
  const base = `/api/suppliers/musement/events/${event}`;
  const { performances } = (await (await page.request.get(base)).json()) as {
    performances: { date: string }[];
  };
  const soon = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const days = performances.map(({ date }) => date).filter((date) => date > soon);
  for (let tries = 0; tries < 20; tries += 1) {
    const date = days[randomInt(days.length)] ?? '';
    const answer = await page.request.get(`${base}/offers?date=${encodeURIComponent(date)}`);
    const [offer] = ((await answer.json()) as { offers: Offer[] }).offers;
    const [type] = offer?.ticketTypes ?? [];
    if (offer && type) {
      const tickets = [{ type: type.type, quantity: Math.max(1, type.min) }];
      return { event, offer: offer.id, date, tickets };
    }
  }
  throw new Error(`Nothing is left of ${number}.`);
}

/** Puts a ticket of each activity into a cart and says who comes, by API calls; answers the checkout's id. */
export async function holdActivities(page: Page, numbers: readonly string[]): Promise<string> {
  const lines = [];
  for (const number of numbers) {
    const { date: _, ...line } = await lineOf(page, number);
    lines.push(line);
  }
  const made = await call(page, '/api/checkouts', { supplier: 'musement', lines });
  const { id, tickets } = (await made.json()) as { id: string; tickets: string };
  expect(tickets).toBe('held');
  const details = await page.request.put(`/api/checkouts/${id}/details`, {
    data: { customer: PERSON },
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect(details.status(), await details.text()).toBe(200);
  return id;
}

/** Puts a ticket of an activity into the basket, by the form of its page. */
export async function inBasket(page: Page, number: string): Promise<void> {
  const { date } = await lineOf(page, number);
  await page.goto(`/events/musement/${activity(number)}?date=${encodeURIComponent(date)}`);
  const offer = page.locator('form[action="/basket/add"]').first();
  if (!(await offer.isVisible())) await page.locator('main details > summary').first().click();
  await offer.locator('input[type=number]').first().fill('1');
  await offer.getByRole('button', { name: 'Add to basket' }).click();
  await page.waitForURL('**/basket');
}

/** Begins to pay by an option, and opens its pay document. */
export async function openTill(page: Page, id: string, option: string): Promise<void> {
  const begun = await call(page, `/api/checkouts/${id}/attempts`, { option });
  const { attempt } = (await begun.json()) as { attempt: { id: string } };
  await page.goto(`/checkout/${id}/pay/${attempt.id}`);
}

/** Everything up to the pay document; answers the checkout's id. */
export async function tillOf(page: Page, number: string, option: string): Promise<string> {
  const id = await holdActivities(page, [number]);
  await openTill(page, id, option);
  return id;
}

/** Says a word at the bank's own page. */
export async function bankSays(page: Page, word: string): Promise<void> {
  await page.getByLabel('Password').fill(word);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** How the items of an order stand, in their order. */
export async function itemsOf(page: Page, id: string): Promise<string[]> {
  return (await view(page, id)).items.map(({ status }) => status);
}
