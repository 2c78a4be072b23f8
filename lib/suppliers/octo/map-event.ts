import type { EventDetail, EventSummary } from '@/lib/checkout/catalogue';
import type { Amount } from '@/lib/checkout/money';
import { isFrom } from '@/lib/platform/address';
import { plainText } from '@/lib/platform/plain-text';
import { inCurrency } from './choose';
import type { OctoConfig } from './config';
import { retail, texts } from './map-parts';
import { currencyFor, isPricedByBooking, venueOf } from './map-product';
import type { ProductWire } from './wire';

/** A product as an event of the shop. */
export function summaryOf(product: ProductWire, { imageOrigins, currency }: OctoConfig): EventSummary {
  const { id, title, internalName, shortDescription, subtitle, description, categories, location } = product;
  const { coverImageUrl: image } = product;
  return {
    id,
    title: title || internalName || id,
    summary: plainText(shortDescription || subtitle || description, 300),
    image: isFrom(image, imageOrigins) ? image : undefined,
    category: texts((categories ?? []).map((one) => one?.title || one?.name))[0],
    city: location || undefined,
    venue: product.destination?.name || undefined,
    from: fromPrice(product, currencyFor(product, currency)),
  };
}

/** The cheapest ticket that costs something, or the booking where that has the price. */
function fromPrice(product: ProductWire, currency: string | undefined): Amount | undefined {
  const prices = product.options.flatMap((option) => {
    const lists = isPricedByBooking(product)
      ? [option.pricingFrom ?? option.pricing ?? product.pricingFrom ?? product.pricing]
      : option.units.map((unit) => unit.pricingFrom ?? unit.pricing);
    return lists.flatMap((list) => {
      const wire = inCurrency(list, currency);
      return wire ? [retail(wire)] : [];
    });
  });
  const paid = prices.filter(({ amount }) => amount > 0);
  const [first] = [...(paid.length > 0 ? paid : prices)].sort((a, b) => a.amount - b.amount);
  return first;
}

/** With everything that there is to read, and the days on which it is on (`YYYY-MM-DD`; none where no day is chosen). */
export function detailOf(product: ProductWire, days: readonly string[], config: OctoConfig): EventDetail {
  const { bannerImageUrl: banner } = product;
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    ['Where', [venueOf(product), product.address].filter(Boolean).join(', ')],
    ['Included', texts(product.inclusions).join('\n')],
    ['Not included', texts(product.exclusions).join('\n')],
    ['How to use it', product.redemptionInstructions],
    ['Cancellation', product.cancellationPolicy],
    ...(product.faqs ?? []).map((one) => [one?.question ?? '', one?.answer] as const),
  ];
  return {
    ...summaryOf(product, config),
    description: plainText(product.description || product.shortDescription, 20_000),
    hero: isFrom(banner, config.imageOrigins) ? banner : undefined,
    facts: facts.flatMap(([label, text]) => (label && text ? [{ label, text }] : [])),
    highlights: texts(product.highlights),
    performances: days.map((date) => ({ date })),
    notices: texts([
      product.bookingTerms,
      product.instantConfirmation === false ? 'The supplier confirms each booking by hand.' : null,
    ]),
  };
}
