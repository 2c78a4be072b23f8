import type { Collector } from './collector';
import { nothingDue } from './ledgers';
import type { Checkout } from './model';
import type { Offered, OptionSpec, Supplier } from './supplier';

/** A way to pay for this checkout, as it is offered to its customer. */
export interface PaymentOption extends Offered {
  /** `supplier.option`, or `supplier.option:collector` where the partner collects. */
  readonly id: string;
  readonly method: string;
  readonly label: string;
  readonly collects: 'supplier' | 'partner';
  readonly server?: true;
}

/** Nothing is asked for when nothing is due. */
export const FREE_METHOD = 'free';

/**
 * What the customer can choose from. An option of the partner's exists only with a collector, because a ticket is
 * never issued without payment of what is due; where nothing is due the only option is to book.
 */
export function paymentOptions(
  checkout: Checkout,
  supplier: Supplier,
  collectors: Iterable<Collector>,
): readonly PaymentOption[] {
  if (nothingDue(checkout)) return freeOption(supplier);
  const offered = supplier.offered?.(checkout) ?? {};
  const list = [...collectors];
  return supplier.options.flatMap((option) => {
    const { [option.id]: state = { available: true } } = offered;
    if (state === null) return [];
    if (option.collects === 'supplier') return [bySupplier(option, state)];
    return list.map((collector) => byCollector(option, state, collector, checkout));
  });
}

function freeOption(supplier: Supplier): readonly PaymentOption[] {
  const option = supplier.options.find((spec) => spec.collects === 'partner');
  if (!option || !supplier.book) return [];
  return [{ id: option.id, method: FREE_METHOD, label: option.label, collects: 'partner', available: true }];
}

function bySupplier(option: OptionSpec, state: Offered): PaymentOption {
  const { id, label, method = id, server } = option;
  return { id, method, label, collects: 'supplier', ...(server ? { server } : {}), ...state };
}

function byCollector(
  option: OptionSpec,
  state: Offered,
  collector: Collector,
  checkout: Checkout,
): PaymentOption {
  const accepts = state.available ? collector.accepts(checkout) : state;
  return {
    id: `${option.id}:${collector.id}`,
    method: collector.id,
    label: collector.label,
    collects: 'partner',
    ...accepts,
  };
}
