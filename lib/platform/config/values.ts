import { z } from 'zod';
import { parseRedirectRule } from '../security/redirects';

/** A comma list; blanks around and empty entries do not count. */
export const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

/** A switch, and what it is when nothing is said. */
export const yesNo = (fallback: 'yes' | 'no') =>
  z
    .enum(['yes', 'no'], 'must be yes or no')
    .default(fallback)
    .transform((answer) => answer === 'yes');

/** Where customers may be sent. Faults in it are reported where the shop's own variables are read, and left out here. */
export const redirectRules = list.transform((entries) =>
  entries.flatMap((entry) => {
    const rule = parseRedirectRule(entry);
    return rule.ok ? [rule.rule] : [];
  }),
);

/** A whole number written in decimal digits. `Number('')` is 0 and `Number('1e3')` is 1000, so digits are asked for. */
export const whole = (min: number, max: number, fallback: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((n) => n >= min && n <= max, `must be from ${min} to ${max}`)
    .default(fallback);

/** The origin of a public address: scheme, host and port, nothing behind it. Answers it without a trailing slash. */
export const origin = z
  .string()
  .refine(
    (text) => originIn(text) !== null,
    'must be an origin such as https://tickets.example, without a path',
  )
  .transform((text) => new URL(text).origin);

function originIn(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const bare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  return bare && /^https?:$/.test(url.protocol) ? url.origin : null;
}

/** A secret of at least `min` characters; the message never says how long it is. */
export const secret = (min: number) => z.string().min(min, `must have at least ${min} characters`);
