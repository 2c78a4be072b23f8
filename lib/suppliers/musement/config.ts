import { z } from 'zod';
import { scriptUrl } from '@/lib/payments/stripe/params';
import { list, origin, redirectRules, yesNo } from '@/lib/platform/config/values';

const word = z.string().min(1).max(200).optional();

/** The address of an API with its path, without the slash at its end. */
const base = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://api.musement.com/api/v3' })
  .refine((text) => !/[?#]|\/\/[^/]*@/.test(text), 'has no query, no fragment and no password')
  .transform((text) => text.replace(/\/+$/, ''));

/** Musement's part of the environment; without a client it is switched off. Every variable is explained on its page. */
export const config = z
  .object({
    MUSEMENT_URL: base.default('https://api.musement.com/api/v3'),
    MUSEMENT_CLIENT_ID: word,
    MUSEMENT_CLIENT_SECRET: word,
    MUSEMENT_APPLICATION: word,
    MUSEMENT_VERSION: z
      .string()
      .regex(/^\d+\.\d+\.\d+$/, 'must be a version such as 3.4.0')
      .default('3.4.0'),
    MUSEMENT_MARKET: z
      .string()
      .regex(/^[\w-]{1,20}$/, 'must be the code of a market')
      .optional(),
    MUSEMENT_CURRENCY: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as EUR')
      .default('EUR'),
    MUSEMENT_NAME: z.string().min(1).max(60).default('Musement'),
    MUSEMENT_STRIPE_KEY: z
      .string()
      .regex(/^pk_\w+$/, 'must be a publishable key, pk_…')
      .optional(),
    MUSEMENT_ADYEN_CLIENT_KEY: word,
    MUSEMENT_ADYEN_ENVIRONMENT: z
      .enum(['test', 'live', 'live-us', 'live-au', 'live-apse', 'live-in', 'live-nea'])
      .default('live'),
    MUSEMENT_NO_PAYMENT: yesNo('no'),
    MUSEMENT_EMAIL: z.enum(['ALL', 'NONE', 'TO-CUSTOMER']).default('NONE'),
    MUSEMENT_IMAGE_ORIGINS: list.pipe(z.array(origin)),
    MUSEMENT_DOCUMENT_ORIGINS: list.pipe(z.array(origin)),
    MUSEMENT_WEBHOOK_USER: word,
    MUSEMENT_WEBHOOK_PASSWORD: z.string().min(16, 'must have at least 16 characters').max(200).optional(),
    ALLOWED_REDIRECTS: redirectRules,
    STRIPE_JS_URL: scriptUrl,
  })
  .superRefine((env, ctx) => {
    const need = (there: unknown, path: keyof typeof env, message: string) => {
      if (!there) ctx.addIssue({ code: 'custom', path: [path], message });
    };
    if (env.MUSEMENT_CLIENT_ID) {
      need(env.MUSEMENT_CLIENT_SECRET, 'MUSEMENT_CLIENT_SECRET', 'is missing beside MUSEMENT_CLIENT_ID');
      need(env.MUSEMENT_APPLICATION, 'MUSEMENT_APPLICATION', 'is missing beside MUSEMENT_CLIENT_ID');
    }
    if (env.MUSEMENT_WEBHOOK_USER)
      need(
        env.MUSEMENT_WEBHOOK_PASSWORD,
        'MUSEMENT_WEBHOOK_PASSWORD',
        'is missing beside MUSEMENT_WEBHOOK_USER',
      );
  })
  .transform((env) => {
    const { MUSEMENT_CLIENT_ID: id, MUSEMENT_CLIENT_SECRET: secret, MUSEMENT_APPLICATION: application } = env;
    if (!id || !secret || !application) return null;
    const { MUSEMENT_DOCUMENT_ORIGINS: documents, MUSEMENT_WEBHOOK_USER: user } = env;
    const { MUSEMENT_WEBHOOK_PASSWORD: password } = env;
    return {
      url: env.MUSEMENT_URL,
      client: { id, secret },
      application,
      version: env.MUSEMENT_VERSION,
      market: env.MUSEMENT_MARKET ?? null,
      /** Catalogue, carts and orders are asked for in it, whatever an activity is sold in over there. */
      currency: env.MUSEMENT_CURRENCY,
      name: env.MUSEMENT_NAME,
      /** Public keys of Musement's accounts; a gateway without one is not offered. */
      stripeKey: env.MUSEMENT_STRIPE_KEY ?? null,
      adyen: env.MUSEMENT_ADYEN_CLIENT_KEY
        ? { clientKey: env.MUSEMENT_ADYEN_CLIENT_KEY, environment: env.MUSEMENT_ADYEN_ENVIRONMENT }
        : null,
      /** The partner is merchant of record, and Musement books what costs something without being paid for it. */
      merchant: env.MUSEMENT_NO_PAYMENT,
      /** Whom Musement itself writes to about an order. */
      mails: env.MUSEMENT_EMAIL,
      imageOrigins: env.MUSEMENT_IMAGE_ORIGINS,
      /** Vouchers from there are fetched and handed out by us; those from anywhere else are links. */
      documentOrigins: documents.length > 0 ? documents : [new URL(env.MUSEMENT_URL).origin],
      /** What its notices carry; without them none is believed. */
      webhook: user && password ? { user, password } : null,
      /** Pages of banks that customers may be sent to. */
      redirects: env.ALLOWED_REDIRECTS,
      /** Where the pay document loads Stripe's script from; see the page of stripe-manual. */
      stripeScript: env.STRIPE_JS_URL,
    };
  });

export type MusementConfig = NonNullable<z.infer<typeof config>>;
