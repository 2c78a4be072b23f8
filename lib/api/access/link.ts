import 'server-only';
import type { Foyer } from '@/lib/foyer';
import { readToken, signToken } from './tokens';

/** Long enough to find tickets by their mail on the day of the show. */
const LINK_SECONDS = 400 * 24 * 3600;

/** The address that lets a browser into a checkout. */
export async function checkoutLink(foyer: Foyer, checkoutId: string): Promise<string> {
  const token = await signToken(foyer, 'link', { sub: checkoutId }, LINK_SECONDS);
  return `${foyer.config.app.publicUrl}/c/${token}`;
}

/** The checkout that a link names; null when it is not ours or has lapsed, which are not told apart. */
export async function linkedCheckout(foyer: Foyer, token: string): Promise<string | null> {
  const claims = await readToken(foyer, 'link', token);
  return claims?.sub ?? null;
}
