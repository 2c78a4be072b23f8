import 'server-only';
import type { Supplier } from '@/lib/checkout/supplier';
import { eventOf, eventsOf, offersOf } from '../catalogue';
import type { ShopEventAnswer, ShopEventPage, ShopOffers, ShopSupplier } from '../page-types';
import { eventView, offersView, summaryView } from '../view/catalogue';
import { visitor } from './visitor';

/** A supplier as the shop shows it. */
export function shopSupplier({ id, name, picker, offers }: Supplier): ShopSupplier {
  return { id, name, picker: picker !== undefined && offers === undefined };
}

/** Enabled suppliers. */
export async function suppliersForPage(): Promise<readonly ShopSupplier[]> {
  const { foyer } = await visitor();
  return [...foyer.suppliers.values()].map(shopSupplier);
}

/** Events of all suppliers together. One that does not answer is named; the others are shown. */
export async function eventsForPage(ask: { text: string; page: number }): Promise<ShopEventPage> {
  const { foyer, ctx, locale } = await visitor();
  const query = { text: ask.text.trim().slice(0, 100), page: Math.max(1, ask.page), locale };
  const answers = await Promise.all(
    [...foyer.suppliers.values()].map(async (supplier) => ({
      supplier,
      // A fault of one supplier's code must not take the shop down either.
      answer: await eventsOf(supplier, ctx, query).catch(() => null),
    })),
  );
  const found = answers.flatMap(({ supplier, answer }) =>
    answer?.ok ? [{ supplier, page: answer.value }] : [],
  );
  const lists = found.map(({ supplier, page }) =>
    page.events.map((event) => ({
      ...summaryView(event),
      supplier: supplier.id,
      supplierName: supplier.name,
    })),
  );
  return {
    events: interleave(lists),
    page: query.page,
    pages: Math.max(1, ...found.map(({ page }) => page.pages)),
    total: found.reduce((sum, { page }) => sum + page.total, 0),
    failures: answers.filter(({ answer }) => !answer?.ok).map(({ supplier }) => shopSupplier(supplier)),
  };
}

/** One event with its dates. */
export async function eventForPage(supplierId: string, id: string): Promise<ShopEventAnswer> {
  const { foyer, ctx } = await visitor();
  const supplier = foyer.suppliers.get(supplierId);
  if (!supplier) return { kind: 'unknown' };
  const answer = await eventOf(supplier, ctx, id);
  if (answer.ok)
    return { kind: 'found', event: eventView(answer.value, supplier), supplier: shopSupplier(supplier) };
  return answer.code === 'not_found'
    ? { kind: 'unknown' }
    : { kind: 'unavailable', supplier: shopSupplier(supplier) };
}

/** What can be bought of an event on a date; null when nobody answers. */
export async function offersForPage(
  supplierId: string,
  event: string,
  date: string | null,
): Promise<ShopOffers> {
  const { foyer, ctx } = await visitor();
  const supplier = foyer.suppliers.get(supplierId);
  if (!supplier) return null;
  if (!supplier.offers && supplier.picker) return { picker: true };
  const answer = await offersOf(supplier, ctx, event, date);
  return answer.ok ? offersView(answer.value) : null;
}

/** One of each in turn, so that no supplier fills the first screen. */
function interleave<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => list.slice(index, index + 1)),
  ).flat();
}
