import type { OptionSpec, ProductSpec, UnitSpec } from '../catalogue/types';
import type { Desk } from '../desk';
import { type At, bookingPricing, type Pricing, sum, unitPricing } from '../pricing';
import type { Slot } from '../slots';
import type { Booking } from './model';

/** The currencies that a product is sold in, its own first. */
export function currenciesOf(product: ProductSpec): string[] {
  return [product.currency, ...product.otherCurrencies];
}

/** What prices depend on for whoever reserves now, which may be more than availability said. */
export function atHold(desk: Desk, product: ProductSpec, slot: Slot | null, currency: string): At {
  const raised = (desk.store.raised.get(product.id) ?? 0) + (product.behaviour?.dearerPercent ?? 0);
  return { currency, date: slot?.date ?? null, raised };
}

/** Price of one ticket; null where the booking is priced as a whole. */
export function itemPricing(product: ProductSpec, unit: UnitSpec, at: At): Pricing | null {
  return product.pricingPer === 'UNIT' ? unitPricing(product, unit, at) : null;
}

/** What a whole booking costs: its tickets, or its own price. */
export function totalPricing(
  product: ProductSpec,
  option: OptionSpec,
  items: readonly Pick<Booking['unitItems'][number], 'pricing'>[],
  at: At,
): Pricing {
  if (product.pricingPer === 'BOOKING') return bookingPricing(product, option, at);
  return sum(
    items.flatMap(({ pricing }) => pricing ?? []),
    at.currency,
  );
}
