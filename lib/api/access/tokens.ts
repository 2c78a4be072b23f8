import 'server-only';
import { createSecretKey, hkdfSync } from 'node:crypto';
import { type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { Foyer } from '@/lib/foyer';

/** What a token is for. Each purpose has a key of its own, so that one kind can never pass for another. */
type Purpose = 'basket' | 'operator' | 'link';

/** A signed token that says `claims` until it lapses. */
export function signToken(
  foyer: Foyer,
  purpose: Purpose,
  claims: JWTPayload,
  seconds: number,
): Promise<string> {
  const now = Math.floor(foyer.now() / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt(now)
    .setExpirationTime(now + seconds)
    .sign(keyOf(foyer, purpose));
}

/** The claims of a token that we made for this purpose and that has not lapsed; null for everything else. */
export async function readToken(foyer: Foyer, purpose: Purpose, token: string): Promise<JWTPayload | null> {
  try {
    const options = { algorithms: ['HS256'], currentDate: new Date(foyer.now()) };
    return (await jwtVerify(token, keyOf(foyer, purpose), options)).payload;
  } catch {
    return null;
  }
}

function keyOf({ config }: Foyer, purpose: Purpose) {
  return createSecretKey(Buffer.from(hkdfSync('sha256', config.app.secret, '', `foyer ${purpose}`, 32)));
}
