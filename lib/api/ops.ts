import 'server-only';
import type { Checkout } from '@/lib/checkout/model';
import type { Foyer } from '@/lib/foyer';

/** No item named means every item with a booking; null when one is named that is not there. */
export function itemsForOrder({ items }: Checkout, named: readonly string[]): readonly string[] | null {
  if (named.length === 0) return items.filter(({ status }) => status === 'booked').map(({ id }) => id);
  return named.every((id) => items.some((item) => item.id === id)) ? named : null;
}

/** A look changes nothing, and still is an operator's act: who and why go into the history. */
export async function noteCheck(foyer: Foyer, id: string, by: string, reason: string): Promise<void> {
  await foyer.store.note(id, [{ at: foyer.now(), kind: 'operator', name: 'check', data: { by, reason } }]);
}
