import { z } from 'zod';
import { origin } from '@/lib/platform/config/values';
import { scriptUrl } from './params';

/** STRIPE_JS_URL and STRIPE_API_URL: Stripe's own addresses unless a sandbox stands in for it. */
export const stripeConfig = z
  .object({ STRIPE_JS_URL: scriptUrl, STRIPE_API_URL: origin.default('https://api.stripe.com') })
  .transform(({ STRIPE_JS_URL, STRIPE_API_URL }) => ({ scriptUrl: STRIPE_JS_URL, apiUrl: STRIPE_API_URL }));

export type StripeConfig = z.infer<typeof stripeConfig>;
