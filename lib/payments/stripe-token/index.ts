import type { PaymentMethod } from '@/lib/checkout/method';
import { defineModule } from '@/lib/platform/modules';
import { type StripeConfig, stripeConfig } from '../stripe/config';
import { stripeCsp } from '../stripe/csp';
import { evidenceOf, hintOf, stripeTokenData } from './data';
import { stripeTokenParams } from './params';

/**
 * Card by Stripe Elements and `createToken`: the supplier charges the tokens itself, so no money moves before its
 * `advance` and there is nothing at Stripe for us to look at. Set-up and quirks: `docs/methods/stripe-token.md`.
 */
export const stripeToken = defineModule<StripeConfig, PaymentMethod>({
  id: 'stripe-token',
  config: stripeConfig,
  create: (settings) => ({
    id: 'stripe-token',
    label: 'stripe-token',
    params: stripeTokenParams,
    data: stripeTokenData,
    csp: stripeCsp(settings.scriptUrl, settings.apiUrl),
    hint: hintOf,
    evidence: evidenceOf,
  }),
});
