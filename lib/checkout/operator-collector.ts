import type { Collection, Collector } from './collector';
import type { JsonObject } from './json';
import { collectorOf } from './ledgers';
import type { Attempt } from './model';
import { paymentOptions } from './options';
import type { Stored } from './store';
import type { Supplier } from './supplier';

/** Names the collector that is a person: never configured, never offered to a customer. */
export const OPERATOR = 'operator';

/**
 * An operator's word that the money is in (at a till, by transfer, on an account), given with a reference and the
 * amount. It asks nobody, so asking again answers the same. It cannot give back: what is owed stays owed until an
 * operator marks it.
 */
export const operatorCollector: Collector = {
  id: OPERATOR,
  label: OPERATOR,
  accepts: (checkout) => ({ available: checkout.totals.length === 1 }),
  collect: async (_ctx, _checkout, attempt) => given(attempt),
  check: async (_ctx, _checkout, attempt) => given(attempt),
};

/** What the operator said, as the attempt keeps it. Minor units. */
export interface Received {
  readonly reference: string;
  readonly amount: number;
  readonly currency: string;
}

export function receivedNotes({ reference, amount, currency }: Received): JsonObject {
  return { reference, amount, currency };
}

function given({ collection = {} }: Attempt): Collection {
  const { reference, amount, currency } = collection;
  if (typeof reference !== 'string' || typeof amount !== 'number' || typeof currency !== 'string')
    return { kind: 'declined', code: 'supplier_refused' };
  return { kind: 'paid', proof: { collector: OPERATOR, reference, amount, currency } };
}

/** Who collects for an attempt: a configured collector, or an operator. */
export function collectorFor(
  collectors: ReadonlyMap<string, Collector>,
  { option }: Attempt,
): Collector | undefined {
  const id = collectorOf(option);
  return id === OPERATOR ? operatorCollector : collectors.get(id ?? '');
}

/** What an operator may book: the supplier's options for which the partner collects. */
export function operatorOptions({ checkout }: Stored, supplier: Supplier | undefined) {
  if (!supplier?.book) return [];
  return paymentOptions(checkout, supplier, [operatorCollector]).filter(({ id }) =>
    id.endsWith(`:${OPERATOR}`),
  );
}
