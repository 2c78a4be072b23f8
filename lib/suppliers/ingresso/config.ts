import { z } from 'zod';
import { scriptUrl } from '@/lib/payments/stripe/params';
import { list, origin, redirectRules, yesNo } from '@/lib/platform/config/values';

const name = z.string().min(1).max(200).optional();
const line = z.string().min(1).max(200).optional();

/** Ingresso's part of the environment; without a user it is switched off. Every variable is explained on its page. */
export const config = z
  .object({
    INGRESSO_URL: origin.default('https://api.ticketswitch.com'),
    INGRESSO_USER: name,
    INGRESSO_PASSWORD: name,
    INGRESSO_STRIPE_USER: name,
    INGRESSO_STRIPE_PASSWORD: name,
    INGRESSO_REDIRECT_USER: name,
    INGRESSO_REDIRECT_PASSWORD: name,
    INGRESSO_IMAGE_ORIGINS: list.pipe(z.array(origin)),
    INGRESSO_ADDRESS_LINE_ONE: line,
    INGRESSO_ADDRESS_LINE_TWO: line,
    INGRESSO_ADDRESS_TOWN: line,
    INGRESSO_ADDRESS_COUNTY: line,
    INGRESSO_ADDRESS_POSTCODE: line,
    INGRESSO_ADDRESS_COUNTRY: z
      .string()
      .regex(/^[a-z]{2}$/, 'must be one of Ingresso’s country codes, such as uk')
      .default('uk'),
    INGRESSO_SHARE_EMAIL: yesNo('yes'),
    INGRESSO_EMAIL: z.email('must be a mail address').optional(),
    INGRESSO_STRIPE_AVS: yesNo('no'),
    ALLOWED_REDIRECTS: redirectRules,
    STRIPE_JS_URL: scriptUrl,
  })
  .superRefine((env, ctx) => {
    const need = (there: unknown, path: keyof typeof env, message: string) => {
      if (!there) ctx.addIssue({ code: 'custom', path: [path], message });
    };
    if (env.INGRESSO_USER)
      need(env.INGRESSO_PASSWORD, 'INGRESSO_PASSWORD', 'is missing beside INGRESSO_USER');
    if (env.INGRESSO_STRIPE_USER)
      need(
        env.INGRESSO_STRIPE_PASSWORD,
        'INGRESSO_STRIPE_PASSWORD',
        'is missing beside INGRESSO_STRIPE_USER',
      );
    if (env.INGRESSO_REDIRECT_USER)
      need(
        env.INGRESSO_REDIRECT_PASSWORD,
        'INGRESSO_REDIRECT_PASSWORD',
        'is missing beside INGRESSO_REDIRECT_USER',
      );
    if (!env.INGRESSO_SHARE_EMAIL)
      need(env.INGRESSO_EMAIL, 'INGRESSO_EMAIL', 'is needed when customers’ addresses are not shared');
  })
  .transform((env) => {
    const main = account(env.INGRESSO_USER, env.INGRESSO_PASSWORD);
    if (!main) return null;
    const { INGRESSO_ADDRESS_LINE_ONE: lineOne } = env;
    return {
      url: env.INGRESSO_URL,
      /** `main` browses and holds. The others take the payment in another way: see docs/decisions/0007. */
      accounts: {
        main,
        stripe: account(env.INGRESSO_STRIPE_USER, env.INGRESSO_STRIPE_PASSWORD),
        redirect: account(env.INGRESSO_REDIRECT_USER, env.INGRESSO_REDIRECT_PASSWORD),
      },
      imageOrigins: env.INGRESSO_IMAGE_ORIGINS,
      /** The partner's own, where tickets are not posted and nobody needs to know where the customer lives. */
      address: lineOne
        ? {
            lineOne,
            lineTwo: env.INGRESSO_ADDRESS_LINE_TWO,
            town: env.INGRESSO_ADDRESS_TOWN,
            county: env.INGRESSO_ADDRESS_COUNTY,
            postcode: env.INGRESSO_ADDRESS_POSTCODE,
            country: env.INGRESSO_ADDRESS_COUNTRY,
          }
        : null,
      shareEmail: env.INGRESSO_SHARE_EMAIL,
      /** Where Ingresso writes to when it needs an address and does not get the customer's. */
      fallbackEmail: env.INGRESSO_EMAIL ?? null,
      /** Whether the partner's Stripe account checks billing postcodes. */
      avs: env.INGRESSO_STRIPE_AVS,
      /** Payment pages that customers may be sent to. */
      redirects: env.ALLOWED_REDIRECTS,
      /** Where the pay document loads Stripe's script from; see the page of stripe-token. */
      stripeScript: env.STRIPE_JS_URL,
    };
  });

export type IngressoConfig = NonNullable<z.infer<typeof config>>;
/** Which of the partner's accounts: hold and purchase must use the same. */
export type AccountId = keyof IngressoConfig['accounts'];

function account(user: string | undefined, password: string | undefined) {
  return user && password ? { user, password } : null;
}
