import type { PaymentMethod } from '@/lib/checkout/method';
import { defineModule, type ModuleDeps } from '@/lib/platform/modules';
import { type StripeConfig, stripeConfig } from '../stripe/config';
import { stripeCsp } from '../stripe/csp';
import { evidenceOf, hintOf, stripeCardData } from './data';
import { lookAt } from './look';
import { stripeCardParams } from './params';

/**
 * Card by Stripe Elements and `confirmCardPayment`: the supplier made the PaymentIntent and hands over its client
 * secret; digits go from the customer's keyboard to Stripe's frames. Set-up and test cards: `docs/methods/stripe-card.md`.
 */
export const stripeCard = defineModule<StripeConfig, PaymentMethod>({
  id: 'stripe-card',
  config: stripeConfig,
  create,
});

function create(settings: StripeConfig, deps: ModuleDeps): PaymentMethod {
  const http = deps.http({ system: 'stripe', baseUrl: settings.apiUrl });
  return {
    id: 'stripe-card',
    label: 'stripe-card',
    params: stripeCardParams,
    data: stripeCardData,
    csp: stripeCsp(settings.scriptUrl, settings.apiUrl),
    hint: hintOf,
    evidence: evidenceOf,
    look: (ctx, params) => lookAt(http, ctx, params),
  };
}
