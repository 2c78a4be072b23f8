import { z } from 'zod';
import type { Json } from '@/lib/checkout/json';
import type { Hint } from '@/lib/checkout/method';
import { chargeKey, MAX_CHARGES } from './params';
import type { StripeTokenData } from './types';

/** Test tokens such as `tok_visa` have an underscore more. */
const token = z.string().regex(/^tok_\w{1,250}$/);

/** See {@link StripeTokenData}. Comes from a browser: anything else is refused. */
export const stripeTokenData: z.ZodType<StripeTokenData> = z.strictObject({
  tokens: z
    .record(chargeKey, token)
    .refine((tokens) => inRange(Object.keys(tokens).length), 'one token a charge'),
});

const inRange = (count: number) => count >= 1 && count <= MAX_CHARGES;

/** Tokens are what the supplier's `advance` needs; what does not parse hints at nothing more than a cancelled try. */
export function hintOf(json: Json): Hint {
  return stripeTokenData.safeParse(json).success ? { kind: 'data' } : { kind: 'cancelled' };
}

/** For which charges a token was given. A token can charge a card, so none is kept. */
export function evidenceOf(json: Json): Json {
  const parsed = stripeTokenData.safeParse(json);
  return parsed.success ? { given: Object.keys(parsed.data.tokens) } : null;
}
