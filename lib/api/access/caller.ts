import type { Config } from '@/lib/platform/config';
import { bearer, sameSecret } from './secrets';
import { readSession, SESSION_COOKIE } from './session';

/** Who asks. `id` is what grants are made to; a hash never holds a colon, so the two kinds cannot meet. */
export type Caller =
  | { readonly kind: 'browser'; readonly id: string }
  | { readonly kind: 'partner'; readonly id: string; readonly name: string }
  | { readonly kind: 'nobody' };

/** A partner's key counts before a cookie: a server that sends one means it. A wrong key makes nobody of its sender. */
export function callerOf(
  headers: Headers,
  cookie: (name: string) => string | undefined,
  config: Config,
): Caller {
  const token = bearer(headers);
  if (token !== null) {
    const partner = partnerOf(token, config);
    return partner === null
      ? { kind: 'nobody' }
      : { kind: 'partner', id: `partner:${partner}`, name: partner };
  }
  const session = readSession(cookie(SESSION_COOKIE));
  return session === null ? { kind: 'nobody' } : { kind: 'browser', id: session.id };
}

/** Every key is compared, found or not, so that time tells nothing. */
function partnerOf(token: string, { app }: Config): string | null {
  let found: string | null = null;
  for (const { name, key } of app.partners) if (sameSecret(token, key)) found = name;
  return found;
}
