import { z } from 'zod';
import { scriptUrl } from '@/lib/payments/stripe/params';
import { list, origin, yesNo } from '@/lib/platform/config/values';

const CAPABILITIES = 'octo/content, octo/pricing, octo/cart, octo/cardPayments';

/** What a partner writes who may handle card numbers. Whole words, because nobody should get there by a `yes`. */
export const CERTIFIED = 'this partner is PCI DSS certified';

const parameter = z.string().regex(/^[\w.-]{1,40}$/, 'must be the name of a query parameter');

/** The address of an API with its path, without the slash at its end. */
const base = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://api.ventrata.com/octo' })
  .refine((text) => !/[?#]|\/\/[^/]*@/.test(text), 'has no query, no fragment and no password')
  .transform((text) => text.replace(/\/+$/, ''));

/** OCTO's part of the environment; without a key it is switched off. Every variable is explained on its page. */
export const config = z
  .object({
    OCTO_URL: base.default('https://api.ventrata.com/octo'),
    OCTO_KEY: z.string().min(1).max(500).optional(),
    OCTO_NAME: z.string().min(1).max(60).default('Ventrata'),
    OCTO_ENV: z.enum(['live', 'test'], 'must be live or test').default('live'),
    OCTO_CAPABILITIES: list,
    OCTO_CURRENCY: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as GBP')
      .optional(),
    OCTO_EMAIL_RECEIPT: yesNo('no'),
    OCTO_IMAGE_ORIGINS: list.pipe(z.array(origin)),
    OCTO_DOCUMENT_ORIGINS: list.pipe(z.array(origin)),
    OCTO_RAW_CARDS: z.literal(CERTIFIED, `must say "${CERTIFIED}", or be left out`).optional(),
    VIVA_CHECKOUT_URL: origin.default('https://www.vivapayments.com'),
    VIVA_LANGUAGE: z
      .string()
      .regex(/^[a-z]{2}-[A-Z]{2}$/, 'must be a language such as el-GR')
      .optional(),
    VIVA_COLOR: z
      .string()
      .regex(/^[0-9a-fA-F]{6}$/, 'must be six hexadecimal digits')
      .optional(),
    VIVA_PAYMENT_METHOD: z
      .string()
      .regex(/^\d{1,4}$/, 'must be one of Viva’s numbers')
      .optional(),
    VIVA_ORDER_PARAMETER: parameter.default('s'),
    VIVA_TRANSACTION_PARAMETER: parameter.default('t'),
    STRIPE_JS_URL: scriptUrl,
  })
  .transform((env) => {
    if (!env.OCTO_KEY) return null;
    const { OCTO_CAPABILITIES: asked, OCTO_DOCUMENT_ORIGINS: documents } = env;
    return {
      url: env.OCTO_URL,
      key: env.OCTO_KEY,
      name: env.OCTO_NAME,
      /** `test`: the same supplier, but nothing is taken out of the stock and no ticket opens a door. */
      env: env.OCTO_ENV,
      /** What is asked for; the supplier's answers say what is granted. */
      capabilities: (asked.length > 0 ? asked : CAPABILITIES.split(',')).map((one) => one.trim()),
      /** Asked for where a product is sold in it; else the product's own. */
      currency: env.OCTO_CURRENCY ?? null,
      /** The supplier writes to the customer too. */
      emailReceipt: env.OCTO_EMAIL_RECEIPT,
      imageOrigins: env.OCTO_IMAGE_ORIGINS,
      /** Tickets from there are fetched and handed out by us; those from anywhere else are links. */
      documentOrigins: documents.length > 0 ? documents : [new URL(env.OCTO_URL).origin],
      rawCards: env.OCTO_RAW_CARDS !== undefined,
      viva: {
        url: env.VIVA_CHECKOUT_URL,
        language: env.VIVA_LANGUAGE ?? null,
        color: env.VIVA_COLOR ?? null,
        method: env.VIVA_PAYMENT_METHOD ?? null,
        orderParameter: env.VIVA_ORDER_PARAMETER,
        transactionParameter: env.VIVA_TRANSACTION_PARAMETER,
      },
      /** Where the pay document loads Stripe's script from; see the page of stripe-card. */
      stripeScript: env.STRIPE_JS_URL,
    };
  });

export type OctoConfig = NonNullable<z.infer<typeof config>>;
