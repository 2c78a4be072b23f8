import { z } from 'zod';
import { contactInput } from './contact';
import { LONGEST_MINUTES } from './hold';

const text = z.string().max(2000).nullish();
const id = z.string().min(1);
const minutes = z.int().min(1).max(LONGEST_MINUTES).nullish();

/** `cardPayment` on its way in; what belongs to a gateway is read by the gateway. */
export const cardPaymentInput = z.looseObject({
  gateway: z.string().nullish(),
  amount: z.int().min(0).nullish(),
  currency: z.string().nullish(),
  notes: z.string().max(500).nullish(),
  cardId: z.string().nullish(),
  cancel: z.boolean().nullish(),
  source: z.string().nullish(),
});

export const unitItemInput = z.looseObject({
  uuid: z.guid().nullish(),
  unitId: id,
  resellerReference: text,
  contact: contactInput.nullish(),
});

const common = {
  expirationMinutes: minutes,
  notes: text,
  resellerReference: text,
  contact: contactInput.nullish(),
  emailReceipt: z.boolean().nullish(),
  returnUrl: z.url({ protocol: /^https?$/ }).nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  currency: z.string().length(3).nullish(),
  settlementMethod: z.string().nullish(),
};

/** The body of `POST /bookings`. Fields of capabilities that are not spoken here pass unread. */
export const reservationInput = z.looseObject({
  ...common,
  uuid: z.guid().nullish(),
  orderId: id.nullish(),
  productId: id,
  optionId: id,
  availabilityId: id.nullish(),
  unitItems: z.array(unitItemInput).max(100),
});

export type ReservationInput = z.infer<typeof reservationInput>;

/** The body of `PATCH /bookings/:uuid`: what is left out stays. */
export const updateInput = z.looseObject({
  ...common,
  productId: id.nullish(),
  optionId: id.nullish(),
  availabilityId: id.nullish(),
  unitItems: z.array(unitItemInput).max(100).nullish(),
});

export type UpdateInput = z.infer<typeof updateInput>;

export const extendInput = z.looseObject({ expirationMinutes: minutes });

export const cancelInput = z.looseObject({
  reason: text,
  force: z.boolean().nullish(),
  emailReceipt: z.boolean().nullish(),
});

export type CancelInput = z.infer<typeof cancelInput>;

/** The body of a confirmation, of a booking or an order. */
export const confirmInput = z.looseObject({
  contact: contactInput.nullish(),
  resellerReference: text,
  emailReceipt: z.boolean().nullish(),
  notes: text,
  unitItems: z.array(unitItemInput).max(100).nullish(),
  expirationMinutes: minutes,
  currency: z.string().length(3).nullish(),
  cardPayment: cardPaymentInput.nullish(),
});

export type ConfirmInput = z.infer<typeof confirmInput>;

/** The body of `POST /orders`. */
export const orderInput = z.looseObject({
  currency: common.currency,
  expirationMinutes: minutes,
  emailReceipt: common.emailReceipt,
  contact: common.contact,
  returnUrl: common.returnUrl,
  gatewayId: z.string().nullish(),
  settlementMethod: common.settlementMethod,
  bookings: z.array(reservationInput).max(20).nullish(),
});

/** The body of `PATCH /orders/:id`. */
export const orderUpdateInput = orderInput.omit({ bookings: true, gatewayId: true });
