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

/** Musement's Stripe account. Partners' pages make payment methods with the publishable key, its backend confirms them. */
export const MUSEMENT_STRIPE = {
  secretKey: 'sk_test_musement_sandbox',
  publishableKey: 'pk_test_musement_sandbox',
} as const;

/**
 * Partners of Musement: `direct` may do everything, `split` has its customers pay Musement and nothing else, `merchant` is
 * merchant of record and knows no split payments.
 */
export const MUSEMENT_CLIENTS = {
  direct: { id: 'musement-sandbox-direct', secret: 'musement_secret_sandbox_direct' },
  split: { id: 'musement-sandbox-split', secret: 'musement_secret_sandbox_split' },
  merchant: { id: 'musement-sandbox-merchant', secret: 'musement_secret_sandbox_merchant' },
} as const;

/** What Musement sends with each notice, by HTTP Basic, and where the shop takes them below its own origin. */
export const MUSEMENT_WEBHOOK = {
  user: 'musement',
  password: 'musement_webhook_sandbox_secret',
  path: '/api/webhooks/musement',
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

/**
 * The shop's account at Tikkie: the API key, the RSA key that its client assertions are checked with, and the platform, user
 * and bank account that it collects for. Its private half is in `.env.sandbox` and opens nothing but this process.
 */
export const TIKKIE = {
  apiKey: 'tikkie-sandbox-key-0001',
  /** A developer who has just signed up: the same RSA key, no platform yet. */
  newApiKey: 'tikkie-sandbox-key-0002',
  revokedApiKey: 'tikkie-sandbox-key-0003',
  platformToken: '7a11c0de-0001-4a5d-b0c0-5a0db0c00001',
  userToken: '7a11c0de-0002-4a5d-b0c0-5a0db0c00002',
  bankAccountToken: '7a11c0de-0003-4a5d-b0c0-5a0db0c00003',
  /** `X-App-Token` of version 2. */
  appToken: '7a11c0de-0004-4a5d-b0c0-5a0db0c00004',
  /** SubjectPublicKeyInfo, base64. */
  publicKey:
    'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAo9Xuqj4wGFx1UJw8ZiWaw0nWKrzgkot5+RtpwKsrS1OAtbtPYDeqs/chrb4PMxSmbq8CX9y5xAj2tOMhBJB9yMjpWZGVeC2mlAweHa4ot1EvkImBSgNhfKb+nF3QjWSGfeDd8edOnORwitPPuIv96Br6wv2IzqUBYRMO6t/MKScZYuQVv+YoH+gBYrA1pN2pTJStTRFQHmop45FZXCMAVrF/dw5TYlqLYrAU+wEzF8zFTUXyajBlIEisadr58onX4GGNA9KFVnNcKqxh4bbUQ3cmJjR0nlYvlTcALd2WjI6B5/XU0MTZqJZQuCQF+rCv3Tv/3/B+OFMG3rrA2LKv8QIDAQAB',
} as const;
