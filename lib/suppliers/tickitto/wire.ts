import { z } from 'zod';
import { lenient, text } from '@/lib/platform/wire';

/*
 * Tickitto's JSON, of both generations: the one of its published OpenAPI document (2026) and the one of its hand-written
 * documentation (2020 to 2022), which live accounts may still speak. Objects are loose and enums open, because a field
 * or status that Tickitto adds must not stop a sale; amounts are strict, because a wrong one would.
 */

/** An identifier that goes back to Tickitto in a query or body. */
const id = z.string().min(1).max(200);

/** A decimal in major units, non-negative. Typed as text, sent as a number in every example. */
const decimal = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,12}(\.\d{1,20})?$/, 'no plain amount'));

const currency = z
  .string()
  .regex(/^[A-Za-z]{3}$/)
  .transform((code) => code.toUpperCase());

/** `Price`, or in the old generation a bare number whose currency stands beside it. */
const price = z.union([z.looseObject({ amount: decimal, currency }), decimal]);
export type PriceWire = z.infer<typeof price>;

const texts = (max: number) =>
  lenient(z.array(text(max)).transform((all) => all.filter((one) => one !== '')));

/** `{local, utc}`, ISO 8601; a bare text in the old generation. */
const moment = lenient(z.union([z.looseObject({ local: z.string(), utc: z.string() }), z.string()]));
export type MomentWire = z.infer<typeof moment>;

const image = z.looseObject({
  desktop: lenient(z.string()),
  mobile: lenient(z.string()),
  thumbnail: lenient(z.string()),
});
const images = lenient(z.union([image, z.string()]));
export type ImageWire = z.infer<typeof images>;

const venue = lenient(
  z.looseObject({
    venue_name: lenient(text(200)),
    venue_city: lenient(text(100)),
    latitude: lenient(z.number().min(-90).max(90)),
    longitude: lenient(z.number().min(-180).max(180)),
  }),
);

/** `APIEvent`, and the flat event of the old generation. */
export const eventWire = z.looseObject({
  event_id: z.string().regex(/^[\w-]{1,64}$/),
  title: text(300),
  description: lenient(z.string().max(50_000)),
  short_description: lenient(z.string().max(10_000)),
  from_price: lenient(price),
  currency: lenient(currency),
  admission_type: lenient(text(40)),
  soft_availability_t1: lenient(z.string()),
  soft_availability_t2: lenient(z.string()),
  categories: lenient(z.array(lenient(text(80)))),
  city: lenient(text(100)),
  venue_location: lenient(z.union([z.array(venue), venue])),
  images: lenient(z.array(images)),
  duration: lenient(z.number().positive()),
  cancellation_allowed: lenient(z.boolean()),
  cancellation_policy: lenient(text(2000)),
  cancellation_policy_information: texts(500),
  delivery_methods: texts(40),
  delayed_fulfilment: lenient(z.boolean()),
  ticket_instructions: texts(500),
  entry_notes: texts(500),
  product_highlights: texts(300),
  product_includes: texts(300),
  product_excludes: texts(300),
});
export type EventWire = z.infer<typeof eventWire>;

/** Read one by one: an event that makes no sense is left out, and the others are sold. */
export const eventsWire = z.array(z.unknown());

/** `view_url` today, `widget_url` in the old generation. */
export const sessionWire = z.looseObject({
  session_id: id,
  view_url: lenient(z.string()),
  widget_url: lenient(z.string()),
});
export type SessionWire = z.infer<typeof sessionWire>;

/** `ApiUser`, as far as paying by card needs it. The old generation knows nothing of it. */
export const accountWire = z.looseObject({
  payment_methods: lenient(
    z.looseObject({
      stripe: lenient(
        z.looseObject({
          enabled: lenient(z.boolean()),
          account_id: lenient(z.string()),
          platform_key: lenient(z.string()),
        }),
      ),
    }),
  ),
});
export type AccountWire = z.infer<typeof accountWire>;

/** `StripeObject`: the same intent for every repeat. The secret is a secret of this one customer. */
export const stripeObjectWire = z.looseObject({
  stripe_payment_intent: z.string().regex(/^pi_[A-Za-z0-9]{1,250}$/),
  stripe_payment_intent_secret: z.string().regex(/^pi_[A-Za-z0-9]+_secret_[A-Za-z0-9]+$/),
});
export type StripeObjectWire = z.infer<typeof stripeObjectWire>;

const reservation = z.looseObject({
  product_selection: lenient(text(200)),
  price: lenient(price),
  concession_id: lenient(id),
  concession_name: lenient(text(200)),
  seat_selection: lenient(text(200)),
  supplier_reference: lenient(text(100)),
  voucher_url: lenient(z.string()),
  ticket: lenient(
    z.looseObject({
      barcodes: lenient(
        z.array(z.looseObject({ format: lenient(text(40)), data: lenient(z.string().max(2000)) })),
      ),
    }),
  ),
});
export type ReservationWire = z.infer<typeof reservation>;

/** `BasketItem`; `id` is `item_id` in the old generation, which has neither status nor reservations. */
const itemWire = z.looseObject({
  id: id.optional(),
  item_id: id.optional(),
  event_id: id,
  product_id: lenient(id),
  availability_id: lenient(id),
  band_id: lenient(id),
  event_name: text(300),
  from_date: moment,
  to_date: moment,
  price,
  booking_fee: price.nullish(),
  currency: lenient(currency),
  ttl: lenient(z.string()),
  status: lenient(z.string()),
  booked_successfully: lenient(z.boolean()),
  voucher_url: lenient(z.string()),
  external_reference: lenient(text(100)),
  event: lenient(z.looseObject({ admission_type: lenient(text(40)), delivery_methods: texts(40) })),
  important_information: texts(500),
  ticket_instructions: texts(500),
  cancellation_policy_information: texts(500),
  location: venue,
  venue_location: venue,
  event_image: images,
  reservations: lenient(z.array(reservation)),
  booking_options: lenient(
    z.array(z.looseObject({ concession_id: lenient(id), quantity: lenient(z.int().positive()) })),
  ),
});
export type ItemWire = z.infer<typeof itemWire>;

/** `Basket`; `_id` is `basket_id` in the old generation, which has neither status nor totals. */
export const basketWire = z.looseObject({
  _id: id.optional(),
  basket_id: id.optional(),
  checkout_status: lenient(z.string()),
  // An item that cannot be read fails the basket: selling the rest would charge for what nobody was shown.
  items: z.array(itemWire).nullish(),
  total_items_price: price.nullish(),
  total_booking_fee: price.nullish(),
  total_discount: price.nullish(),
  total_price: price.nullish(),
});
export type BasketWire = z.infer<typeof basketWire>;

const fault = z.looseObject({ type: lenient(text(120)), msg: lenient(text(500)) });

/** `{detail: […]}` today, `{errors: […]}` in the old generation; some frameworks' 404 has a bare text. */
export const errorWire = z.looseObject({
  detail: lenient(z.union([z.array(fault), z.string()])),
  errors: lenient(z.array(fault)),
});
