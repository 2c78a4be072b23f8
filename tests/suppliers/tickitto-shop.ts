import type { JsonObject } from '@/lib/checkout/json';
import type { PaymentMethod } from '@/lib/checkout/method';
import type { Attempt, Checkout } from '@/lib/checkout/model';
import type { HoldResult, PayContext, StepResult, Supplier } from '@/lib/checkout/supplier';
import { stripeCard } from '@/lib/payments/stripe-card';
import { stripeCardParams } from '@/lib/payments/stripe-card/params';
import { createHttp } from '@/lib/platform/http';
import type { ModuleDeps } from '@/lib/platform/modules';
import { tickitto } from '@/lib/suppliers/tickitto';
import type { TestSandbox } from '../support/sandbox';
import { attemptOf as attemptAfter, checkoutOf as checkoutAfter, clock } from '../support/supplier-desk';

export const ctx: PayContext = {
  traceId: '0af7651916cd43dd8448eb211c80319c',
  locale: 'en-GB',
  record: () => undefined,
  returnUrl: 'http://localhost:3000/return/t',
  returnToken: 'back',
  client: { ip: null, userAgent: null, accept: null },
};

/** Supplier and method as the shop would make them from its environment. */
export function shop(sandbox: TestSandbox, overrides: Record<string, string> = {}) {
  const env = {
    TICKITTO_URL: sandbox.origin('tickitto'),
    TICKITTO_KEY: 'tk_sandbox_key',
    TICKITTO_PICKER_ORIGINS: sandbox.origin('tickitto'),
    STRIPE_JS_URL: `${sandbox.origin('stripe')}/endive/stripe.js`,
    STRIPE_API_URL: sandbox.origin('stripe'),
    ...overrides,
  };
  // An HTTP client of this shop's own, so that one test's outage opens no other test's circuit.
  const deps: ModuleDeps = { http: createHttp({ now: clock.now }), now: clock.now };
  const made = <T>(module: {
    config: { parse(env: unknown): unknown };
    create(c: unknown, d: ModuleDeps): T;
  }) => module.create(module.config.parse(env), deps);
  return { supplier: made<Supplier>(tickitto), method: made<PaymentMethod>(stripeCard) };
}

/** What the picker's page sends when its button is pressed. */
export interface Selection {
  event: string;
  tickets: readonly { type: string; quantity: number; seats?: readonly string[] }[];
  band?: string;
}

/** Opens the picker and chooses in it as a customer would, by the page's own calls; answers the shop's basket notes. */
export async function pick(
  supplier: Supplier,
  selection: Selection,
  basket: JsonObject | null = null,
): Promise<{ basket: JsonObject; added: boolean; session: string }> {
  const opened = await supplier.picker?.open(ctx, { event: selection.event, basket });
  if (!opened?.ok) throw new Error(`The picker did not open: ${JSON.stringify(opened)}`);
  const { url, origin } = opened.value;
  const session = new URL(url).searchParams.get('session') ?? '';
  const page = `${origin}/availability/${session}`;
  const { dates } = (await (await fetch(`${page}/dates`)).json()) as {
    dates: { times: { id: string; left: string }[] }[];
  };
  const times = dates.flatMap((date) => date.times).filter(({ left }) => left === 'enough');
  const availability = times.at(-1)?.id ?? '';
  const offer = (await (await fetch(`${page}/offers/${availability}`)).json()) as { product_id: string };
  const answer = await fetch(`${page}/selection`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      availability_id: availability,
      product_id: offer.product_id,
      band_id: selection.band ?? 'general',
      booking_options: selection.tickets.map(({ type, quantity, seats }) => ({
        concession_id: type,
        quantity,
        ...(seats ? { seat_ids: seats } : {}),
      })),
    }),
  });
  const { added } = (await answer.json()) as { added: boolean };
  return { basket: opened.value.basket, added, session };
}

/** What a customer types. */
export const CUSTOMER = {
  customer: { firstName: 'Núria', lastName: "O'Connor", email: 'n@example.com', phone: '+44 20 8759-9036' },
};

/** A checkout as the heart would have it after a hold. */
export const checkoutOf = (held: Extract<HoldResult, { kind: 'held' }>): Checkout =>
  checkoutAfter(
    'tickitto',
    held,
    { kind: 'basket', basket: { basketId: held.memo.basketId ?? null } },
    CUSTOMER,
  );

/** An attempt as the heart would have it after a step. */
export const attemptOf = (result: StepResult): Attempt => attemptAfter('tickitto.stripe', result);

/** Picks, holds and answers the checkout. */
export async function held(supplier: Supplier, ...selections: Selection[]): Promise<Checkout> {
  let basket: JsonObject | null = null;
  for (const selection of selections) basket = (await pick(supplier, selection, basket)).basket;
  const result = await supplier.hold(ctx, { kind: 'basket', basket: basket ?? {} }, null);
  if (result.kind !== 'held') throw new Error(`Not held: ${JSON.stringify(result)}`);
  return checkoutOf(result);
}

/** Starts and answers the checkout with its open attempt. */
export async function started(supplier: Supplier, checkout: Checkout) {
  const result = await supplier.start(ctx, checkout, attemptOf({ step: { kind: 'unknown', since: 0 } }));
  if (result.step.kind !== 'pay') throw new Error(`Not to be paid: ${JSON.stringify(result.step)}`);
  const attempt = attemptOf(result);
  return { checkout: { ...checkout, attempts: [attempt] }, attempt, step: result.step };
}

/** Confirms the intent as Stripe's script does from the customer's browser: publishable key, client secret, a card. */
export async function confirm(sandbox: TestSandbox, params: unknown, card = 'pm_card_visa'): Promise<number> {
  const { publishableKey, account, clientSecret, intent } = stripeCardParams.parse(params);
  const answer = await fetch(`${sandbox.origin('stripe')}/v1/payment_intents/${intent}/confirm`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${publishableKey}`,
      ...(account ? { 'stripe-account': account } : {}),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ client_secret: clientSecret, payment_method: card }),
  });
  return answer.status;
}
