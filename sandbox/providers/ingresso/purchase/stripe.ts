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

/** How an authorisation went: Stripe's id of the charge, or its reason. */
export type Authorised = { charge: string } | { declined: string; threeDSecure: boolean };

/** What the platform does at Stripe: set money aside, take it, let it go. */
export interface StripeDesk {
  authorise(charge: TokenCharge): Promise<Authorised>;
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
      try {
        const charge = await at(debitor).charges.create({
          amount,
          currency,
          source: token,
          capture: false,
          metadata: { group: uuid, source_code: source },
        });
        return { charge: charge.id };
      } catch (error) {
        // A decline and a token that Stripe does not take are both results here, never errors.
        if (!(error instanceof Stripe.errors.StripeError)) throw error;
        if (error.statusCode === undefined || error.statusCode >= 500) throw error;
        const declined = error.decline_code ?? error.code ?? error.message;
        return { declined, threeDSecure: declined === 'authentication_required' };
      }
    },
    capture: async (debitor, charge) => {
      await at(debitor).charges.capture(charge);
    },
    refund: async (debitor, charge, key, amount) => {
      await at(debitor).refunds.create({ charge, amount }, { idempotencyKey: key });
    },
  };
}
