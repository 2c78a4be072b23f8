import 'server-only';
import { randomUUID } from 'node:crypto';
import type { JsonObject } from '@/lib/checkout/json';
import { type Foyer, getFoyer } from '@/lib/foyer';
import { secured } from '@/lib/platform/security/answers';
import { callerOf } from '../access/caller';
import { linkedCheckout } from '../access/link';
import { newSession, readSession, SESSION_COOKIE, sessionCookie } from '../access/session';
import { cookieOf } from '../http/cookies';
import { logFault } from '../http/log';
import { seeOther } from '../http/reply';
import { onward } from './onward';
import { returnParams } from './params';

interface TokenRoute {
  readonly params: Promise<{ readonly token: string }>;
}

/** Tokens as we make them; anything else is not worth a look into the store. */
const TOKEN = /^[A-Za-z0-9_-]{16,200}$/;
/** Names of fixed returns, which are never as long as a token: see `returns` of a supplier. */
const FIXED = /^[a-z]{1,15}$/;

/**
 * A customer, or a supplier's machine, comes back. Needs no cookie: the token names one attempt. What came is kept and
 * settled, and whatever happens the answer is a 303, so that a reload repeats nothing. Where this browser has access it
 * goes on, to the payment's next page or to the checkout; else to a status without personal data (a bank's app may open
 * another browser, and on a POST from another site the cookie is not sent, so that page looks for it once more).
 */
export async function comeBack(request: Request, { params }: TokenRoute): Promise<Response> {
  const { token: segment } = await params;
  const foyer = await getFoyer();
  const came = await returnParams(request);
  const token = fixedKey(foyer, segment, came) ?? segment;
  return secured(await cameBack(foyer, request, token, token !== segment, came), foyer.config.app.publicUrl);
}

/** Which payment a provider's fixed return is about; null where the address is none, or nothing in it says so. */
function fixedKey(foyer: Foyer, name: string, came: JsonObject): string | null {
  if (!FIXED.test(name)) return null;
  for (const { returns } of foyer.suppliers.values()) {
    const key = returns && Object.hasOwn(returns, name) ? returns[name]?.(came) : null;
    if (key) return key;
  }
  return null;
}

async function cameBack(
  foyer: Foyer,
  request: Request,
  token: string,
  fixed: boolean,
  came: JsonObject,
): Promise<Response> {
  const status = seeOther(`/return/${encodeURIComponent(token)}/status`);
  if (!fixed && !TOKEN.test(token)) return status;
  if (isPrefetch(request)) return empty();
  try {
    const stored = await foyer.heart.returned(token, came);
    if (!stored) return status;
    foyer.log.event('payment.returned', { checkoutId: stored.checkout.id });
    const caller = callerOf(request.headers, (name) => cookieOf(request.headers, name), foyer.config);
    const mine = caller.kind !== 'nobody' && (await foyer.store.granted(caller.id, stored.checkout.id));
    return mine ? seeOther(onward(stored.checkout, token)) : status;
  } catch (fault) {
    // The sweeper looks by itself; what the customer needs now is a page and no error.
    logFault(foyer, randomUUID(), fault);
    return status;
  }
}

/**
 * A signed link lets this browser into its checkout. One that is wrong and one that has lapsed lead to the same page,
 * where a new one can be asked for.
 */
export async function followLink(request: Request, { params }: TokenRoute): Promise<Response> {
  const foyer = await getFoyer();
  const response = isPrefetch(request) ? empty() : await followed(foyer, request, (await params).token);
  return secured(response, foyer.config.app.publicUrl);
}

async function followed(foyer: Foyer, request: Request, token: string): Promise<Response> {
  const id = await linkedCheckout(foyer, token);
  const stored = id === null ? null : await foyer.heart.read(id);
  if (!stored) return seeOther('/lookup?problem=link_over');
  const known = readSession(cookieOf(request.headers, SESSION_COOKIE));
  const session = known ?? newSession();
  await foyer.store.grant(session.id, stored.checkout.id);
  const response = seeOther(`/checkout/${stored.checkout.id}`);
  if (!known) response.headers.append('Set-Cookie', sessionCookie(session));
  return response;
}

/** Next would run GET for HEAD; scanners of links and proxies send it, and it must do nothing. */
export async function nothing(): Promise<Response> {
  const foyer = await getFoyer();
  return secured(empty(), foyer.config.app.publicUrl);
}

function empty(): Response {
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
}

function isPrefetch({ headers }: Request): boolean {
  return /prefetch|prerender/i.test(`${headers.get('sec-purpose') ?? ''} ${headers.get('purpose') ?? ''}`);
}
