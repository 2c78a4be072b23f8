import { expect, type Locator, type Page } from '@playwright/test';

/** What a customer types, whatever is asked. */
const CUSTOMER = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  email: 'ada@example.com',
  phone: '+442087599036',
  country: 'GB',
};

interface Offer {
  readonly id: string;
  readonly ticketTypes: readonly { readonly type: string; readonly min: number }[];
  readonly quantities?: readonly number[];
}

/** A call of the page's own to the shop's API: it has the browser's cookie, and the browser's way to the shop. */
function api<T>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
  return page.evaluate(
    async ([verb, to, sent]) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const answer = await fetch(to, {
        method: verb,
        headers,
        ...(sent === undefined ? {} : { body: sent }),
      });
      if (!answer.ok) throw new Error(`${to}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    [method, `/api${path}`, body === undefined ? undefined : JSON.stringify(body)] as const,
  );
}

/** Days are dealt out among the browsers that run at once: of some products there is one a day. */
const HANDS = 8;
const hand = Number(process.env.TEST_PARALLEL_INDEX ?? 0) % HANDS;

/** A ticket of a product, on the first day a week from now that has any; of any day where it has no date. */
async function lineOf(page: Page, product: string) {
  const base = `/suppliers/octo/events/${product}`;
  const { performances } = await api<{ performances: { date: string }[] }>(page, 'GET', base);
  const soon = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const days = performances
    .map(({ date }) => date)
    .filter((date) => date > soon)
    // By the date itself: its place in a list moves when another browser takes a day before it.
    .filter((date) => (Date.parse(date.slice(0, 10)) / 86_400_000) % HANDS === hand);
  for (const date of performances.length > 0 ? days.slice(0, 10) : [null]) {
    const query = date === null ? '' : `?date=${encodeURIComponent(date)}`;
    const { offers } = await api<{ offers: Offer[] }>(page, 'GET', `${base}/offers${query}`);
    const [offer] = offers;
    const [type] = offer?.ticketTypes ?? [];
    if (!offer || !type) continue;
    const quantity = Math.max(1, type.min, offer.quantities?.[0] ?? 1);
    return { event: product, offer: offer.id, tickets: [{ type: type.type, quantity }] };
  }
  throw new Error(`Nothing is left of ${product}.`);
}

/** Holds a ticket of each OCTO product, with its customer's details; answers the checkout's id. */
export async function holdProducts(page: Page, products: readonly string[]): Promise<string> {
  // Any page of the shop will do; this one has no pictures of suppliers'.
  await page.goto('/terms');
  const lines = [];
  for (const product of products) lines.push(await lineOf(page, product));
  const made = await api<{ id: string; tickets: string }>(page, 'POST', '/checkouts', {
    supplier: 'octo',
    lines,
  });
  expect(made.tickets).toBe('held');
  await api(page, 'PUT', `/checkouts/${made.id}/details`, { customer: CUSTOMER });
  return made.id;
}

/** Begins to pay by an option, and opens its pay document. */
export async function openTill(page: Page, id: string, option: string): Promise<void> {
  const { attempt } = await api<{ attempt: { id: string } }>(page, 'POST', `/checkouts/${id}/attempts`, {
    option,
  });
  await page.goto(`/checkout/${id}/pay/${attempt.id}`);
}

/** Holds tickets of a product, and opens the pay document of an option; answers the checkout's id. */
export async function tillOf(page: Page, product: string, option: string): Promise<string> {
  const id = await holdProducts(page, [product]);
  await openTill(page, id, option);
  return id;
}

/** Opens a product's page on a day a week from now, with one of the first kind of ticket chosen; answers its list. */
export async function adultOf(page: Page, product: string): Promise<Locator> {
  const answer = await page.request.get(`/api/suppliers/octo/events/${product}`);
  const { performances } = (await answer.json()) as { performances: { date: string }[] };
  const soon = new Date(Date.now() + 7 * 86_400_000).toISOString();
  const day = performances.find(({ date }) => date > soon)?.date ?? '';
  await page.goto(`/events/octo/${product}?date=${encodeURIComponent(day)}`);
  const list = page.locator('main details').first();
  if ((await list.getAttribute('open')) === null) await list.locator('summary').click();
  await list.locator('input[type=number]').first().fill('1');
  return list;
}
