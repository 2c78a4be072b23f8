import { z } from 'zod';
import { FAILURE_CODES } from '@/lib/checkout/errors';
import { currency, exponent, publishableKey, script } from '../stripe/params';
import type { StripeCardParams } from './types';

const text = (max: number) => z.string().min(1).max(max);

/** See {@link StripeCardParams}. */
export const stripeCardParams: z.ZodType<StripeCardParams> = z.object({
  publishableKey,
  account: z
    .string()
    .regex(/^acct_[A-Za-z0-9_]{1,250}$/)
    .optional(),
  clientSecret: z.string().regex(/^pi_[A-Za-z0-9]+_secret_[A-Za-z0-9]+$/),
  intent: z.string().regex(/^pi_[A-Za-z0-9]{1,250}$/),
  amount: z.object({ amount: z.int().min(0), currency, exponent }),
  billing: z.object({ name: text(200), email: text(254), phone: text(30).optional() }),
  scriptUrl: script,
});

/** A failure code that the component may name; anything else it sends is refused. */
export const failureCode = z.enum(FAILURE_CODES);
