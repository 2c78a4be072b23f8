import { z } from 'zod';
import type { JsonObject } from '@/lib/checkout/json';
import type { Input } from '@/lib/checkout/model';

/** What the two components give back, as far as Musement is told of it. */
const given = z.union([
  z.object({
    outcome: z.literal('card'),
    paymentMethod: z.string(),
    brand: z.string().optional(),
    country: z.string().optional(),
  }),
  z.object({
    paymentMethod: z.record(z.string(), z.string()),
    brand: z.string().optional(),
    country: z.string().optional(),
  }),
]);

const answered = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('authenticated'), intent: z.string() }),
  z.object({ outcome: z.literal('declined'), code: z.string(), intent: z.string() }),
]);
export type Answered = z.infer<typeof answered>;

/** A card, as `split/payment` takes it: which of the two tokens it is, its brand and its country as far as they are known. */
export function tokenIn({ data }: Input): JsonObject | null {
  const parsed = given.safeParse(data);
  if (!parsed.success) return null;
  const { paymentMethod, brand, country } = parsed.data;
  const token: JsonObject =
    typeof paymentMethod === 'string'
      ? { stripe_token: paymentMethod }
      : { adyen_token: JSON.stringify(paymentMethod) };
  return {
    ...token,
    ...(brand ? { card_brand: brand } : {}),
    ...(country ? { card_country: country } : {}),
  };
}

/** What became of the bank's question in the page. */
export function answerIn({ data }: Input): Answered | null {
  const parsed = answered.safeParse(data);
  return parsed.success ? parsed.data : null;
}
