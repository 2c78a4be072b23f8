import { z } from 'zod';
import { scriptUrl } from '@/lib/payments/stripe/params';
import { list, origin } from '@/lib/platform/config/values';

const origins = list.pipe(z.array(origin));

/** Tickitto's part of the environment; without a key it is switched off. Every variable is explained on its page. */
export const config = z
  .object({
    TICKITTO_URL: origin.default('https://tickitto.tech'),
    TICKITTO_KEY: z.string().min(1).max(500).optional(),
    TICKITTO_CURRENCY: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as GBP')
      .default('GBP'),
    TICKITTO_PICKER_ORIGINS: origins,
    TICKITTO_IMAGE_ORIGINS: origins,
    STRIPE_JS_URL: scriptUrl,
  })
  .transform((env) => {
    if (!env.TICKITTO_KEY) return null;
    const { TICKITTO_PICKER_ORIGINS: pickers, TICKITTO_IMAGE_ORIGINS: images } = env;
    return {
      url: env.TICKITTO_URL,
      key: env.TICKITTO_KEY,
      /** Prices are asked for and charged in it; one a shop, because a basket has one. */
      currency: env.TICKITTO_CURRENCY,
      /** The only sites that a picker may be framed from. */
      pickerOrigins: pickers.length > 0 ? pickers : ['https://widget.tickitto.tech'],
      /** Pictures from anywhere else are left out, because the page's policy would block them. */
      imageOrigins: images.length > 0 ? images : [env.TICKITTO_URL],
      /** Where the pay document loads Stripe's script from; see the page of stripe-card. */
      stripeScript: env.STRIPE_JS_URL,
    };
  });

export type TickittoConfig = NonNullable<z.infer<typeof config>>;
