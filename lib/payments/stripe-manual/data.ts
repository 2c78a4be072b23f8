import { z } from 'zod';
import { FAILURE_CODES } from '@/lib/checkout/errors';
import type { Json } from '@/lib/checkout/json';
import type { Hint } from '@/lib/checkout/method';
import { intentId } from './params';
import type { StripeManualData } from './types';

/** See {@link StripeManualData}. Comes from a browser: anything else is refused. */
export const stripeManualData: z.ZodType<StripeManualData> = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('card'),
    paymentMethod: z.string().regex(/^pm_\w{1,250}$/),
    brand: z
      .string()
      .regex(/^[a-z_]{1,40}$/)
      .optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
  }),
  z.strictObject({ outcome: z.literal('authenticated'), intent: intentId }),
  z.strictObject({ outcome: z.literal('declined'), code: z.enum(FAILURE_CODES), intent: intentId }),
]);

/** Whatever came of it, the supplier goes on with it. What does not parse hints at nothing more than a cancelled try. */
export function hintOf(json: Json): Hint {
  return stripeManualData.safeParse(json).success ? { kind: 'data' } : { kind: 'cancelled' };
}

/** All but the PaymentMethod, which can charge a card. */
export function evidenceOf(json: Json): Json {
  const parsed = stripeManualData.safeParse(json);
  if (!parsed.success) return null;
  const { data } = parsed;
  if (data.outcome !== 'card') return { ...data };
  const { paymentMethod: _, ...rest } = data;
  return rest;
}
