import { z } from 'zod';
import { isBareInteger } from '@/lib/platform/json';
import { lenient, text } from '@/lib/platform/wire';
import { optionWire, productWire, unitWire } from './wire';
import { availabilityId, priceWire } from './wire-parts';

/*
 * OCTO's JSON as Ventrata speaks it: bookings, orders (`octo/cart`) and how to pay them (`octo/cardPayments`). Statuses
 * are open; whatever is not known is `unknown`, and never a failure.
 */

const id = z.string().min(1).max(200);
const money = lenient(z.int());
const moment = lenient(z.string());

/** What opens the door: `*_URL` formats carry an address, the others the raw content of a code. */
const ticketWire = lenient(
  z.looseObject({
    deliveryOptions: lenient(
      z.array(lenient(z.looseObject({ deliveryFormat: text(40), deliveryValue: z.string().max(4000) }))),
    ),
  }),
);
export type TicketWire = z.infer<typeof ticketWire>;

const cardWire = z.looseObject({
  id,
  brand: lenient(text(40)),
  last4: lenient(text(4)),
  expMonth: lenient(z.int().min(1).max(12)),
  expYear: lenient(z.int()),
});
export type CardWire = z.infer<typeof cardWire>;

/**
 * Sixteen digits may be beyond 2^53. A number or text, depending on when it was written; it goes back in the kind it came
 * in, digit for digit.
 */
const vivaWire = z.unknown().transform((raw) => {
  const read = z
    .looseObject({ orderCode: z.union([z.string(), z.number()]).nullish(), error: lenient(text(300)) })
    .safeParse(raw);
  const code = read.success ? read.data.orderCode : null;
  const digits = code === null || code === undefined ? '' : String(code);
  const bare = typeof code === 'number' || isBareInteger(raw, 'orderCode');
  return {
    order: /^\d{1,32}$/.test(digits) ? { digits, bare } : null,
    error: (read.success && read.data.error) || null,
  };
});

const adyenWire = lenient(
  z.looseObject({
    environment: lenient(text(40)),
    clientKey: lenient(text(200)),
    countryCode: lenient(text(2)),
    session: lenient(z.looseObject({ id, sessionData: z.string().min(1).max(100_000) })),
    paymentMethodsConfiguration: lenient(z.json()),
  }),
);

const stripeWire = lenient(
  z.looseObject({
    paymentIntent: lenient(
      z.looseObject({ id, publishableKey: lenient(text(250)), clientSecret: lenient(text(500)) }),
    ),
  }),
);

const spreedlyWire = lenient(
  z.looseObject({
    env: lenient(text(200)),
    nonce: lenient(text(500)),
    timestamp: lenient(z.union([z.string(), z.number()]).transform(String)),
    certificateToken: lenient(text(500)),
    signature: lenient(text(2000)),
  }),
);

/** Only the part that `gateway` names is filled. Sums are minor units; documents of earlier years have none. */
export const cardPaymentWire = z.looseObject({
  gateway: text(60),
  totalPaid: money,
  totalRefunded: money,
  outstandingBalance: money,
  reusableCards: lenient(z.array(lenient(cardWire))),
  adyen: adyenWire,
  vivawallet: vivaWire.optional(),
  stripe: stripeWire,
  spreedly: spreedlyWire,
});
export type CardPaymentWire = z.infer<typeof cardPaymentWire>;

const unitItemWire = z.looseObject({
  uuid: id,
  unitId: id,
  unit: lenient(unitWire),
  supplierReference: lenient(text(100)),
  ticket: ticketWire,
  pricing: lenient(priceWire),
});
export type UnitItemWire = z.infer<typeof unitItemWire>;

/** `cardPayment` and `orderId` are there when their capability was granted. */
export const bookingWire = z.looseObject({
  uuid: id,
  status: text(40),
  supplierReference: lenient(text(100)),
  utcExpiresAt: moment,
  utcConfirmedAt: moment,
  cancellable: lenient(z.boolean()),
  cancellation: lenient(z.looseObject({ refund: lenient(text(20)) })),
  productId: id,
  product: lenient(productWire),
  optionId: id,
  option: lenient(optionWire),
  availability: lenient(
    z.looseObject({ id: availabilityId, localDateTimeStart: z.string(), allDay: lenient(z.boolean()) }),
  ),
  deliveryMethods: lenient(z.array(z.string())),
  voucher: ticketWire,
  unitItems: z.array(unitItemWire),
  pricing: lenient(priceWire),
  /** DIRECT: the guest's card pays the supplier. */
  settlementMethod: lenient(text(40)),
  orderId: lenient(id),
  cardPayment: cardPaymentWire.nullish(),
});
export type BookingWire = z.infer<typeof bookingWire>;

export const orderWire = z.looseObject({
  id,
  status: text(40),
  supplierReference: lenient(text(100)),
  utcExpiresAt: moment,
  bookings: z.array(bookingWire),
  voucher: ticketWire,
  pricing: lenient(priceWire),
  settlementMethod: lenient(text(40)),
  cardPayment: cardPaymentWire.nullish(),
});
export type OrderWire = z.infer<typeof orderWire>;
