import { randomInt } from 'node:crypto';
import { z } from 'zod';

/** One browser's worth of calls to the shop: a cookie and an address of its own, no page. */
export class Visitor {
  private cookie = '';
  private readonly address = `198.51.${randomInt(256)}.${randomInt(256)}`;

  constructor(private readonly shop: string) {}

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const answer = await fetch(`${this.shop}${path}`, {
      method,
      headers: {
        origin: this.shop,
        'x-forwarded-for': this.address,
        cookie: this.cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const set = answer.headers.getSetCookie().at(0);
    if (set) this.cookie = set.split(';')[0] ?? '';
    return answer;
  }

  /** The session, as `name=value`. */
  cookies(): string {
    return this.cookie;
  }

  async json<T>(
    schema: z.ZodType<T>,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<T> {
    const answer = await this.call(method, path, body, headers);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 200)}`);
    return schema.parse(JSON.parse(text));
  }
}

const opened = z.object({ url: z.string(), handle: z.string() });
const params = z.object({
  publishableKey: z.string(),
  account: z.string().optional(),
  clientSecret: z.string(),
  intent: z.string(),
});
const step = z.looseObject({ id: z.string(), kind: z.string(), params: params.optional() });
export const checkoutShape = z.looseObject({
  id: z.string(),
  tickets: z.string(),
  attempt: z.looseObject({ id: z.string(), step: step.optional() }).optional(),
});
export type CheckoutShape = z.infer<typeof checkoutShape>;

const ADA = {
  customer: { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com', phone: '+442087599036' },
};
let keys = 0;
const key = () => {
  keys += 1;
  return { 'idempotency-key': `bench-${process.pid}-${keys}` };
};

/** Picks one adult ticket in the supplier's picker, by the calls that its page makes. */
export async function pickAt(url: string): Promise<void> {
  const { origin, searchParams } = new URL(url);
  const page = `${origin}/availability/${searchParams.get('session')}`;
  const dates = z.object({
    dates: z.array(z.object({ times: z.array(z.object({ id: z.string(), left: z.string() })) })),
  });
  const listed = dates.parse(await (await fetch(`${page}/dates`)).json()).dates.flatMap(({ times }) => times);
  const enough = listed.filter(({ left }) => left === 'enough');
  // Anywhere in the season: one performance has fewer seats than a benchmark buys.
  const time = enough[randomInt(Math.max(1, enough.length))]?.id ?? '';
  const offer = z
    .object({ product_id: z.string() })
    .parse(await (await fetch(`${page}/offers/${time}`)).json());
  await fetch(`${page}/selection`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      availability_id: time,
      product_id: offer.product_id,
      band_id: 'general',
      booking_options: [{ concession_id: 'adult', quantity: 1 }],
    }),
  });
}

/** Holds tickets to an event and fills in the details. */
export async function hold(visitor: Visitor, event: string): Promise<CheckoutShape> {
  const picker = await visitor.json(opened, 'POST', '/api/suppliers/tickitto/pickers', { event });
  await pickAt(picker.url);
  const body = { supplier: 'tickitto', handle: picker.handle };
  const { id } = await visitor.json(checkoutShape, 'POST', '/api/checkouts', body, key());
  return visitor.json(checkoutShape, 'PUT', `/api/checkouts/${id}/details`, ADA);
}

/** Starts paying and confirms the card as the browser's script does; the shop is not told yet. */
export async function payFor(
  visitor: Visitor,
  id: string,
  stripe: string,
): Promise<{ attempt: string; step: string; intent: string }> {
  const asked = { option: 'tickitto.stripe' };
  let { attempt } = await visitor.json(checkoutShape, 'POST', `/api/checkouts/${id}/attempts`, asked, key());
  // On a busy machine the supplier's answer may come after the shop's.
  for (let tries = 0; attempt?.step?.kind !== 'pay' && tries < 100; tries += 1) {
    await new Promise((wake) => setTimeout(wake, 100));
    ({ attempt } = await visitor.json(checkoutShape, 'GET', `/api/checkouts/${id}`));
  }
  const pay = attempt?.step?.params;
  if (!attempt?.step || !pay) throw new Error(`There is nothing to pay: ${JSON.stringify(attempt)}`);
  await confirm(stripe, pay);
  return { attempt: attempt.id, step: attempt.step.id, intent: pay.intent };
}

async function confirm(stripe: string, pay: z.infer<typeof params>): Promise<void> {
  const answer = await fetch(`${stripe}/v1/payment_intents/${pay.intent}/confirm`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${pay.publishableKey}`,
      ...(pay.account ? { 'stripe-account': pay.account } : {}),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ client_secret: pay.clientSecret, payment_method: 'pm_card_visa' }),
  });
  if (!answer.ok) throw new Error(`The card was not taken: ${answer.status}`);
}

/** Tells the shop what the browser would, and asks until the tickets are booked; answers the milliseconds that took. */
export async function untilBooked(
  visitor: Visitor,
  id: string,
  paid: Awaited<ReturnType<typeof payFor>>,
): Promise<number> {
  const begun = performance.now();
  const path = `/api/checkouts/${id}/attempts/${paid.attempt}/results`;
  await visitor.call('POST', path, { step: paid.step, data: { outcome: 'succeeded', intent: paid.intent } });
  for (;;) {
    const { tickets } = await visitor.json(checkoutShape, 'GET', `/api/checkouts/${id}`);
    if (tickets === 'booked') return performance.now() - begun;
    if (performance.now() - begun > 60_000) throw new Error(`Still ${tickets} after a minute`);
    await new Promise((wake) => setTimeout(wake, 100));
  }
}
