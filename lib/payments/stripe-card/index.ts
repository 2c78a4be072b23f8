import { z } from 'zod';
import type { PaymentMethod } from '@/lib/checkout/method';
import { origin } from '@/lib/platform/config/values';
import { defineModule, type ModuleDeps } from '@/lib/platform/modules';
import { stripeCsp } from './csp';
import { evidenceOf, hintOf, stripeCardData } from './data';
import { lookAt } from './look';
import { scriptUrl, stripeCardParams } from './params';

/** STRIPE_JS_URL and STRIPE_API_URL: Stripe's own addresses unless a sandbox stands in for it. */
const config = z
  .object({ STRIPE_JS_URL: scriptUrl, STRIPE_API_URL: origin.default('https://api.stripe.com') })
  .transform(({ STRIPE_JS_URL, STRIPE_API_URL }) => ({ scriptUrl: STRIPE_JS_URL, apiUrl: STRIPE_API_URL }));

type StripeCardConfig = z.infer<typeof config>;

/**
 * Card by Stripe Elements and `confirmCardPayment`: the supplier made the PaymentIntent and hands over its client
 * secret; digits go from the customer's keyboard to Stripe's frames. Set-up and test cards: `docs/methods/stripe-card.md`.
 */
export const stripeCard = defineModule<StripeCardConfig, PaymentMethod>({
  id: 'stripe-card',
  config,
  create,
});

function create(settings: StripeCardConfig, deps: ModuleDeps): PaymentMethod {
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
