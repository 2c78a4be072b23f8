import { z } from 'zod';
import { lenient, text } from '@/lib/platform/wire';
import { id, languageWire, priceWire } from './wire';

/*
 * Musement's JSON: carts, orders and payments. Statuses are open; whatever is not known is `unknown`, and never a failure.
 */

/** Of an item in a cart or an order. `date` is the venue's own time, without a zone. */
const ticketWire = z.looseObject({
  id: z.union([z.string(), z.int()]).transform(String),
  title: text(300),
  activity_uuid: id,
  date: lenient(z.string().max(40)),
  max_confirmation_time: lenient(text(40)),
  price_tag: lenient(z.looseObject({ price_feature: lenient(text(200)), ticket_holder: lenient(text(200)) })),
  language: lenient(languageWire),
  meeting_point: lenient(text(500)),
  cover_image_url: lenient(z.string()),
});
export type TicketWire = z.infer<typeof ticketWire>;

export const cartItemWire = z.looseObject({
  uuid: id,
  status: text(40),
  quantity: z.int().min(1),
  total_price: priceWire,
  total_price_without_service_fee: lenient(priceWire),
  product: ticketWire,
});
export type CartItemWire = z.infer<typeof cartItemWire>;

/** `preferred_payment_gateway` is there for clients with split payments only. */
export const cartWire = z.looseObject({
  uuid: id,
  items: z.array(cartItemWire).max(200),
  promo_code: lenient(
    z.union([z.string(), z.looseObject({ code: z.string() }).transform((one) => one.code)]),
  ),
  full_price: lenient(priceWire),
  discount: lenient(priceWire),
  retail_price: priceWire,
  service_fee: lenient(priceWire),
  preferred_payment_gateway: lenient(text(20)),
});
export type CartWire = z.infer<typeof cartWire>;

export const newCartWire = z.looseObject({ uuid: id });
/** What is put in is read from the cart: the answer has only the first of it. */
export const anyWire = z.unknown();
export const schemaWire = z.record(z.string(), z.json());

export const orderInfoWire = z.looseObject({
  order_uuid: id,
  payment: z.looseObject({ paid: lenient(z.boolean()), status: lenient(text(60)) }),
});
export type OrderInfoWire = z.infer<typeof orderInfoWire>;

export const orderItemWire = z.looseObject({
  uuid: id,
  cart_item_uuid: lenient(id),
  code: lenient(text(100)),
  transaction_code: lenient(text(100)),
  status: text(60),
  product: ticketWire,
  quantity: z.int().min(1),
  vouchers: lenient(z.array(z.looseObject({ url: z.string().max(2000) })).max(100)),
  total_retail_price_in_order_currency: lenient(priceWire),
  cancellation_reason: lenient(text(100)),
  cancellation_additional_info: lenient(text(1000)),
});
export type OrderItemWire = z.infer<typeof orderItemWire>;

export const orderWire = z.looseObject({
  uuid: id,
  identifier: text(60),
  date: lenient(z.string().max(60)),
  status: lenient(text(40)),
  total_price: priceWire,
  extra_data: lenient(z.string().max(5000)),
  items: z.array(orderItemWire).max(200),
});
export type OrderWire = z.infer<typeof orderWire>;

/** What is still to be done before an order is paid. `payload` is an object in one document and a list in another. */
export const secureWire = z.looseObject({
  type: text(60),
  payment_intent_client_secret: lenient(z.string().max(500)),
  url: lenient(z.string().max(9000)),
  payload: z.unknown().optional(),
});
export type SecureWire = z.infer<typeof secureWire>;

/** PHP writes an empty object as an empty list. */
const empty = z.union([z.array(z.unknown()).max(0), z.strictObject({})]).transform(() => null);

/** No body, an empty one, or one without `3d_secure` is success. */
export const splitWire = z.union([
  empty,
  z
    .looseObject({
      gateway: lenient(text(20)),
      reason: lenient(text(60)),
      '3d_secure': z.union([empty, secureWire, z.null()]).optional(),
    })
    .nullable(),
]);
export type SplitWire = z.infer<typeof splitWire>;

const refundWire = z.looseObject({
  order_item_uuid: lenient(id),
  item_uuid: lenient(id),
  amount: lenient(priceWire),
  refund_amount: lenient(priceWire),
});

/** What went back, by item. Nobody published its shape: what cannot be read says nothing. */
export const refundsWire = z
  .union([z.array(z.unknown()), z.looseObject({ data: z.array(z.unknown()) }).transform(({ data }) => data)])
  .transform((rows) =>
    rows.flatMap((row) => {
      const parsed = refundWire.safeParse(row);
      if (!parsed.success) return [];
      const { order_item_uuid: item, item_uuid: other, amount, refund_amount: sum } = parsed.data;
      return [{ item: item ?? other ?? null, amount: amount ?? sum ?? null }];
    }),
  );
