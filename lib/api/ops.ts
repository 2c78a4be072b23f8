import 'server-only';
import { referenceIn } from '@/lib/checkout/ids';
import type { Checkout } from '@/lib/checkout/model';
import type { Stored } from '@/lib/checkout/store';
import type { Foyer } from '@/lib/foyer';

/** The checkout that an operator names: by its id, or by its reference in whatever that was pasted with. */
export async function named(foyer: Foyer, text: string): Promise<Stored | null> {
  const stored = await foyer.heart.read(text);
  return stored ?? foyer.store.byReference(referenceIn(text) ?? text.trim().toUpperCase());
}

/** No item named means every item with a booking; null when one is named that is not there. */
export function itemsForOrder({ items }: Checkout, named: readonly string[]): readonly string[] | null {
  if (named.length === 0) return items.filter(({ status }) => status === 'booked').map(({ id }) => id);
  return named.every((id) => items.some((item) => item.id === id)) ? named : null;
}

/** A look changes nothing, and still is an operator's act: who and why go into the history. */
export async function noteCheck(foyer: Foyer, id: string, by: string, reason: string): Promise<void> {
  await foyer.store.note(id, [{ at: foyer.now(), kind: 'operator', name: 'check', data: { by, reason } }]);
}
