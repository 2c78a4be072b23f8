import { z } from 'zod';
import type { Json } from '@/lib/checkout/json';
import type { Hint } from '@/lib/checkout/method';
import type { SpreedlyExpressData } from './types';

/** See {@link SpreedlyExpressData}. Comes from a browser: anything else is refused, a card's number among it. */
export const spreedlyExpressData: z.ZodType<SpreedlyExpressData> = z.strictObject({
  token: z
    .string()
    .regex(/^[\w-]{10,200}$/)
    .refine((token) => !/^\d+$/.test(token), 'is no token'),
});

/** The token is what the supplier's `advance` needs; what does not parse hints at nothing more than a cancelled try. */
export function hintOf(json: Json): Hint {
  return spreedlyExpressData.safeParse(json).success ? { kind: 'data' } : { kind: 'cancelled' };
}

/** That there was a token. It can charge a card, so it is not kept. */
export function evidenceOf(json: Json): Json {
  return spreedlyExpressData.safeParse(json).success ? { given: true } : null;
}
