import { randomInt, randomUUID } from 'node:crypto';
import { type APIResponse, expect, type Page } from '@playwright/test';
import { ADA } from './shop';

/** One adult, chosen by the picker's own calls. */
interface Offer {
  availability_id: string;
  product_id: string;
  bands: { id: string; tickets: { id: string }[] }[];
}

/** Puts a ticket into this browser's basket without the picker's page; answers the basket's handle. */
export async function quickBasket(page: Page, event = 'T103'): Promise<string> {
  const opened = await call(page, '/api/suppliers/tickitto/pickers', { event });
  const { url, handle } = (await opened.json()) as { url: string; handle: string };
  const session = new URL(url).searchParams.get('session') ?? '';
  const picker = `${new URL(url).origin}/availability/${session}`;
  const { dates } = (await (await page.request.get(`${picker}/dates`)).json()) as {
    dates: { times: { id: string; left: string }[] }[];
  };
  // Anywhere in the season: one performance has fewer seats than the tests buy.
  const times = dates.flatMap((date) => date.times).filter(({ left }) => left === 'enough');
  const offers = await page.request.get(`${picker}/offers/${times[randomInt(times.length)]?.id}`);
  const { availability_id, product_id, bands } = (await offers.json()) as Offer;
  const [band] = bands;
  const booking_options = [{ concession_id: band?.tickets[0]?.id, quantity: 1 }];
  const data = { availability_id, product_id, band_id: band?.id, booking_options };
  const chosen = await page.request.post(`${picker}/selection`, { data });
  expect(await chosen.json()).toMatchObject({ added: true });
  return handle;
}

/** A held checkout with its customer's details, ready to be paid; answers its id. */
export async function quickHold(page: Page, event?: string): Promise<string> {
  const handle = await quickBasket(page, event);
  const made = await call(page, '/api/checkouts', { supplier: 'tickitto', handle });
  const { id } = (await made.json()) as { id: string };
  const details = await page.request.put(`/api/checkouts/${id}/details`, {
    data: { customer: ADA },
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect(details.status(), await details.text()).toBe(200);
  return id;
}

/** Everything up to the card form, by API calls; answers the checkout's id. Tests whose subject comes later start here. */
export async function quickTill(page: Page, event?: string): Promise<string> {
  const id = await quickHold(page, event);
  const begun = await call(page, `/api/checkouts/${id}/attempts`, { option: 'tickitto.stripe' });
  const { attempt } = (await begun.json()) as { attempt: { id: string } };
  await page.goto(`/checkout/${id}/pay/${attempt.id}`);
  await expect(page.getByRole('button', { name: /^Pay / })).toBeEnabled();
  return id;
}

/** A POST as a browser of this context would send it, from an address of its own. */
export async function call(page: Page, path: string, data: unknown): Promise<APIResponse> {
  const headers = {
    'x-forwarded-for': `203.0.${randomInt(256)}.${randomInt(256)}`,
    'idempotency-key': randomUUID(),
    'sec-fetch-site': 'same-origin',
  };
  const response = await page.request.post(path, { data, headers });
  expect(response.ok(), `${path}: ${response.status()} ${await response.text()}`).toBe(true);
  return response;
}
