import { z } from 'zod';
import { currency, exponent, publishableKey, script } from '../stripe/params';
import type { StripeManualParams } from './types';

const shared = {
  publishableKey,
  amount: z.object({ amount: z.int().min(0), currency, exponent }),
  scriptUrl: script,
};

/** Id of an intent. */
export const intentId = z.string().regex(/^pi_[A-Za-z0-9]{1,250}$/);

/** See {@link StripeManualParams}. */
export const stripeManualParams: z.ZodType<StripeManualParams> = z.discriminatedUnion('ask', [
  z.object({
    ...shared,
    ask: z.literal('card'),
    billing: z.object({ name: z.string().min(1).max(200), email: z.string().min(1).max(254).optional() }),
  }),
  z.object({
    ...shared,
    ask: z.literal('bank'),
    clientSecret: z.string().regex(/^pi_[A-Za-z0-9]+_secret_[A-Za-z0-9]+$/),
    intent: intentId,
  }),
]);
