import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { list, origin } from '@/lib/platform/config/values';

/** Names in paths and headers: a UUID, or whatever they make of it one day. */
const token = z.string().regex(/^[\w-]{8,80}$/, 'must be a token as Tikkie hands them out');

/** The RSA key that assertions are signed with: PEM, with line breaks or `\n`, or its base64 alone (PKCS #8). */
const privateKey = z
  .string()
  .transform(pemOf)
  .refine((pem) => isRsa(pem), 'must be an RSA private key: PEM, or PKCS #8 in base64');

/** An address with its path, without the slash at its end. */
const base = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://tikkie.me/pay' })
  .transform((text) => text.replace(/\/+$/, ''));

/** What it takes to speak to Tikkie at all; setting up starts from here. */
export const connection = z.object({
  TIKKIE_VERSION: z.enum(['1', '2'], 'must be 1 or 2').default('2'),
  TIKKIE_URL: origin.default('https://api.abnamro.com'),
  TIKKIE_AUDIENCE: z.url({ protocol: /^https?$/ }).default('https://auth.abnamro.com/oauth/token'),
  TIKKIE_PAY_URL: base.default('https://tikkie.me/pay'),
  TIKKIE_API_KEY: z.string().min(1).max(200).optional(),
  TIKKIE_PRIVATE_KEY: privateKey.optional(),
});

/** Tikkie's part of the environment; off unless COLLECTORS names it. Every variable is explained on its page. */
export const config = connection
  .extend({
    COLLECTORS: list,
    TIKKIE_PAYEE: z.string().trim().min(1).max(70).optional(),
    TIKKIE_PLATFORM_TOKEN: token.optional(),
    TIKKIE_USER_TOKEN: token.optional(),
    TIKKIE_BANK_ACCOUNT_TOKEN: token.optional(),
    TIKKIE_APP_TOKEN: token.optional(),
  })
  .transform((env, ctx) => {
    if (!env.COLLECTORS.includes('tikkie')) return null;
    const needed = <Name extends Exclude<keyof typeof env, 'COLLECTORS'>>(name: Name): string => {
      const value = env[name];
      if (value === undefined)
        ctx.addIssue({ code: 'custom', path: [name], message: 'is needed where COLLECTORS names tikkie' });
      return value ?? '';
    };
    const shared = {
      url: env.TIKKIE_URL,
      payUrl: env.TIKKIE_PAY_URL,
      payee: needed('TIKKIE_PAYEE'),
      apiKey: needed('TIKKIE_API_KEY'),
    };
    if (env.TIKKIE_VERSION === '2')
      return { ...shared, version: 2 as const, appToken: needed('TIKKIE_APP_TOKEN') };
    return {
      ...shared,
      version: 1 as const,
      audience: env.TIKKIE_AUDIENCE,
      privateKey: needed('TIKKIE_PRIVATE_KEY'),
      platformToken: needed('TIKKIE_PLATFORM_TOKEN'),
      userToken: needed('TIKKIE_USER_TOKEN'),
      bankAccountToken: needed('TIKKIE_BANK_ACCOUNT_TOKEN'),
    };
  });

export type TikkieConfig = NonNullable<z.infer<typeof config>>;
export type TikkieV1 = Extract<TikkieConfig, { version: 1 }>;
export type TikkieV2 = Extract<TikkieConfig, { version: 2 }>;

/** What a token of version 1 is asked for with. */
export type Signer = Pick<TikkieV1, 'url' | 'apiKey' | 'audience' | 'privateKey'>;

function pemOf(text: string): string {
  const lines = text.replaceAll('\\n', '\n').trim();
  return lines.startsWith('-----')
    ? lines
    : `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----`;
}

function isRsa(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
