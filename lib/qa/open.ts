import 'server-only';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beginAttempt } from '@/lib/api/checkouts/attempt';
import { openCheckout } from '@/lib/api/checkouts/open';
import { whereabouts } from '@/lib/api/checkouts/whereabouts';
import { browsing } from '@/lib/api/http/context';
import { keyedId } from '@/lib/api/idempotency';
import type { Counted } from '@/lib/api/limits';
import { fromRefused, type Problem, problem } from '@/lib/api/problems/problem';
import { isProblem } from '@/lib/api/problems/text';
import { activeAttempt, ticketsOf } from '@/lib/checkout/ledgers';
import type { Checkout, ClientFacts } from '@/lib/checkout/model';
import type { Stored } from '@/lib/checkout/store';
import type { Foyer } from '@/lib/foyer';
import { filled } from './fill';
import type { Purchase } from './purchase';
import { type Pick, requestOf } from './request';

/** Longer than any supplier of the sandbox takes to hold or to begin. */
const PATIENCE_MS = 15_000;
const LOOK_MS = 100;

/** Who buys, and from where. */
export interface Tester {
  readonly foyer: Foyer;
  /** The session that the purchase will be of. */
  readonly owner: string;
  readonly locale: string;
  readonly counted: Counted;
  readonly client: ClientFacts;
  readonly pick: Pick;
}

/** The checkout, and the page on which the customer takes over. */
export interface Opened {
  readonly id: string;
  readonly href: string;
}

/**
 * Does what a customer does up to the page to pay on: chooses, has it held, types what is asked and picks the way to pay, by
 * the same doors as the pages. Nothing is paid. Where something has to be read first, it ends at the order. Not counted as a
 * hold of its network: there is no test bench where there is a public.
 */
export async function openPurchase(tester: Tester, wanted: Purchase): Promise<Opened | Problem> {
  const { foyer, owner, locale } = tester;
  const supplier = foyer.suppliers.get(wanted.supplier);
  if (!supplier) return problem('not_found');
  const ctx = browsing({ requestId: randomUUID(), locale });
  const request = await requestOf(supplier, ctx, wanted, { now: foyer.now(), pick: tester.pick });
  if (!request) return problem('nothing_held');
  const opening = { supplier: supplier.id, request, basket: null, owner, locale };
  const { checkout } = await openCheckout(foyer, keyedId('qa', randomUUID()), opening);
  const { id } = checkout;
  const stored = await whenever(foyer, id, isSettled);
  if (!stored || ticketsOf(stored.checkout) !== 'held') return { id, href: `/checkout/${id}` };
  const answered = await foyer.heart.details(
    id,
    filled(stored.checkout.details.schema, wanted.details),
    'draft',
  );
  if (!answered.ok) return fromRefused(answered.problem);
  const asks = wanted.opens !== 'till' || !answered.stored.checkout.accepted;
  return asks ? { id, href: `/checkout/${id}` } : begun(tester, answered.stored, wanted.option);
}

async function begun(tester: Tester, stored: Stored, option: string): Promise<Opened | Problem> {
  const { foyer } = tester;
  const { id } = stored.checkout;
  const outcome = await beginAttempt({ ...tester, checkout: stored }, randomUUID(), { option });
  if (isProblem(outcome)) return outcome;
  if (!outcome.ok) return fromRefused(outcome.problem);
  const seen = await whenever(foyer, id, (now) => activeAttempt(now)?.status !== 'starting');
  const attempt = seen && activeAttempt(seen.checkout);
  return { id, href: whereabouts(id, attempt?.id, attempt?.status === 'open' ? attempt.step : null) };
}

function isSettled(checkout: Checkout): boolean {
  return ticketsOf(checkout) !== 'open' || checkout.refusals.length > 0;
}

/** The checkout as soon as it is so, or as it is when patience ends. */
async function whenever(foyer: Foyer, id: string, so: (checkout: Checkout) => boolean) {
  const end = Date.now() + PATIENCE_MS;
  let stored = await foyer.heart.read(id);
  while (stored && !so(stored.checkout) && Date.now() < end) {
    await sleep(LOOK_MS);
    stored = await foyer.heart.read(id);
  }
  return stored;
}
