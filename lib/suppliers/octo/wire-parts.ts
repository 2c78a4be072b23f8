import { z } from 'zod';
import { lenient } from '@/lib/platform/wire';

/** Opaque, however much it looks like a time: echoed as it came. */
export const availabilityId = z.string().min(1).max(200);

/** `retail` is what the guest pays, minor units of 10^-currencyPrecision; `original` is struck through where it is more. */
export const priceWire = z.looseObject({
  original: lenient(z.int().min(0)),
  retail: z.int().min(0),
  currency: z.string().regex(/^[A-Z]{3}$/),
  // Captured bookings of live suppliers lack it; then it is what ISO 4217 says.
  currencyPrecision: lenient(z.int().min(0).max(4)),
});
export type PriceWire = z.infer<typeof priceWire>;
