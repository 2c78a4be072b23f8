import { z } from 'zod';
import type { Json } from '@/lib/checkout/json';
import type { Hint } from '@/lib/checkout/method';
import { type AdyenCardFieldsData, CARD_FIELDS } from './types';

const ENCRYPTED = ['encryptedCardNumber', 'encryptedExpiryMonth', 'encryptedExpiryYear'] as const;

const paymentMethod = z
  .partialRecord(z.enum(CARD_FIELDS), z.string().max(20_000))
  .refine((given) => given.type === 'scheme' && ENCRYPTED.every((name) => (given[name] ?? '').length > 0));

/** See {@link AdyenCardFieldsData}. Comes from a browser: anything else is refused. */
export const adyenCardFieldsData = z.strictObject({
  paymentMethod,
  brand: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
}) satisfies z.ZodType<Partial<AdyenCardFieldsData>>;

/** The encrypted card is what the supplier's `advance` needs. What does not parse hints at no more than a cancelled try. */
export function hintOf(json: Json): Hint {
  return adyenCardFieldsData.safeParse(json).success ? { kind: 'data' } : { kind: 'cancelled' };
}

/** What card it was, and nothing that Adyen could charge. */
export function evidenceOf(json: Json): Json {
  const parsed = adyenCardFieldsData.safeParse(json);
  if (!parsed.success) return null;
  const { brand, country } = parsed.data;
  return { ...(brand ? { brand } : {}), ...(country ? { country } : {}) };
}
