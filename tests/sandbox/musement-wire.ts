import { z } from 'zod';

/** What the tests read of Musement's answers. */

const price = z.looseObject({
  currency: z.string(),
  value: z.number(),
  formatted_value: z.string(),
  formatted_iso_value: z.string(),
});

const slot = z.looseObject({
  time: z.string(),
  languages: z.array(z.looseObject({ code: z.string(), name: z.string() })),
  products: z.array(
    z.looseObject({
      product_id: z.string(),
      holder_code: z.string(),
      name: z.string(),
      min_buy: z.number(),
      max_buy: z.number(),
      availability: z.number().nullable(),
      retail_price: price,
      original_retail_price: price,
      discount_amount: price,
    }),
  ),
});

export type WireSlot = z.infer<typeof slot>;

export const daysSchema = z.array(
  z.looseObject({
    groups: z.array(
      z.looseObject({
        feature_code: z.string(),
        name: z.string(),
        default: z.boolean(),
        slots: z.array(slot),
      }),
    ),
  }),
);

const product = z.looseObject({
  id: z.string(),
  title: z.string(),
  activity_uuid: z.string(),
  date: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d$/),
  max_confirmation_time: z.string(),
  retail_price: price,
});

export const cartSchema = z.looseObject({
  uuid: z.string(),
  items: z.array(
    z.looseObject({
      uuid: z.string(),
      status: z.string(),
      quantity: z.number(),
      total_price: price,
      product,
    }),
  ),
  promo_code: z.unknown().optional(),
  full_price: price,
  discount: price,
  total_discount: price,
  retail_price: price,
  service_fee: price,
  preferred_payment_gateway: z.enum(['STRIPE', 'ADYEN']).nullish(),
});

export type WireCart = z.infer<typeof cartSchema>;

export const orderSchema = z.looseObject({
  identifier: z.string().regex(/^MUS\d{7}$/),
  uuid: z.string(),
  status: z.enum(['PENDING', 'OK', 'KO']),
  items: z.array(
    z.looseObject({
      uuid: z.string(),
      status: z.enum(['PENDING', 'OK', 'KO', 'CANCELLATION_ERROR', 'REFUND_STARTED', 'REFUNDED']),
      quantity: z.number(),
      product,
      vouchers: z.array(z.looseObject({ url: z.string() })),
      cancellation_reason: z.string().optional(),
    }),
  ),
  total_price: price,
  discount_amount: price,
  extra_data: z.string().nullish(),
});

export type WireOrder = z.infer<typeof orderSchema>;

/** What a start or a completion answers. */
export const securedSchema = z.looseObject({
  gateway: z.enum(['STRIPE', 'ADYEN']).nullish(),
  reason: z.string().nullish(),
  '3d_secure': z
    .looseObject({
      type: z.enum(['USE_STRIPE_SDK', 'REDIRECT', 'FORM']),
      url: z.string().nullable(),
      payment_intent_client_secret: z.string().nullable(),
      payload: z.union([z.record(z.string(), z.string()), z.array(z.string())]).nullable(),
    })
    .nullish(),
});
