/**
 * The keys that both sides of a sandbox conversation know. They open nothing but this process: the prefix and the
 * word `sandbox` are there so that nobody mistakes one for a real key, and so that scanners can be told to let them be.
 */

/** Stripe secret key of the merchant of record; the Tickitto provider creates and refunds intents with it. */
export const STRIPE_SECRET_KEY = 'sk_test_tickitto_sandbox';

/** Publishable key that belongs to it; reaches the shop through `GET /api/authentication/account` as `platform_key`. */
export const STRIPE_PUBLISHABLE_KEY = 'pk_test_tickitto_sandbox';

/** The connected account that the intents live on (`Stripe-Account`). */
export const STRIPE_ACCOUNT = 'acct_tickitto_sandbox';

/** Signs what Stripe posts to {@link TICKITTO_WEBHOOK_PATH}. */
export const TICKITTO_WEBHOOK_SECRET = 'whsec_tickitto_sandbox';

/** Where the Tickitto provider takes Stripe's webhooks, below its own origin. */
export const TICKITTO_WEBHOOK_PATH = '/webhooks/stripe';

/** The `key` header that a shop sends to Tickitto. */
export const TICKITTO_KEY = 'tk_sandbox_key';
