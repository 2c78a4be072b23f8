import { z } from 'zod';
import type { Json } from '@/lib/checkout/json';
import type { Hint } from '@/lib/checkout/method';
import type { AdyenDropinData } from './types';

const sessionId = z.string().regex(/^[\w.-]{1,200}$/);

/** See {@link AdyenDropinData}. Comes from a browser: anything else is refused. */
export const adyenDropinData: z.ZodType<AdyenDropinData> = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('result'),
    sessionId,
    // Not a list of Adyen's codes: it may have new ones, and the supplier asks Adyen itself.
    resultCode: z.string().regex(/^[A-Za-z]{1,40}$/),
    sessionResult: z.string().min(1).max(20_000).optional(),
  }),
  z.strictObject({ outcome: z.enum(['cancelled', 'expired']), sessionId }),
  z.strictObject({ outcome: z.literal('error'), sessionId, why: z.enum(['unclear', 'price_changed']) }),
]);

/**
 * Whatever became of the session, the supplier has to do something: confirm what was paid, or have another session made.
 * So all of it is for `advance`. What does not parse hints at nothing more than a cancelled try.
 */
export function hintOf(json: Json): Hint {
  return adyenDropinData.safeParse(json).success ? { kind: 'data' } : { kind: 'cancelled' };
}

/** All but `sessionResult`, which is a token. */
export function evidenceOf(json: Json): Json {
  const parsed = adyenDropinData.safeParse(json);
  if (!parsed.success) return null;
  const { data } = parsed;
  if (data.outcome !== 'result') return { ...data };
  const { outcome, sessionId: session, resultCode } = data;
  return { outcome, sessionId: session, resultCode };
}
