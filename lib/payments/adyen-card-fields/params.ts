import { z } from 'zod';
import { environmentOf } from '../adyen/environments';
import type { AdyenCardFieldsParams } from './types';

/** See {@link AdyenCardFieldsParams}. */
export const adyenCardFieldsParams: z.ZodType<AdyenCardFieldsParams> = z.object({
  environment: z.string().refine((name) => environmentOf(name) !== null, 'Adyen has no such environment'),
  clientKey: z.string().regex(/^[\w.]{4,200}$/),
  countryCode: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  amount: z.object({
    amount: z.int().min(0),
    currency: z.string().regex(/^[A-Z]{3}$/),
    exponent: z.int().min(0).max(4),
  }),
  holderName: z.string().max(200),
});
