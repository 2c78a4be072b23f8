import 'server-only';
import { createHash } from 'node:crypto';
import type { Foyer } from '@/lib/foyer';
import { bearer, sameSecret } from './secrets';
import { readToken, signToken } from './tokens';

export const OPS_COOKIE = '__Host-foyer-ops';

/** A shift. */
const SHIFT_SECONDS = 8 * 3600;

/** Name of whoever comes with the key and does not say who they are. */
const UNNAMED = 'operator';

/** Who operates: by the key as Bearer, or by the login's cookie; null for everybody else, and where there is no key. */
export async function operatorOf(
  foyer: Foyer,
  headers: Headers,
  cookie: (name: string) => string | undefined,
): Promise<string | null> {
  const { opsKey } = foyer.config.app;
  if (opsKey === null) return null;
  const token = bearer(headers);
  if (token !== null) return sameSecret(token, opsKey) ? UNNAMED : null;
  const claims = await readToken(foyer, 'operator', cookie(OPS_COOKIE) ?? '');
  return claims?.key === printOf(opsKey) ? String(claims.sub) : null;
}

/** The cookie of a login that brought the right key. `Strict`: nothing outside leads into an operator's act. */
export async function operatorCookie(foyer: Foyer, key: string, name: string): Promise<string | null> {
  const { opsKey } = foyer.config.app;
  if (opsKey === null || !sameSecret(key, opsKey)) return null;
  const claims = { sub: name.trim().slice(0, 80) || UNNAMED, key: printOf(opsKey) };
  const token = await signToken(foyer, 'operator', claims, SHIFT_SECONDS);
  return cookieLine(token, SHIFT_SECONDS);
}

/** Ends a login. */
export const NO_OPERATOR = cookieLine('', 0);

function cookieLine(value: string, seconds: number): string {
  return `${OPS_COOKIE}=${value}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Strict`;
}

/** A new key ends every login made with the old one. */
function printOf(key: string): string {
  return createHash('sha256').update(`ops:${key}`).digest('base64url').slice(0, 16);
}
