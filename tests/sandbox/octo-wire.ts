import { z } from 'zod';

const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
const local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/);

export const pricing = z.object({
  original: z.int(),
  retail: z.int(),
  net: z.int().nullable(),
  currency: z.string().length(3),
  currencyPrecision: z.int(),
  includedTaxes: z.array(
    z.object({ name: z.string(), retail: z.int(), original: z.int(), net: z.int().nullable() }),
  ),
});

const ticket = z.object({
  redemptionMethod: z.enum(['DIGITAL', 'PRINT', 'MANIFEST']),
  utcRedeemedAt: moment.nullable(),
  deliveryOptions: z.array(z.object({ deliveryFormat: z.string(), deliveryValue: z.string().min(1) })),
});

const contact = z.object({
  fullName: z.string().nullable(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  emailAddress: z.string().nullable(),
  phoneNumber: z.string().nullable(),
  locales: z.array(z.string()),
  postalCode: z.string().nullable(),
  country: z.string().nullable(),
  notes: z.string().nullable(),
});

const card = z.object({
  id: z.string(),
  brand: z.string(),
  bin: z.string(),
  last4: z.string(),
  expMonth: z.int(),
  expYear: z.int(),
});

const cardPayment = z.looseObject({
  gateway: z.string(),
  id: z.string(),
  source: z.literal('ECOM'),
  paid: z.int(),
  totalPaid: z.int(),
  totalRefunded: z.int(),
  paidSurcharge: z.int(),
  balance: z.int(),
  surcharge: z.int(),
  outstandingBalance: z.int(),
  currency: z.string(),
  currencyPrecision: z.int(),
  reusableCards: z.array(card),
  stripe: z
    .object({
      version: z.string(),
      paymentIntent: z
        .object({
          id: z.string(),
          publishableKey: z.string(),
          clientSecret: z.string(),
          amount: z.int(),
          currency: z.string(),
        })
        .nullable(),
    })
    .optional(),
});

const status = z.enum(['ON_HOLD', 'CONFIRMED', 'PENDING', 'REJECTED', 'CANCELLED', 'EXPIRED', 'REDEEMED']);

/** A booking with every field that the documentation says is there, in its type and nullability. */
export const bookingSchema = z.looseObject({
  id: z.uuid(),
  uuid: z.guid(),
  testMode: z.boolean(),
  resellerReference: z.string().nullable(),
  supplierReference: z.string(),
  status,
  utcCreatedAt: moment,
  utcUpdatedAt: moment,
  utcExpiresAt: moment.nullable(),
  utcRedeemedAt: moment.nullable(),
  utcConfirmedAt: moment.nullable(),
  productId: z.string(),
  optionId: z.string(),
  option: z.looseObject({ id: z.string() }),
  cancellable: z.boolean(),
  cancellation: z
    .object({
      refund: z.enum(['FULL', 'PARTIAL', 'NONE']),
      reason: z.string().nullable(),
      utcCancelledAt: moment,
    })
    .nullable(),
  freesale: z.boolean(),
  availabilityId: z.string().nullable(),
  availability: z
    .object({
      id: z.string(),
      localDateTimeStart: local,
      localDateTimeEnd: local,
      allDay: z.boolean(),
      openingHours: z.array(z.object({ from: z.string(), to: z.string() })),
    })
    .nullable(),
  contact,
  notes: z.string().nullable(),
  deliveryMethods: z.array(z.enum(['VOUCHER', 'TICKET'])),
  voucher: ticket.nullable(),
  unitItems: z.array(
    z.looseObject({
      uuid: z.guid(),
      unitId: z.string(),
      resellerReference: z.string().nullable(),
      supplierReference: z.string().nullable(),
      status,
      utcRedeemedAt: moment.nullable(),
      contact,
      ticket: ticket.nullable(),
      pricing: pricing.optional(),
    }),
  ),
  confirmable: z.boolean(),
  updatable: z.boolean(),
  pricing: pricing.optional(),
  orderId: z.string().optional(),
  orderReference: z.string().optional(),
  primary: z.boolean().optional(),
  cardPayment: cardPayment.nullish(),
  returnUrl: z.string().nullish(),
});

export type WireBooking = z.infer<typeof bookingSchema>;

export const orderSchema = z.looseObject({
  id: z.uuid(),
  testMode: z.boolean(),
  supplierReference: z.string(),
  settlementMethod: z.string(),
  settlementMethods: z.array(z.string()),
  status: z.enum(['ON_HOLD', 'CONFIRMED', 'PENDING', 'CANCELLED', 'EXPIRED']),
  utcCreatedAt: moment,
  utcUpdatedAt: moment.nullable(),
  utcExpiresAt: moment.nullable(),
  utcConfirmedAt: moment.nullable(),
  confirmable: z.boolean(),
  cancellable: z.boolean(),
  requiredContactFields: z.array(z.string()),
  bookings: z.array(bookingSchema),
  pricing: pricing.optional(),
  cardPayment: cardPayment.nullish(),
  returnUrl: z.string().nullish(),
});

export type WireOrder = z.infer<typeof orderSchema>;

export const slotSchema = z.looseObject({
  id: z.string(),
  localDateTimeStart: local,
  localDateTimeEnd: local,
  allDay: z.boolean(),
  available: z.boolean(),
  status: z.enum(['AVAILABLE', 'FREESALE', 'SOLD_OUT', 'LIMITED', 'CLOSED']),
  vacancies: z.int().nullable(),
  capacity: z.int().nullable(),
  maxUnits: z.int().nullable(),
  utcCutoffAt: moment,
  openingHours: z.array(z.object({ from: z.string(), to: z.string() })),
  unitPricing: z.array(pricing.extend({ unitId: z.string() })).optional(),
  pricing: pricing.optional(),
});

export type WireSlot = z.infer<typeof slotSchema>;
