import { z } from 'zod';
import { FAILURE_CODES } from '@/lib/checkout/errors';
import type { StripeCardParams } from './types';

/** Stripe's own browser script, of the release train that the pinned `@stripe/stripe-js` expects. */
export const STRIPE_JS = 'https://js.stripe.com/endive/stripe.js';

/** STRIPE_JS_URL. Suppliers that hand over a payment by card read it too, for `scriptUrl`. */
export const scriptUrl = z
  .url({ protocol: /^https?$/, error: 'must be the address of Stripe’s browser script' })
  .default(STRIPE_JS);

const text = (max: number) => z.string().min(1).max(max);

/** See {@link StripeCardParams}. */
export const stripeCardParams: z.ZodType<StripeCardParams> = z.object({
  publishableKey: z.string().regex(/^pk_[A-Za-z0-9_]{4,250}$/),
  account: z
    .string()
    .regex(/^acct_[A-Za-z0-9_]{1,250}$/)
    .optional(),
  clientSecret: z.string().regex(/^pi_[A-Za-z0-9]+_secret_[A-Za-z0-9]+$/),
  intent: z.string().regex(/^pi_[A-Za-z0-9]{1,250}$/),
  amount: z.object({
    amount: z.int().min(0),
    currency: z.string().regex(/^[A-Z]{3}$/),
    exponent: z.int().min(0).max(4),
  }),
  billing: z.object({ name: text(200), email: text(254), phone: text(30) }),
  scriptUrl: z.url({ protocol: /^https?$/ }),
});

/** A failure code that the component may name; anything else it sends is refused. */
export const failureCode = z.enum(FAILURE_CODES);
