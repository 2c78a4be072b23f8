import type { PaymentMethod } from '@/lib/checkout/method';
import { defineModule } from '@/lib/platform/modules';
import { type StripeConfig, stripeConfig } from '../stripe/config';
import { stripeCsp } from '../stripe/csp';
import { evidenceOf, hintOf, stripeManualData } from './data';
import { stripeManualParams } from './params';

/**
 * Card by Stripe Elements and `createPaymentMethod`, and `handleCardAction` where the bank asks: the supplier confirms on its
 * own server, so no money moves before its `advance`. Set-up and quirks: `docs/methods/stripe-manual.md`.
 */
export const stripeManual = defineModule<StripeConfig, PaymentMethod>({
  id: 'stripe-manual',
  config: stripeConfig,
  create: (settings) => ({
    id: 'stripe-manual',
    label: 'stripe-manual',
    params: stripeManualParams,
    data: stripeManualData,
    csp: stripeCsp(settings.scriptUrl, settings.apiUrl),
    hint: hintOf,
    evidence: evidenceOf,
  }),
});
