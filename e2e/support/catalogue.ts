import { randomInt } from 'node:crypto';
import type { APIRequestContext, Locator, Page } from '@playwright/test';

/** As the shop's API tells it. */
export interface Offer {
  readonly id: string;
  readonly title: string;
  readonly ticketTypes: readonly { readonly type: string; readonly label: string; readonly min: number }[];
  readonly seats?: readonly { readonly id: string; readonly label: string; readonly available: boolean }[];
}

/** What a test wants to buy of: an offer by its title, with these seats still free; the first one with anything by default. */
export interface Wish {
  readonly event: string;
  readonly title?: string;
  readonly seats?: readonly string[];
}

const TRIES = 20;

/** In the last week tickets are not sent any more, and whoever buys then is offered other things. */
const SOON_MS = 8 * 86_400_000;

/** Some date on which there is what is wished for. Any of the season: tests must not sell each other out. */
export async function find(
  request: APIRequestContext,
  { event, title, seats = [] }: Wish,
): Promise<{ date: string | undefined; offer: Offer }> {
  const at = `/api/suppliers/ingresso/events/${event}`;
  const { performances } = (await (await request.get(at)).json()) as {
    performances: { date: string; startsAt?: string }[];
  };
  const later = performances.filter(
    ({ startsAt }) => !startsAt || Date.parse(startsAt) > Date.now() + SOON_MS,
  );
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { date } = later[randomInt(Math.max(1, later.length))] ?? {};
    const answer = await request.get(`${at}/offers${queryOf(date)}`);
    const { offers } = (await answer.json()) as { offers: Offer[] };
    const offer = offers.find((one) => title === undefined || one.title === title);
    if (offer && offer.ticketTypes.length > 0 && seats.every((label) => isFree(offer, label)))
      return { date, offer };
  }
  throw new Error(`Nothing is left of ${event}.`);
}

/** Opens the page of an event on such a date, with the price list unfolded. */
export async function openOffer(page: Page, wish: Wish): Promise<Locator> {
  const { date, offer } = await find(page.request, wish);
  await page.goto(`/events/ingresso/${wish.event}${queryOf(date)}`);
  const heading = page.getByRole('heading', { level: 3, name: offer.title, exact: true });
  const list = page.locator('details').filter({ has: heading });
  if ((await list.getAttribute('open')) === null) await list.locator('summary').click();
  return list;
}

/** So many of the first type of ticket, and into the basket with them. */
export async function putInBasket(page: Page, list: Locator, count = 1): Promise<void> {
  await list.locator('input[type=number]').first().fill(String(count));
  await toBasket(page, list);
}

export async function toBasket(page: Page, list: Locator): Promise<void> {
  await list.getByRole('button', { name: /^(Add to|Change in) basket$/ }).click();
  await page.waitForURL('**/basket**');
}

/** One item of the basket. */
export function basketItem(page: Page, title: string): Locator {
  const heading = page.getByRole('heading', { level: 3, name: title });
  return page.locator('main li').filter({ has: heading });
}

function queryOf(date: string | undefined): string {
  return date ? `?date=${encodeURIComponent(date)}` : '';
}

function isFree({ seats = [] }: Offer, label: string): boolean {
  return seats.some((seat) => seat.label === label && seat.available);
}
