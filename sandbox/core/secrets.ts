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

/** The Adyen company account that Ventrata's suppliers are paid through: `X-API-Key` of its servers. */
export const ADYEN_API_KEY = 'AQE_ventrata_sandbox';

/** The merchant account in it; each call of the Checkout API names it. */
export const ADYEN_MERCHANT = 'VentrataSandboxECOM';

/** Its client key, which reaches the shop as `cardPayment.adyen.clientKey`. */
export const ADYEN_CLIENT_KEY = 'test_VENTRATASANDBOX';

/** Signs the notifications that Adyen posts to {@link ADYEN_WEBHOOK_PATH}; hexadecimal, as Adyen hands them out. */
export const ADYEN_HMAC_KEY = '5a0d5a0d76656e747261746173616e64626f785a0d5a0d5a0d5a0d5a0d5a0d5a';

/** Where the OCTO provider takes Adyen's notifications, below its own origin. */
export const ADYEN_WEBHOOK_PATH = '/webhooks/adyen';

/** Musement's Adyen account. Its shop encrypts cards with the client key, its backend pays with the API key. */
export const MUSEMENT_ADYEN = {
  apiKey: 'AQE_musement_sandbox',
  merchant: 'MusementSandboxECOM',
  clientKey: 'test_MUSEMENTSANDBOX',
} as const;

/** The OCTO supplier's account at Viva: OAuth client of its servers, and the older pair of merchant and API key. */
export const OCTO_VIVA = {
  clientId: 'octo-sandbox.apps.vivapayments.com',
  clientSecret: 'viva_secret_octo_sandbox',
  merchantId: '5a0d5a0d-0c70-4a11-8e55-766976610001',
  apiKey: 'viva_key_octo_sandbox',
  /** The payment source: a website with two fixed addresses to return to. */
  source: '4003',
  /** What a receiver of webhooks answers so that Viva believes that it is the merchant's. */
  webhookKey: '5A0D5A0D0C704A118E55766976616B6579',
} as const;

/** Where the OCTO provider takes Viva's notifications, below its own origin. */
export const VIVA_WEBHOOK_PATH = '/webhooks/viva';

/**
 * The OCTO supplier's Spreedly organisation: an environment that takes cards from any page, one that takes signed
 * requests only, the secret of its servers, and the gateway that it charges through.
 */
export const OCTO_SPREEDLY = {
  environment: 'octoSandboxSpreedlyEnv',
  signedEnvironment: 'octoSandboxSpreedlySigned',
  accessSecret: 'spreedly_secret_octo_sandbox',
  gateway: 'GatewayOctoSandbox',
} as const;
