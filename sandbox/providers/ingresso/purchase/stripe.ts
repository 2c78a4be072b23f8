import Stripe from 'stripe';
import { INGRESSO_STRIPE } from '../../../core/secrets';
import type { DebitorName } from '../catalogue/types';

/** What is charged for a bundle. */
export interface TokenCharge {
  readonly debitor: DebitorName;
  readonly token: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly uuid: string;
  readonly source: string;
}

/** How an authorisation went: Stripe's id of the charge or intent, or its reason. */
export type Authorised = { charge: string } | { declined: string; threeDSecure: boolean };

/** A bank that wants to ask the customer first: where, and Stripe's intent that waits for it. */
export interface Question {
  readonly url: string;
  readonly intent: string;
}

/** What the platform does at Stripe: set money aside, take it, let it go. */
export interface StripeDesk {
  authorise(charge: TokenCharge): Promise<Authorised>;
  /** The same with an intent, so that the bank can ask; the customer comes back to `returnUrl`. */
  authoriseAsking(charge: TokenCharge, returnUrl: string): Promise<Authorised | { question: Question }>;
  /** How the bank's question ended. */
  answered(debitor: DebitorName, intent: string): Promise<Authorised>;
  capture(debitor: DebitorName, charge: string): Promise<void>;
  /** Lets go of what was set aside, or gives back what was taken; `amount` in minor units, all where it is not said. */
  refund(debitor: DebitorName, charge: string, key: string, amount?: number): Promise<void>;
}

/** Speaks to Stripe with its official client over HTTP. `origin` is asked for late: Stripe may start after us. */
export function stripeDesk(origin: () => string): StripeDesk {
  const clients = new Map<DebitorName, Stripe>();
  const at = (debitor: DebitorName) => {
    const { hostname, port } = new URL(origin());
    const client =
      clients.get(debitor) ??
      new Stripe(INGRESSO_STRIPE[debitor].secretKey, {
        host: hostname,
        port,
        protocol: 'http',
        telemetry: false,
        maxNetworkRetries: 1,
        timeout: 10_000,
      });
    clients.set(debitor, client);
    return client;
  };
  return {
    authorise: async ({ debitor, token, amount, currency, uuid, source }) => {
      return orDeclined(async () => {
        const metadata = { group: uuid, source_code: source };
        const made = { amount, currency, source: token, capture: false, metadata };
        return { charge: (await at(debitor).charges.create(made)).id };
      });
    },
    authoriseAsking: async ({ debitor, token, amount, currency, uuid, source }, returnUrl) =>
      orDeclined(async () => {
        const method = await at(debitor).paymentMethods.create({ type: 'card', card: { token } });
        const intent = await at(debitor).paymentIntents.create({
          amount,
          currency,
          payment_method: method.id,
          capture_method: 'manual',
          confirm: true,
          return_url: returnUrl,
          metadata: { group: uuid, source_code: source },
        });
        const url = intent.next_action?.redirect_to_url?.url;
        return url ? { question: { url, intent: intent.id } } : { charge: intent.id };
      }),
    answered: async (debitor, id) => {
      const intent = await at(debitor).paymentIntents.retrieve(id);
      if (intent.status === 'requires_capture') return { charge: id };
      return { declined: intent.last_payment_error?.code ?? intent.status, threeDSecure: true };
    },
    capture: async (debitor, charge) => {
      if (isIntent(charge)) await at(debitor).paymentIntents.capture(charge);
      else await at(debitor).charges.capture(charge);
    },
    refund: async (debitor, charge, key, amount) => {
      if (!isIntent(charge)) {
        await at(debitor).refunds.create({ charge, amount }, { idempotencyKey: key });
        return;
      }
      const { status } = await at(debitor).paymentIntents.retrieve(charge);
      if (status === 'succeeded')
        await at(debitor).refunds.create({ payment_intent: charge, amount }, { idempotencyKey: key });
      else await at(debitor).paymentIntents.cancel(charge);
    },
  };
}

const isIntent = (id: string) => id.startsWith('pi_');

/** A decline and a token that Stripe does not take are both results here, never errors. */
async function orDeclined<T>(
  work: () => Promise<T>,
): Promise<T | { declined: string; threeDSecure: boolean }> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    if (error.statusCode === undefined || error.statusCode >= 500) throw error;
    const declined = error.decline_code ?? error.code ?? error.message;
    return { declined, threeDSecure: declined === 'authentication_required' };
  }
}
