import type { PaymentMethod } from '@/lib/checkout/method';
import { defineModule } from '@/lib/platform/modules';
import { type AdyenConfig, adyenConfig } from '../adyen/config';
import { adyenCsp } from '../adyen/csp';
import { adyenCardFieldsData, evidenceOf, hintOf } from './data';
import { adyenCardFieldsParams } from './params';

/**
 * A card in Adyen's own fields, encrypted in the browser for a supplier that sends it to Adyen itself. No money moves before
 * the supplier's `advance`, and there is nothing at Adyen for us to look at. Set-up and quirks:
 * `docs/methods/adyen-card-fields.md`.
 */
export const adyenCardFields = defineModule<AdyenConfig, PaymentMethod>({
  id: 'adyen-card-fields',
  config: adyenConfig,
  create: (settings) => ({
    id: 'adyen-card-fields',
    label: 'adyen-card-fields',
    params: adyenCardFieldsParams,
    data: adyenCardFieldsData,
    csp: adyenCsp(settings),
    settings: settings.urls ? { urls: { ...settings.urls } } : undefined,
    hint: hintOf,
    evidence: evidenceOf,
  }),
});
