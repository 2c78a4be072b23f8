import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import type { Merchant } from './merchants';
import { unauthorised } from './problems';
import type { Sim } from './sim';

/** How long an access token is good for. */
export const TOKEN_SECONDS = 3600;

/** User and password of a Basic header; undefined when there is none. */
export function basic(c: Context): { user: string; password: string } | undefined {
  const given = /^Basic\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (!given) return undefined;
  const [user = '', ...password] = Buffer.from(given, 'base64').toString().split(':');
  return { user, password: password.join(':') };
}

/** A new token for a merchant. */
export function issueToken(sim: Sim, merchant: Merchant): string {
  const token = randomBytes(32).toString('base64url');
  sim.tokens.set(token, { merchant: merchant.id, untilMs: sim.now() + TOKEN_SECONDS * 1000 });
  return token;
}

/** Whose token a call carries. Throws the 401 of a call without one, or with one that has ended. */
export function bearer(c: Context, sim: Sim): Merchant {
  const token = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const known = sim.tokens.get(token ?? '');
  if (!known || known.untilMs <= sim.now()) throw unauthorised();
  return sim.merchant(known.merchant);
}

/** Whose merchant id and API key a call of the older kind carries. */
export function merchantKey(c: Context, sim: Sim): Merchant {
  const given = basic(c);
  const merchant = sim.merchants.find(({ id, apiKey }) => id === given?.user && apiKey === given.password);
  if (!merchant) throw unauthorised();
  return merchant;
}
