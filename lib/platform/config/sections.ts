import { z } from 'zod';
import { parseRedirectRule } from '../security/redirects';
import { list, origin, secret, whole } from './values';

/** Partners call the API with a key of their own; the name is for logs. */
const partners = list.transform((entries, ctx) =>
  entries.flatMap((entry) => {
    const match = /^([a-z0-9-]{1,40}):(\S{24,})$/.exec(entry);
    const [, name, key] = match ?? [];
    if (name && key) return [{ name, key }];
    ctx.addIssue({
      code: 'custom',
      message: 'each entry must be name:key, the name in lower case, the key of at least 24 characters',
    });
    return [];
  }),
);

const redirects = list.superRefine((entries, ctx) => {
  for (const entry of entries) {
    const rule = parseRedirectRule(entry);
    if (!rule.ok) ctx.addIssue({ code: 'custom', message: `"${entry}" ${rule.why}` });
  }
});

const locale = z
  .string()
  .refine(
    (tag) => {
      try {
        return Intl.getCanonicalLocales(tag).length === 1;
      } catch {
        return false;
      }
    },
    { error: 'must be a language tag such as en-GB' },
  )
  .default('en-GB');

/** The shop's own variables, as the environment spells them. Modules bring theirs themselves. */
export const ownVariables = z.object({
  PUBLIC_URL: origin.optional(),
  PORT: whole(1, 65_535, 3000),
  APP_SECRET: secret(32),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'must be file:path or postgres://…')
    .default('file:./data/foyer.db'),
  TRUSTED_HOPS: whole(0, 10, 0),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  OPS_KEY: secret(24).optional(),
  RETENTION_DAYS: whole(0, 3650, 400),
  PARTNER_KEYS: partners,
  DEFAULT_LOCALE: locale,
  SHOP_NAME: z.string().max(60, 'must have at most 60 characters').default('Foyer'),
  SUPPORT_EMAIL: z.email('must be a mail address').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/.+/, 'must be smtp://host:port or smtps://…')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/, 'must be a mail address, a name before it if you like')
    .optional(),
  COLLECTORS: list,
  ALLOWED_REDIRECTS: redirects,
  SANDBOX_CONTROL_URL: origin.optional(),
});

export type OwnVariables = z.infer<typeof ownVariables>;

/** How to mend each of them: a sentence for the person at the terminal. */
export const MEND: Readonly<Record<keyof OwnVariables, string>> = {
  PUBLIC_URL: 'Set it to the address customers see, such as https://tickets.example.',
  PORT: 'Set it to the port to listen on, or leave it out for 3000.',
  APP_SECRET: 'Make one with: openssl rand -base64 48',
  DATABASE_URL: 'Leave it out for SQLite in ./data, or give postgres://user:password@host/name.',
  TRUSTED_HOPS: 'Set it to the number of proxies of yours in front of the shop, 0 when there is none.',
  LOG_LEVEL: 'Use debug, info, warn, error or silent.',
  OPS_KEY: 'Make one with: openssl rand -hex 24; leave it out to close the operators’ pages.',
  RETENTION_DAYS: 'Set it to the days after which personal data goes, 0 to keep it, or leave it out for 400.',
  PARTNER_KEYS: 'Write name:key,name:key; make a key with: openssl rand -hex 24',
  DEFAULT_LOCALE: 'Use a language tag such as en-GB, or leave it out.',
  SHOP_NAME: 'Use the name customers know.',
  SUPPORT_EMAIL: 'Use the address customers can write to, or leave it out.',
  SMTP_URL: 'Use smtp://user:password@host:587, or leave it out to send no mail.',
  MAIL_FROM: 'Use "Name <tickets@your.domain>".',
  COLLECTORS: 'List collectors of lib/collectors, or leave it empty.',
  ALLOWED_REDIRECTS: 'List exact origins or https://*.suffix; http only on this machine.',
  SANDBOX_CONTROL_URL: 'Use the sandbox’s control origin, or leave it out.',
};
