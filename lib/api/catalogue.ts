import 'server-only';
import type {
  Answer,
  CallContext,
  EventDetail,
  EventPage,
  EventQuery,
  Offers,
  Supplier,
} from '@/lib/checkout/supplier';
import { type Cache, createCache } from '@/lib/platform/cache';

/** A crowd on one event is one question a minute to its supplier. */
const TTL_MS = 60_000;
const MAX = 500;

/** On globalThis, since bundles of different routes may each hold a copy of this module. */
const holder = globalThis as typeof globalThis & { foyerCatalogue?: Cache };

function cache(): Cache {
  holder.foyerCatalogue ??= createCache({ ttlMs: TTL_MS, max: MAX, now: Date.now });
  return holder.foyerCatalogue;
}

/** Forgets everything, for tests. */
export function clearCatalogue(): void {
  cache().clear();
}

export function eventsOf(
  supplier: Supplier,
  ctx: CallContext,
  query: EventQuery,
): Promise<Answer<EventPage>> {
  const key = JSON.stringify([supplier.id, 'events', query.text.toLowerCase(), query.page, query.locale]);
  return cache().get(key, () => supplier.events(ctx, query), worthKeeping);
}

export function eventOf(supplier: Supplier, ctx: CallContext, id: string): Promise<Answer<EventDetail>> {
  const key = JSON.stringify([supplier.id, 'event', id, ctx.locale]);
  return cache().get(key, () => supplier.event(ctx, id, ctx.locale), worthKeeping);
}

/** Prices and limits are kept for a minute; an answer that says which seats are free is shared, and kept not at all. */
export async function offersOf(
  supplier: Supplier,
  ctx: CallContext,
  event: string,
  date: string | null,
): Promise<Answer<Offers>> {
  const offers = supplier.offers?.bind(supplier);
  if (!offers) return { ok: false, code: 'not_found' };
  const key = JSON.stringify([supplier.id, 'offers', event, date, ctx.locale]);
  const seated = (answer: Answer<Offers>) => answer.ok && answer.value.offers.some(({ seats }) => seats);
  return cache().get(
    key,
    () => offers(ctx, event, date),
    (answer) => answer.ok && !seated(answer),
  );
}

/**
 * Forgets what was offered of events whose tickets somebody has just asked for: whoever was told that they are gone, and
 * goes back to choose again, is not offered them once more.
 */
export function forgetOffers(supplier: string, events: Iterable<string>): void {
  for (const event of new Set(events))
    cache().forget(`${JSON.stringify([supplier, 'offers', event]).slice(0, -1)},`);
}

/**
 * The same for a date that a customer or a partner names: only one that the event has is asked for, so that a supplier
 * is not bothered with nonsense. An event without dates has its offers under none.
 */
export async function offersOn(
  supplier: Supplier,
  ctx: CallContext,
  event: string,
  date: string | null,
): Promise<Answer<Offers> | 'no_such_date'> {
  const found = await eventOf(supplier, ctx, event);
  if (!found.ok) return found;
  const { performances } = found.value;
  const known = date === null ? performances.length === 0 : performances.some((one) => one.date === date);
  return known ? offersOf(supplier, ctx, event, date) : 'no_such_date';
}

/** A fault is asked about again at once; only what the supplier said is kept. */
function worthKeeping(answer: Answer<unknown>): boolean {
  return answer.ok || answer.code === 'not_found';
}
