import { z } from 'zod';
import { pickAt } from './shop';
import { STRIPE, TICKITTO } from './stage';

const basketShape = z.looseObject({
  _id: z.string(),
  items: z.array(z.looseObject({ status: z.string() })).default([]),
});

/** The same purchase with nothing between: the supplier calls that the shop makes, made straight to the sandbox. */
export async function straightPurchase(event: string): Promise<number> {
  const begun = performance.now();
  const basket = await tickitto(basketShape, 'POST', '/api/basket/?payment_method_type=stripe');
  const id = basket._id;
  const session = await tickitto(
    z.looseObject({ view_url: z.string() }),
    'GET',
    `/api/availability/?event_id=${event}&basket_id=${id}`,
  );
  await pickAt(session.view_url);
  await tickitto(basketShape, 'GET', `/api/basket/?basket_id=${id}`);
  const account = await tickitto(
    z.looseObject({
      payment_methods: z.looseObject({
        stripe: z.looseObject({ platform_key: z.string(), account_id: z.string() }),
      }),
    }),
    'GET',
    '/api/authentication/account',
  );
  const customer = {
    first_name: 'Ada',
    last_name: 'Lovelace',
    email: 'ada@example.com',
    phone_number: '+442087599036',
  };
  const made = await tickitto(
    z.looseObject({ stripe_payment_intent: z.string(), stripe_payment_intent_secret: z.string() }),
    'POST',
    `/api/basket/stripe_object?basket_id=${id}`,
    customer,
  );
  const { platform_key: publishable, account_id: connected } = account.payment_methods.stripe;
  await fetch(`${STRIPE}/v1/payment_intents/${made.stripe_payment_intent}/confirm`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${publishable}`,
      'stripe-account': connected,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({
      client_secret: made.stripe_payment_intent_secret,
      payment_method: 'pm_card_visa',
    }),
  });
  for (;;) {
    const { items } = await tickitto(basketShape, 'GET', `/api/basket/?basket_id=${id}`);
    if (items.every(({ status }) => status === 'booked')) return performance.now() - begun;
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

async function tickitto<T>(schema: z.ZodType<T>, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${TICKITTO}${path}`, {
    method,
    headers: { key: 'tk_sandbox_key', ...(body ? { 'content-type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : undefined,
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
  return schema.parse(await answer.json());
}
