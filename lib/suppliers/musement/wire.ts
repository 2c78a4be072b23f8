import { z } from 'zod';
import { lenient, text } from '@/lib/platform/wire';

/*
 * Musement's JSON: login, errors and the catalogue (its own OpenAPI document, version 3.4.0). Objects are loose and enums open,
 * because what is added must not stop a sale; prices are strict. Carts and orders are in `wire-order.ts`.
 */

export const id = z.string().min(1).max(200);
const count = lenient(z.int().min(0));

/** Major units as a decimal number. */
export const priceWire = z.looseObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  value: z
    .union([z.number(), z.string()])
    .transform(String)
    .refine((value) => /^-?\d{1,12}(\.\d+)?$/.test(value)),
});
export type PriceWire = z.infer<typeof priceWire>;

export const loginWire = z.looseObject({
  access_token: z.string().min(1).max(4000),
  expires_in: z.int().min(1).max(10_000_000),
});

/** Both shapes of an error: a plain one, and that of a form, which names the fields. */
export const faultWire = z.looseObject({
  code: z
    .union([z.string(), z.number()])
    .transform((code) => String(code).slice(0, 20))
    .nullish(),
  message: lenient(z.string().max(1000)),
  global_error_message: lenient(z.string().max(1000)),
  errors: lenient(
    z
      .array(
        z.looseObject({ field_name: z.string().max(300), field_error_message: lenient(z.string().max(500)) }),
      )
      .max(200),
  ),
});

const named = z.looseObject({ name: lenient(text(300)) });
const names = lenient(z.array(lenient(named)).max(100));
export const languageWire = z.looseObject({ code: z.string().min(1).max(20), name: lenient(text(80)) });

/** What can be done somewhere. Prices are the lowest there are. */
export const activityWire = z.looseObject({
  uuid: id,
  title: text(300),
  description: lenient(z.string().max(50_000)),
  about: lenient(z.string().max(50_000)),
  meeting_point: lenient(text(500)),
  cover_image_url: lenient(z.string()),
  categories: names,
  city: lenient(z.looseObject({ name: lenient(text(200)), time_zone: lenient(text(60)) })),
  retail_price: lenient(priceWire),
  original_retail_price: lenient(priceWire),
  service_fee: lenient(priceWire),
  duration_range: lenient(z.looseObject({ min: lenient(text(40)), max: lenient(text(40)) })),
  max_confirmation_time: lenient(text(40)),
  free_cancellation: lenient(z.boolean()),
  has_passenger_info: lenient(z.boolean()),
  included: names,
  not_included: names,
});
export type ActivityWire = z.infer<typeof activityWire>;

/** Read one by one: an activity that makes no sense is left out, and the others are sold. */
export const activitiesWire = z.looseObject({
  meta: lenient(z.looseObject({ count })),
  data: z.array(z.unknown()),
});

export const daysWire = z.array(z.looseObject({ day: z.iso.date(), sold_out: lenient(z.boolean()) }));

/** A ticket of one kind at one start: what goes into a cart. */
export const productWire = z.looseObject({
  type: lenient(text(40)),
  product_id: z.union([z.string().min(1).max(100), z.int()]).transform(String),
  holder_code: lenient(text(60)),
  name: lenient(text(200)),
  min_buy: count,
  max_buy: count,
  availability: count,
  retail_price: priceWire,
  original_retail_price: lenient(priceWire),
  service_fee: lenient(priceWire),
});
export type ProductWire = z.infer<typeof productWire>;

const slotWire = z.looseObject({
  time: z.string().max(20),
  languages: lenient(z.array(languageWire).max(50)),
  products: z.array(productWire).max(100),
});
export type SlotWire = z.infer<typeof slotWire>;

const groupWire = z.looseObject({
  feature_code: z.string().max(200),
  name: lenient(text(300)),
  slots: z.array(slotWire).max(500),
});
export type GroupWire = z.infer<typeof groupWire>;

/** What can be had on a day: by kind of visit, start, language and holder. */
export const dateWire = z.array(z.looseObject({ groups: z.array(groupWire).max(100) }));
