import { z } from 'zod';
import { pricing } from './octo-wire';

/*
 * Suppliers, products and the calendar as the platform's documentation and its published types have them, written from those
 * and not from the sandbox: every field that is said to be there, in its type and nullability.
 */

const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
const hours = z.array(
  z.object({ from: z.string().regex(/^\d\d:\d\d$/), to: z.string().regex(/^\d\d:\d\d$/) }),
);
const fields = z.array(
  z.enum([
    'firstName',
    'lastName',
    'emailAddress',
    'phoneNumber',
    'country',
    'notes',
    'locales',
    'allowMarketing',
    'postalCode',
  ]),
);
const count = z.int().min(0).nullable();

export const supplierSchema = z.looseObject({
  id: z.string().min(1),
  name: z.string().min(1),
  endpoint: z.url(),
  contact: z.object({
    website: z.string().nullable(),
    email: z.string().nullable(),
    telephone: z.string().nullable(),
    address: z.string().nullable(),
  }),
});

export const capabilitySchema = z.object({
  id: z.string().regex(/^octo\/[a-zA-Z]+$/),
  revision: z.int(),
  required: z.boolean(),
  dependencies: z.array(z.string()),
  docs: z.string().nullable(),
});

const nobody = z.looseObject({ id: z.string() }).nullable();
export const whoamiSchema = z.object({
  supplier: supplierSchema,
  connection: z.object({ id: z.string(), name: z.string(), type: z.string() }),
  partner: nobody,
  reseller: nobody,
  checkout: nobody,
  operator: nobody,
  terminal: nobody,
});

const prices = z.array(pricing).min(1);

const unit = z.looseObject({
  id: z.string().min(1),
  internalName: z.string().min(1),
  reference: z.string().nullable(),
  type: z.enum(['ADULT', 'YOUTH', 'CHILD', 'INFANT', 'FAMILY', 'SENIOR', 'STUDENT', 'MILITARY', 'OTHER']),
  requiredContactFields: fields,
  visibleContactFields: fields,
  tags: z.array(z.string()),
  restrictions: z.looseObject({
    minAge: z.int(),
    maxAge: z.int(),
    idRequired: z.boolean(),
    minQuantity: count,
    maxQuantity: count,
    paxCount: z.int().min(1),
    accompaniedBy: z.array(z.string()),
    required: z.boolean(),
  }),
  pricing: prices.optional(),
  pricingFrom: prices.optional(),
});

const option = z.looseObject({
  id: z.string().min(1),
  default: z.boolean(),
  internalName: z.string().min(1),
  reference: z.string().nullable(),
  availabilityLocalStartTimes: z.array(z.string().regex(/^\d\d:\d\d$/)).min(1),
  availabilityLocalDateStart: z.iso.date().nullable(),
  availabilityLocalDateEnd: z.iso.date().nullable(),
  cancellationCutoff: z.string().min(1),
  cancellationCutoffAmount: z.int().min(0),
  cancellationCutoffUnit: z.enum(['minute', 'hour', 'day']),
  requiredContactFields: fields,
  visibleContactFields: fields,
  tags: z.array(z.string()),
  restrictions: z.object({ minUnits: count, maxUnits: count, minPaxCount: count, maxPaxCount: count }),
  units: z.array(unit).min(1),
  pricing: prices.optional(),
  pricingFrom: prices.optional(),
});

export const productSchema = z.looseObject({
  id: z.string().min(1),
  internalName: z.string().min(1),
  reference: z.string().nullable(),
  locale: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
  timeZone: z.string().refine((name) => Intl.supportedValuesOf('timeZone').includes(name)),
  allowFreesale: z.boolean(),
  instantConfirmation: z.boolean(),
  instantDelivery: z.boolean(),
  availabilityRequired: z.boolean(),
  availabilityType: z.enum(['START_TIME', 'OPENING_HOURS']),
  deliveryFormats: z
    .array(
      z.enum(['PDF_URL', 'QRCODE', 'CODE128', 'PKPASS_URL', 'GOOGLE_WALLET_URL', 'PNG_URL', 'AZTECCODE']),
    )
    .min(1),
  deliveryMethods: z.array(z.enum(['VOUCHER', 'TICKET'])).min(1),
  redemptionMethod: z.enum(['DIGITAL', 'PRINT', 'MANIFEST']),
  tags: z.array(z.string()),
  settlementMethods: z.array(z.enum(['DIRECT', 'VOUCHER', 'WHOLESALE', 'DEPOSIT', 'DEFERRED'])).min(1),
  freesaleDurationAmount: z.int(),
  freesaleDurationUnit: z.string(),
  options: z.array(option).min(1),
  defaultCurrency: z.string().length(3).optional(),
  availableCurrencies: z.array(z.string().length(3)).min(1).optional(),
  pricingPer: z.enum(['UNIT', 'BOOKING']).optional(),
});

export type WireProduct = z.infer<typeof productSchema>;

export const daySchema = z.looseObject({
  localDate: z.iso.date(),
  available: z.boolean(),
  status: z.enum(['AVAILABLE', 'FREESALE', 'SOLD_OUT', 'LIMITED', 'CLOSED']),
  vacancies: count,
  capacity: count,
  openingHours: hours,
  utcCutoffAt: moment.optional(),
  unitPricingFrom: z.array(pricing.extend({ unitId: z.string() })).optional(),
  pricingFrom: pricing.optional(),
});
