import 'server-only';
import type { HoldRequest, Line } from '@/lib/checkout/model';
import type { OpenBasket } from '@/lib/checkout/shop-store';
import type { Foyer } from '@/lib/foyer';
import { newBasket } from './baskets';
import { keyedId } from './idempotency';

export type LinesRequest = Extract<HoldRequest, { kind: 'lines' }>;

/** As many as one order may have, in the API and here. */
export const MAX_LINES = 20;

/** How often two tabs may get in each other's way before one of them is told so. */
const TRIES = 5;

/**
 * What makes two lines the same: choosing an offer again changes its line, and never adds a second one that the
 * supplier would hold beside it.
 */
export function lineKey({ event, offer, options }: Line): string {
  return keyedId('line', event, offer, JSON.stringify(options ?? null)).slice(0, 16);
}

/** The open basket of lines of a session at a supplier. */
export async function linesBasket(
  foyer: Foyer,
  session: string,
  supplier: string,
): Promise<(OpenBasket & { readonly request: LinesRequest }) | null> {
  const open = await foyer.store.openBaskets(session);
  for (const basket of open) {
    const { request } = basket;
    if (basket.supplier === supplier && request.kind === 'lines') return { ...basket, request };
  }
  return null;
}

/** Puts a line into the basket of its supplier, in place of an earlier one of the same offer. */
export async function putLine(
  foyer: Foyer,
  { session, supplier, line }: { session: string; supplier: string; line: Line },
): Promise<'kept' | 'full' | 'busy'> {
  const key = lineKey(line);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const basket = await linesBasket(foyer, session, supplier);
    if (!basket) {
      const request = { kind: 'lines' as const, lines: [line], delivery: {} };
      if (await foyer.store.addBasket(newBasket(foyer, { supplier, session, request }))) return 'kept';
      continue;
    }
    const { lines } = basket.request;
    const known = lines.some((one) => lineKey(one) === key);
    if (!known && lines.length >= MAX_LINES) return 'full';
    const next = known ? lines.map((one) => (lineKey(one) === key ? line : one)) : [...lines, line];
    if (await foyer.store.changeBasket(basket, { ...basket.request, lines: next })) return 'kept';
  }
  return 'busy';
}

/** Changes a basket of lines as it is by then; null when it is checked out, or others keep changing it. */
export async function changeLines(
  foyer: Foyer,
  basket: OpenBasket,
  change: (request: LinesRequest) => LinesRequest,
): Promise<LinesRequest | null> {
  let current: OpenBasket | null = basket;
  for (let tries = 0; current && tries < TRIES; tries += 1) {
    if (current.checkoutId || current.request.kind !== 'lines') return null;
    const next = change(current.request);
    if (JSON.stringify(next) === JSON.stringify(current.request)) return current.request;
    if (await foyer.store.changeBasket(current, next)) return next;
    current = await foyer.store.basket(basket.id);
  }
  return null;
}

/** The request without these lines. */
export function withoutLines(request: LinesRequest, keys: ReadonlySet<string>): LinesRequest {
  return { ...request, lines: request.lines.filter((line) => !keys.has(lineKey(line))) };
}
