import Stripe from 'stripe';
import { STRIPE_ACCOUNT, STRIPE_SECRET_KEY, TICKITTO_WEBHOOK_SECRET } from '../../core/secrets';

/** What is to be charged for a basket, minor units. */
export interface Charge {
  basketId: string;
  amount: number;
  currency: string;
  email?: string;
}

/** The few things that the merchant of record does at Stripe. */
export interface StripeDesk {
  create(charge: Charge): Promise<Stripe.PaymentIntent>;
  amend(intent: string, charge: Charge): Promise<Stripe.PaymentIntent>;
  read(intent: string): Promise<Stripe.PaymentIntent>;
  cancel(intent: string): Promise<void>;
  /** `key` makes it happen once however often it is asked for. */
  refund(intent: string, amount: number, key: string): Promise<void>;
  /** Throws when the signature is not Stripe's. */
  event(payload: string, signature: string): Stripe.Event;
}

/** Speaks to Stripe with its official client, over HTTP as in life. `origin` is asked for late: Stripe may start after us. */
export function stripeDesk(origin: () => string): StripeDesk {
  let client: Stripe | undefined;
  const stripe = () => {
    if (client) return client;
    const { hostname, port } = new URL(origin());
    client = new Stripe(STRIPE_SECRET_KEY, {
      host: hostname,
      port,
      protocol: 'http',
      telemetry: false,
      maxNetworkRetries: 1,
      timeout: 10_000,
      stripeAccount: STRIPE_ACCOUNT,
    });
    return client;
  };
  const fields = ({ basketId, amount, currency, email }: Charge) => ({
    amount,
    currency: currency.toLowerCase(),
    metadata: { basket_id: basketId },
    ...(email === undefined ? {} : { receipt_email: email }),
  });
  return {
    create: (charge) => stripe().paymentIntents.create(fields(charge)),
    amend: (intent, charge) => stripe().paymentIntents.update(intent, fields(charge)),
    read: (intent) => stripe().paymentIntents.retrieve(intent),
    cancel: async (intent) => {
      await stripe().paymentIntents.cancel(intent);
    },
    refund: async (intent, amount, key) => {
      await stripe().refunds.create({ payment_intent: intent, amount }, { idempotencyKey: key });
    },
    event: (payload, signature) =>
      Stripe.webhooks.constructEvent(payload, signature, TICKITTO_WEBHOOK_SECRET),
  };
}
