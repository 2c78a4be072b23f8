import Stripe from 'stripe';
import { MUSEMENT_STRIPE } from '../../../core/secrets';
import { known, type Outcome } from './types';

/** A bank that wants to ask in the page: the intent, and the secret that lets Stripe's script do so. */
export interface StripeQuestion {
  readonly kind: 'question';
  readonly intent: string;
  readonly secret: string;
  readonly method: string;
}

/** What is to be paid for an order. Minor units. */
export interface Sum {
  /** The cart's uuid: the ledger's group. */
  readonly group: string;
  readonly order: string;
  readonly amount: number;
  readonly currency: string;
}

/** What Musement does at Stripe. Intents are confirmed by hand, so that nothing is taken before it says so. */
export interface StripeDesk {
  /** Charges a payment method (`pm_…`) or token (`tok_…`). */
  start(sum: Sum, token: string): Promise<Outcome | StripeQuestion>;
  /** Confirms after the bank's question; `open` when the customer has not answered it. */
  complete(intent: string): Promise<Outcome | { kind: 'open' }>;
  /** Whether the customer has answered the bank, and well. */
  passed(intent: string): Promise<boolean>;
  /** An intent without a card, which nobody can pay: only to be handed out. */
  empty(sum: Sum): Promise<{ intent: string; secret: string }>;
  /** Ends what must not be paid any more. */
  drop(intent: string): Promise<void>;
  refund(intent: string, amount: number, currency: string, key: string): Promise<void>;
}

/** Speaks to Stripe with its official client over HTTP. `origin` is asked for late: Stripe may start after us. */
export function stripeDesk(origin: () => string): StripeDesk {
  let client: Stripe | undefined;
  const stripe = () => {
    const { hostname, port } = new URL(origin());
    client ??= new Stripe(MUSEMENT_STRIPE.secretKey, {
      host: hostname,
      port,
      protocol: 'http',
      telemetry: false,
      maxNetworkRetries: 1,
      timeout: 10_000,
    });
    return client;
  };
  const fields = ({ group, order, amount, currency }: Sum) => ({
    amount,
    currency: currency.toLowerCase(),
    confirmation_method: 'manual' as const,
    metadata: { basket_id: group, order_uuid: order },
  });

  const settled = async (intent: Stripe.PaymentIntent): Promise<Outcome> => {
    const last = await known(async () => {
      const now = intent.status === 'processing' ? await stripe().paymentIntents.retrieve(intent.id) : intent;
      return now.status === 'processing' ? undefined : now;
    });
    if (!last) return { kind: 'broken', message: 'The payment is still being processed.' };
    if (last.status === 'succeeded') return { kind: 'paid', reference: last.id };
    return {
      kind: 'refused',
      message: last.last_payment_error?.message ?? 'The payment was not completed.',
    };
  };

  return {
    start: (sum, token) =>
      orRefused(async () => {
        const method = token.startsWith('tok_')
          ? (await stripe().paymentMethods.create({ type: 'card', card: { token } })).id
          : token;
        const made = await stripe().paymentIntents.create({ ...fields(sum), payment_method: method });
        try {
          const intent = await stripe().paymentIntents.confirm(made.id);
          if (intent.status !== 'requires_action') return await settled(intent);
          return { kind: 'question', intent: intent.id, secret: intent.client_secret ?? '', method };
        } catch (error) {
          // Refused for good: the next try is another intent, and this one must not be paid in between.
          await stripe().paymentIntents.cancel(made.id);
          throw error;
        }
      }),
    complete: (id) =>
      orRefused(async () => {
        const intent = await stripe().paymentIntents.retrieve(id);
        if (intent.status === 'requires_action') return { kind: 'open' };
        if (intent.status === 'requires_confirmation')
          return settled(await stripe().paymentIntents.confirm(id));
        return settled(intent);
      }),
    passed: async (id) => (await stripe().paymentIntents.retrieve(id)).status === 'requires_confirmation',
    empty: async (sum) => {
      const made = await stripe().paymentIntents.create(fields(sum));
      return { intent: made.id, secret: made.client_secret ?? '' };
    },
    drop: async (id) => {
      const { status } = await stripe().paymentIntents.retrieve(id);
      if (status !== 'succeeded' && status !== 'canceled') await stripe().paymentIntents.cancel(id);
    },
    refund: async (intent, amount, _currency, key) => {
      await stripe().refunds.create({ payment_intent: intent, amount }, { idempotencyKey: key });
    },
  };
}

/** A decline, and a token that Stripe does not take, are results; so is a processor that stumbles. */
async function orRefused<T>(work: () => Promise<T>): Promise<T | Outcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    if (error.statusCode === undefined || error.statusCode >= 500) throw error;
    const kind = error.code === 'processing_error' ? 'broken' : 'refused';
    return { kind, message: error.message };
  }
}
