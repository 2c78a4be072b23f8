import { expect, type Page } from '@playwright/test';

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

/** Holds a ticket of an OCTO product a week from now, and opens the pay document of an option; answers the checkout's id. */
export async function tillOf(page: Page, product: string, option: string): Promise<string> {
  // Any page of the shop will do; this one has no pictures of suppliers'.
  await page.goto('/terms');
  const base = `/suppliers/octo/events/${product}`;
  const { performances } = await api<{ performances: { date: string }[] }>(page, 'GET', base);
  const soon = new Date(Date.now() + 7 * 86_400_000).toISOString();
  let line: { event: string; offer: string; tickets: object[] } | undefined;
  for (const { date } of performances.filter((one) => one.date > soon).slice(0, 10)) {
    const { offers } = await api<{ offers: Offer[] }>(
      page,
      'GET',
      `${base}/offers?date=${encodeURIComponent(date)}`,
    );
    const [offer] = offers;
    const [type] = offer?.ticketTypes ?? [];
    if (!offer || !type) continue;
    line = {
      event: product,
      offer: offer.id,
      tickets: [{ type: type.type, quantity: Math.max(1, type.min) }],
    };
    break;
  }
  expect(line, `tickets of ${product}`).toBeDefined();
  const { id } = await api<{ id: string }>(page, 'POST', '/checkouts', { supplier: 'octo', lines: [line] });
  await api(page, 'PUT', `/checkouts/${id}/details`, { customer: CUSTOMER });
  const { attempt } = await api<{ attempt: { id: string } }>(page, 'POST', `/checkouts/${id}/attempts`, {
    option,
  });
  await page.goto(`/checkout/${id}/pay/${attempt.id}`);
  return id;
}
