import type { JsonObject } from '@/lib/checkout/json';
import { stripeCardParams } from '@/lib/payments/stripe-card/params';
import { isLoopback } from '@/lib/platform/loopback';
import { customerIn } from '../contact';
import type { Way } from './types';

/**
 * The supplier's own Stripe account: it makes the intent, the page confirms it, and the supplier books when it is told the
 * intent's id. Whether it captures then or before is not documented; both are read.
 */
export const stripe: Way = {
  option: { id: 'octo.stripe', label: 'card', collects: 'supplier', method: 'stripe-card' },
  gateway: 'stripe',
  retries: true,
  hand: ({ config }, _ctx, checkout, order) => {
    const intent = order.gateway.id === 'stripe' ? order.gateway.intent : null;
    const customer = customerIn(checkout.details.values)?.customer;
    const [total] = checkout.totals;
    if (!intent || !customer || !total) return null;
    // A live key in front of a sandbox is a mistake that would charge somebody.
    const local = isLoopback(config.url) || isLoopback(config.stripeScript);
    if (local && /^pk_live_/.test(intent.publishableKey)) return null;
    const phone = customer.phone;
    const params: JsonObject = {
      publishableKey: intent.publishableKey,
      clientSecret: intent.clientSecret,
      intent: intent.id,
      amount: { amount: total.due, currency: total.currency, exponent: total.exponent },
      billing: {
        name: `${customer.firstName} ${customer.lastName}`,
        email: customer.email,
        ...(typeof phone === 'string' && phone ? { phone } : {}),
      },
      scriptUrl: config.stripeScript,
    };
    if (!stripeCardParams.safeParse(params).success) return null;
    return {
      step: { kind: 'pay', method: 'stripe-card', params, confirm: true },
      payment: { gateway: 'stripe', stripe: { paymentIntent: intent.id } },
    };
  },
  // The intent is the one that was handed out, whatever a browser says.
  read: (_desk, payment) => ({ kind: 'confirm', payment }),
  byLook: true,
};
