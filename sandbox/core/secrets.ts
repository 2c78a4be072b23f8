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

/**
 * Ingresso's Stripe accounts, one a debitor: pounds, everything else, and one that settles in euros. Its backend charges
 * with the secret key; the publishable one reaches the shop as `debitor_integration_data.publishable_key`.
 */
export const INGRESSO_STRIPE = {
  ingresso_gbp: { secretKey: 'sk_test_ingresso_gbp_sandbox', publishableKey: 'pk_test_ingresso_gbp_sandbox' },
  ingresso_other: {
    secretKey: 'sk_test_ingresso_other_sandbox',
    publishableKey: 'pk_test_ingresso_other_sandbox',
  },
  ingresso_eur: { secretKey: 'sk_test_ingresso_eur_sandbox', publishableKey: 'pk_test_ingresso_eur_sandbox' },
} as const;

/** The `key` header that a shop sends to Tickitto. */
export const TICKITTO_KEY = 'tk_sandbox_key';

/**
 * Bearer keys of the OCTO provider, one a contract: `direct` has every capability, `certified` may send card numbers
 * too, `bookings` has no carts, `reseller` collects by itself and is invoiced, `core` has no capability at all.
 */
export const OCTO_KEYS = {
  direct: '0c700d1e-5a4d-4b0c-8c70-sandbox00001',
  certified: '0c700d1e-5a4d-4b0c-8c70-sandbox00002',
  bookings: '0c700d1e-5a4d-4b0c-8c70-sandbox00003',
  reseller: '0c700d1e-5a4d-4b0c-8c70-sandbox00004',
  core: '0c700d1e-5a4d-4b0c-8c70-sandbox00005',
  revoked: '0c700d1e-5a4d-4b0c-8c70-sandbox00006',
} as const;

/** The OCTO supplier's account at Stripe; the publishable key reaches the shop inside `cardPayment.stripe`. */
export const OCTO_STRIPE = {
  secretKey: 'sk_test_octo_sandbox',
  publishableKey: 'pk_test_octo_sandbox',
} as const;
