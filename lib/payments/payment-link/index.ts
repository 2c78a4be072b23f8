import { z } from 'zod';
import type { PaymentMethod } from '@/lib/checkout/method';
import { drawCode } from '@/lib/platform/barcode';
import { defineModule } from '@/lib/platform/modules';
import { paymentLinkData } from './data';
import { paymentLinkParams } from './params';

/**
 * A link of the partner's, for collectors: a code to scan beside a button to press. It asks for nothing and learns nothing, so it
 * is always there; the collector tells what came in. `docs/methods/payment-link.md`.
 */
export const paymentLink = defineModule<object, PaymentMethod>({
  id: 'payment-link',
  config: z.object({}),
  create: () => method,
});

const method: PaymentMethod = {
  id: 'payment-link',
  label: 'payment-link',
  params: paymentLinkParams,
  data: paymentLinkData,
  csp: {},
  elsewhere: true,
  settingsFor: (params) => {
    const drawing = drawCode('qr', paymentLinkParams.parse(params).url);
    return drawing ? { ...drawing } : null;
  },
  hint: () => ({ kind: 'paid' }),
  evidence: () => null,
};
