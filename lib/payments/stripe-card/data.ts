import { z } from 'zod';
import type { Json } from '@/lib/checkout/json';
import type { Hint } from '@/lib/checkout/method';
import { failureCode } from './params';
import type { StripeCardData } from './types';

const intent = z.string().regex(/^pi_[A-Za-z0-9]{1,250}$/);

/** See {@link StripeCardData}. Comes from a browser: anything else is refused. */
export const stripeCardData: z.ZodType<StripeCardData> = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.enum(['succeeded', 'processing']), intent }),
  z.strictObject({
    outcome: z.literal('declined'),
    code: failureCode,
    declineCode: z
      .string()
      .regex(/^[a-z_]{1,80}$/)
      .optional(),
  }),
  z.strictObject({ outcome: z.literal('cancelled') }),
]);

/** What the component's answer hints at; what does not parse hints at nothing more than a cancelled try. */
export function hintOf(json: Json): Hint {
  const parsed = stripeCardData.safeParse(json);
  if (!parsed.success) return { kind: 'cancelled' };
  const { data } = parsed;
  switch (data.outcome) {
    case 'succeeded':
    case 'processing':
      return { kind: 'paid' };
    case 'declined':
      return { kind: 'declined', code: data.code };
    case 'cancelled':
      return { kind: 'cancelled' };
  }
}

/** Nothing in it is secret or personal, so all that parses may be kept. */
export function evidenceOf(json: Json): Json {
  const parsed = stripeCardData.safeParse(json);
  return parsed.success ? { ...parsed.data } : null;
}
