import { z } from 'zod';
import { currency, exponent, publishableKey, script } from '../stripe/params';
import type { StripeTokenParams } from './types';

/** More charges than any basket has; each is a call to Stripe from the customer's browser. */
export const MAX_CHARGES = 50;

/** Begins with a letter or digit, so that no key of an object is more than a key. */
export const chargeKey = z.string().regex(/^[A-Za-z0-9][\w.:-]{0,99}$/);

const charge = z.object({
  key: chargeKey,
  publishableKey,
  label: z.string().min(1).max(300),
  amount: z.int().min(1),
  currency,
  exponent,
});

/** See {@link StripeTokenParams}. */
export const stripeTokenParams: z.ZodType<StripeTokenParams> = z.object({
  charges: z
    .array(charge)
    .min(1)
    .max(MAX_CHARGES)
    .refine((charges) => new Set(charges.map(({ key }) => key)).size === charges.length, 'keys must differ'),
  billing: z
    .object({ name: z.string().min(1).max(200).optional(), postcode: z.string().min(1).max(20).optional() })
    .optional(),
  scriptUrl: script,
});
