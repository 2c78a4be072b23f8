import { z } from 'zod';
import { lenient, text } from '@/lib/platform/wire';
import { availabilityId, priceWire } from './wire-parts';

/*
 * OCTO's JSON as Ventrata speaks it: the catalogue. Objects are loose and enums open, because what is added to the
 * specification must not stop a sale; amounts are strict. Orders are in `wire-order.ts`.
 */

const id = z.string().min(1).max(200);
const fields = lenient(z.array(z.string().max(60)).max(40));
const count = lenient(z.int().min(0));

/** One price a currency; anything in the list that cannot be read is left out. */
const prices = lenient(z.array(lenient(priceWire)));

/** A kind of ticket. */
export const unitWire = z.looseObject({
  id,
  internalName: lenient(text(200)),
  title: lenient(text(200)),
  subtitle: lenient(text(300)),
  type: lenient(text(40)),
  requiredContactFields: fields,
  restrictions: lenient(
    z.looseObject({
      minAge: count,
      maxAge: count,
      idRequired: lenient(z.boolean()),
      minQuantity: count,
      maxQuantity: count,
      paxCount: count,
      accompaniedBy: lenient(z.array(z.string())),
      required: lenient(z.boolean()),
    }),
  ),
  pricing: prices,
  pricingFrom: prices,
});
export type UnitWire = z.infer<typeof unitWire>;

/** One way to do a product, with its own times and units. */
export const optionWire = z.looseObject({
  id,
  internalName: lenient(text(200)),
  title: lenient(text(200)),
  subtitle: lenient(text(300)),
  requiredContactFields: fields,
  visibleContactFields: fields,
  restrictions: lenient(
    z.looseObject({ minUnits: count, maxUnits: count, minPaxCount: count, maxPaxCount: count }),
  ),
  units: z.array(unitWire).max(200),
  pricing: prices,
  pricingFrom: prices,
});
export type OptionWire = z.infer<typeof optionWire>;

/** `octo/content` adds what people read. */
export const productWire = z.looseObject({
  id,
  internalName: lenient(text(300)),
  title: lenient(text(300)),
  subtitle: lenient(text(500)),
  shortDescription: lenient(z.string().max(20_000)),
  description: lenient(z.string().max(50_000)),
  timeZone: lenient(text(60)),
  instantConfirmation: lenient(z.boolean()),
  availabilityRequired: lenient(z.boolean()),
  availabilityType: lenient(text(40)),
  options: z.array(optionWire).min(1).max(200),
  defaultCurrency: lenient(text(3)),
  availableCurrencies: lenient(z.array(z.string())),
  pricingPer: lenient(text(20)),
  pricing: prices,
  pricingFrom: prices,
  location: lenient(text(200)),
  address: lenient(text(500)),
  destination: lenient(z.looseObject({ name: lenient(text(200)), title: lenient(text(200)) })),
  categories: lenient(
    z.array(lenient(z.looseObject({ title: lenient(text(100)), name: lenient(text(100)) }))),
  ),
  highlights: lenient(z.array(lenient(text(500)))),
  inclusions: lenient(z.array(lenient(text(500)))),
  exclusions: lenient(z.array(lenient(text(500)))),
  bookingTerms: lenient(text(2000)),
  cancellationPolicy: lenient(text(2000)),
  redemptionInstructions: lenient(text(2000)),
  faqs: lenient(
    z.array(lenient(z.looseObject({ question: lenient(text(300)), answer: lenient(text(2000)) }))),
  ),
  coverImageUrl: lenient(z.string()),
  bannerImageUrl: lenient(z.string()),
});
export type ProductWire = z.infer<typeof productWire>;

/** Read one by one: a product that makes no sense is left out, and the others are sold. */
export const productsWire = z.array(z.unknown());

/** One day of the calendar. */
export const calendarWire = z.array(
  z.looseObject({ localDate: z.iso.date(), available: z.boolean(), status: lenient(text(40)) }),
);
export type CalendarWire = z.infer<typeof calendarWire>;

/** One slot. `unitPricing` is of one ticket each, `pricing` of the whole booking where it is priced so. */
export const slotWire = z.looseObject({
  id: availabilityId,
  localDateTimeStart: z.string(),
  localDateTimeEnd: lenient(z.string()),
  allDay: lenient(z.boolean()),
  available: z.boolean(),
  status: lenient(text(40)),
  vacancies: count,
  maxUnits: count,
  openingHours: lenient(z.array(z.looseObject({ from: text(20), to: text(20) }))),
  unitPricing: lenient(z.array(priceWire.and(z.looseObject({ unitId: z.string() })))),
  pricing: lenient(priceWire),
});
export type SlotWire = z.infer<typeof slotWire>;
export const slotsWire = z.array(slotWire);

/** An error body; under any status (the documentation says not to go by it). Echoed ids are not read. */
export const errorWire = z.looseObject({
  error: z.string().min(1).max(100),
  errorMessage: lenient(z.string().max(1000)),
});
