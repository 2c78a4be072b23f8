import Stripe from 'stripe';
import { STRIPE_ACCOUNT, STRIPE_SECRET_KEY, TICKITTO_WEBHOOK_SECRET } from '@/sandbox/core/secrets';
import { stripe } from '@/sandbox/providers/stripe';
import { arrived, type Harness, harnessOf } from './harness';

/** A webhook as it arrived. */
export interface Received {
  event: Stripe.Event;
  at: number;
}

/** Only the Stripe provider, with a receiver where Tickitto would listen. */
export interface StripeHarness extends Harness {
  /** The official client, acting for the account that Tickitto's intents live on. */
  client: Stripe;
  webhooks: Received[];
  /** Waits until a webhook fits. */
  webhook(fits: (event: Stripe.Event) => boolean, timeoutMs?: number): Promise<Stripe.Event>;
}

export function clientFor(origin: string, key = STRIPE_SECRET_KEY, stripeAccount?: string): Stripe {
  return new Stripe(key, {
    host: '127.0.0.1',
    port: Number(new URL(origin).port),
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 0,
    ...(stripeAccount ? { stripeAccount } : {}),
  });
}

export async function stripeHarness(shopOrigin = 'http://localhost:3000'): Promise<StripeHarness> {
  const webhooks: Received[] = [];
  const verifier = new Stripe('sk_test_unused');
  const receive: Parameters<typeof harnessOf>[2] = (payload, { headers }) => {
    const signature = String(headers['stripe-signature']);
    const event = verifier.webhooks.constructEvent(payload, signature, TICKITTO_WEBHOOK_SECRET);
    webhooks.push({ event, at: Date.now() });
    return 200;
  };
  const harness = await harnessOf(stripe, shopOrigin, receive, () => {
    webhooks.length = 0;
  });
  return {
    ...harness,
    client: clientFor(harness.origin, STRIPE_SECRET_KEY, STRIPE_ACCOUNT),
    webhooks,
    webhook: async (fits, timeoutMs) => {
      const { event } = await arrived(
        webhooks,
        (one) => fits(one.event),
        (one) => one.event.type,
        timeoutMs,
      );
      return event;
    },
  };
}

/** What a ticket shop orders; `extra` replaces. */
export const order = (
  extra: Partial<Stripe.PaymentIntentCreateParams> = {},
): Stripe.PaymentIntentCreateParams => ({
  amount: 6250,
  currency: 'gbp',
  metadata: { basket_id: 'b-1' },
  ...extra,
});

/** The refusal that a call must meet. */
export async function refused(work: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('It was not refused');
}
