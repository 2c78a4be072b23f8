import { z } from 'zod';

/** Stripe's own browser script, of the release train that the pinned `@stripe/stripe-js` expects. */
export const STRIPE_JS = 'https://js.stripe.com/endive/stripe.js';

/** STRIPE_JS_URL. Suppliers that hand over a payment by card read it too, for `scriptUrl` of the params. */
export const scriptUrl = z
  .url({ protocol: /^https?$/, error: 'must be the address of Stripe’s browser script' })
  .default(STRIPE_JS);

/** `scriptUrl` as params carry it. */
export const script = z.url({ protocol: /^https?$/ });

/** `pk_…`: public by design. */
export const publishableKey = z.string().regex(/^pk_[A-Za-z0-9_]{4,250}$/);

export const currency = z.string().regex(/^[A-Z]{3}$/);
export const exponent = z.int().min(0).max(4);
