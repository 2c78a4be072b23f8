import type { Discount, EventSpec, PriceBand } from './catalogue/types';
import type { Desk } from './desk';

/** Most kinds of price that one order may mix; what is beyond them becomes the band's default. */
const MOST_KINDS = 3;

/** What a ticket costs at the moment, minor units. `reserving` adds what rises between looking and holding. */
export function priceOf(
  desk: Desk,
  event: EventSpec,
  price: { seat: number; fee: number },
  reserving = false,
): { seat: number; fee: number } {
  const percent =
    (desk.store.raised.get(event.id) ?? 0) + (reserving ? (event.behaviour?.risesPercent ?? 0) : 0);
  return { seat: Math.round(price.seat * (1 + percent / 100)), fee: price.fee };
}

/** The discounts of an order's tickets: codes that the band does not know are silently replaced by its default. */
export function discountsOf(band: PriceBand, codes: readonly string[], count: number): Discount[] {
  const [standard] = band.discounts;
  const kinds = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const found = band.discounts.find(({ code }) => code === codes[index]) ?? standard;
    if (kinds.size >= MOST_KINDS && !kinds.has(found.code)) return standard;
    kinds.add(found.code);
    return found;
  });
}

/** What one ticket saves, minor units and whole percent. */
export function savingOf(discount: Discount): { saving: number; percent: number } {
  if (!discount.was) return { saving: 0, percent: 0 };
  const full = discount.was.seat + discount.was.fee;
  const saving = full - discount.seat - discount.fee;
  return { saving, percent: Math.round((saving / full) * 100) };
}
