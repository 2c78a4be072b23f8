import type { Checkout } from '@/lib/checkout/model';
import { externalIdOf } from '@/lib/collectors/tikkie/names';

/** What Tikkie knows a checkout's attempts by: the groups of its charges. */
export function tikkieGroups(checkout: Checkout): readonly string[] {
  const mine = checkout.attempts.filter(({ option }) => option.endsWith(':tikkie'));
  return mine.map(({ id }) => externalIdOf(checkout, id));
}
