import type { OptionWire, ProductWire, UnitWire } from './wire';

type Product = ProductWire | null | undefined;

/** The product's name, with the option's where there are several to choose from. */
export function titleOf(product: Product, option: OptionWire | null): string {
  const title = product?.title || product?.internalName || '';
  const several = (product?.options.length ?? 0) > 1;
  return [title, several ? optionTitle(option) : ''].filter(Boolean).join(': ');
}

export function optionTitle(option: OptionWire | null): string {
  return option?.title || option?.internalName || '';
}

export function unitTitle(unit: UnitWire): string {
  return unit.title || unit.internalName || unit.id;
}

/** Where it is: the place and its town. */
export function venueOf(product: Product): string | null {
  const names = [product?.destination?.name, product?.location].filter((name) => name);
  return [...new Set(names)].join(', ') || null;
}

/** Sold by the day: the hours are the house's, and no time is chosen. */
export function isAllDay(product: Product): boolean {
  return product?.availabilityType === 'OPENING_HOURS';
}

/** Bought without a day. */
export function isOpenDated(product: ProductWire): boolean {
  return product.availabilityRequired === false;
}

/** One price for the whole booking, however many come. */
export function isPricedByBooking(product: ProductWire): boolean {
  return product.pricingPer === 'BOOKING';
}

/** The currency to ask for: the shop's where the product is sold in it, else the product's own. */
export function currencyFor(product: ProductWire, wanted: string | null): string | undefined {
  const known = product.availableCurrencies ?? [];
  if (wanted && known.includes(wanted)) return wanted;
  return product.defaultCurrency ?? undefined;
}
