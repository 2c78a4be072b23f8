import 'server-only';
import { declinesOf } from '@/lib/checkout/ledgers';
import type { Checkout } from '@/lib/checkout/model';
import type { Foyer } from '@/lib/foyer';
import type { Caller } from './access/caller';
import { type Problem, problem } from './problems/problem';

const HOUR = 3_600_000;
const WEEK = 168 * HOUR;

/** How many of each an address gets in an hour. */
const LIMITS = { holds: 20, declines: 10, lookups: 5, logins: 10, pickers: 120, codes: 60 } as const;
type Limited = keyof typeof LIMITS;

/** A partner's server speaks for many customers from one address: its own bucket, and a wider one. */
const PARTNER_FACTOR = 50;

/** Whom a limit counts: a network (an address alone is changed in a minute), or a partner. */
export interface Counted {
  readonly bucket: string;
  readonly factor: number;
}

/** `network` is the caller's /24 or /64. */
export function countedAs(caller: Caller, network: string): Counted {
  return caller.kind === 'partner'
    ? { bucket: caller.id, factor: PARTNER_FACTOR }
    : { bucket: `net:${network}`, factor: 1 };
}

/** Counts one event; a problem when it is one too many. A limiter that does not answer stops what costs money. */
export async function spend(foyer: Foyer, what: Limited, who: Counted): Promise<Problem | null> {
  const now = foyer.now();
  try {
    const { count, resetsAt } = await foyer.store.count(`${what}:${who.bucket}`, HOUR, now);
    return count > LIMITS[what] * who.factor ? tooMany(resetsAt - now) : null;
  } catch {
    return problem('payments_closed');
  }
}

/** Whether this address had too many cards declined; asked before anything is sent to a supplier. */
export async function declinesLeft(foyer: Foyer, who: Counted, checkout: Checkout): Promise<Problem | null> {
  const now = foyer.now();
  try {
    await noteDeclines(foyer, who, checkout);
    const { count, resetsAt } = await foyer.store.counted(`declines:${who.bucket}`, now);
    return count >= LIMITS.declines * who.factor ? tooMany(resetsAt - now) : null;
  } catch {
    return problem('payments_closed');
  }
}

/**
 * Counts the declines of a checkout that were not counted yet. Some become known long after the call that caused them
 * was answered, so the number already counted is kept beside the limit instead of comparing before and after one call.
 */
export async function noteDeclines(foyer: Foyer, who: Counted, checkout: Checkout): Promise<void> {
  const total = declinesOf(checkout);
  if (total === 0) return;
  const now = foyer.now();
  const seen = await foyer.store.counted(`seen:${checkout.id}`, now);
  for (let missing = total - seen.count; missing > 0; missing -= 1) {
    await foyer.store.count(`seen:${checkout.id}`, WEEK, now);
    await foyer.store.count(`declines:${who.bucket}`, HOUR, now);
  }
}

function tooMany(waitMs: number): Problem {
  return problem('rate_limited', { retryAfterMs: Math.max(1000, waitMs) });
}
