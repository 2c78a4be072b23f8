import type { PaymentMethod } from '@/lib/checkout/method';
import { defineModule } from '@/lib/platform/modules';
import { type AdyenConfig, adyenConfig } from '../adyen/config';
import { adyenCsp } from '../adyen/csp';
import { adyenDropinData, evidenceOf, hintOf } from './data';
import { adyenDropinParams } from './params';

/**
 * Adyen's Drop-in on a payment session that the supplier made: cards and whatever else the session offers, with 3-D Secure
 * in the page or on the bank's. Adyen answers a browser with no more than the browser saw, so there is nothing for us to
 * look at; the supplier confirms. Set-up and quirks: `docs/methods/adyen-dropin.md`.
 */
export const adyenDropin = defineModule<AdyenConfig, PaymentMethod>({
  id: 'adyen-dropin',
  config: adyenConfig,
  create: (settings) => ({
    id: 'adyen-dropin',
    label: 'adyen-dropin',
    params: adyenDropinParams,
    data: adyenDropinData,
    csp: adyenCsp(settings),
    settings: settings.urls ? { urls: { ...settings.urls } } : undefined,
    hint: hintOf,
    evidence: evidenceOf,
  }),
});
