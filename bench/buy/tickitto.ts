import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { payers } from '../../tests/contract/payers';
import { originOf } from '../stage';
import type { Visitor } from '../visitor';
import type { Lap, Way } from './types';

const EVENT = 'T103';
const opened = z.object({ url: z.string(), handle: z.string() });

/** Tickitto's one option, for an event whose bookings behave; for one whose bookings wait, the waiting visitors use it too. */
export function tickittoWay(event = EVENT): Way {
  return {
    supplier: 'tickitto',
    option: 'tickitto.stripe',
    waits: 'Stripe tells Tickitto after 0.3 s, and Tickitto books 0.7 s later',
    choose: async (visitor: Visitor) => {
      const picker = await visitor.json(opened, 'POST', '/api/suppliers/tickitto/pickers', { event });
      await pickAt(picker.url);
      return { handle: picker.handle };
    },
    details: {
      customer: { firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com', phone: '+442087599036' },
    },
    straight: (lap) => straight(event, lap),
  };
}

/** Picks one adult ticket in the supplier's picker, by the calls that its page makes. */
async function pickAt(url: string): Promise<void> {
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

const basketShape = z.looseObject({
  _id: z.string(),
  items: z.array(z.looseObject({ status: z.string() })).default([]),
  total_price: z.looseObject({ amount: z.coerce.number(), currency: z.string() }).optional(),
});
const accountShape = z.looseObject({
  payment_methods: z.looseObject({
    stripe: z.looseObject({ platform_key: z.string(), account_id: z.string() }),
  }),
});
const intentShape = z.looseObject({
  stripe_payment_intent: z.string(),
  stripe_payment_intent_secret: z.string(),
});

async function straight(event: string, lap: Lap): Promise<void> {
  const { _id: id } = await call(basketShape, 'POST', '/api/basket/?payment_method_type=stripe');
  const session = await call(
    z.looseObject({ view_url: z.string() }),
    'GET',
    `/api/availability/?event_id=${event}&basket_id=${id}`,
  );
  await pickAt(session.view_url);
  lap('choose');
  await call(basketShape, 'GET', `/api/basket/?basket_id=${id}`);
  lap('hold');
  const account = await call(accountShape, 'GET', '/api/authentication/account');
  const made = await call(intentShape, 'POST', `/api/basket/stripe_object?basket_id=${id}`, {
    first_name: 'Ada',
    last_name: 'Lovelace',
    email: 'ada@example.com',
    phone_number: '+442087599036',
  });
  const { total_price: due } = await call(basketShape, 'GET', `/api/basket/?basket_id=${id}`);
  lap('start');
  const { platform_key: publishableKey, account_id } = account.payment_methods.stripe;
  const paid = await payers['stripe-card']?.(
    originOf,
    {
      publishableKey,
      account: account_id,
      clientSecret: made.stripe_payment_intent_secret,
      intent: made.stripe_payment_intent,
      amount: { amount: Math.round((due?.amount ?? 0) * 100), currency: due?.currency ?? '', exponent: 2 },
      billing: { name: 'Ada Lovelace', email: 'ada@example.com', phone: '+442087599036' },
      scriptUrl: `${originOf('stripe')}/endive/stripe.js`,
    },
    'good',
  );
  z.object({ outcome: z.literal('succeeded') }).parse(paid);
  lap('pay');
  const end = performance.now() + 60_000;
  while (performance.now() < end) {
    const { items } = await call(basketShape, 'GET', `/api/basket/?basket_id=${id}`);
    if (items.every(({ status }) => status === 'booked')) return lap('book');
    await new Promise((wake) => setTimeout(wake, 25));
  }
  throw new Error('Tickitto did not book within a minute');
}

async function call<T>(schema: z.ZodType<T>, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${originOf('tickitto')}${path}`, {
    method,
    headers: { key: 'tk_sandbox_key', ...(body ? { 'content-type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : undefined,
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
  return schema.parse(await answer.json());
}
