import { z } from 'zod';
import type { JsonObject } from '@/lib/checkout/json';
import type { Step } from '@/lib/checkout/step';
import { stripeCardParams } from '@/lib/payments/stripe-card/params';
import type { StripeCardParams } from '@/lib/payments/stripe-card/types';
import type { Again } from './basket';

/** Our notes on a picker's basket, as the shop keeps them: which one it is over there. Never reaches a browser. */
const pickerMemo = z.object({ basketId: z.string().min(1) });

const again = z.object({
  event: z.string(),
  availability: z.string(),
  product: z.string(),
  band: z.string().nullable(),
  options: z.array(z.object({ concession: z.string().nullable(), quantity: z.int().positive() })),
});

/** Our notes on a hold: the basket, and what would put each item into one again. */
const holdMemo = pickerMemo.extend({
  lines: z.array(z.object({ item: z.string(), title: z.string(), again: again.nullable() })),
  /** Whether the account may be paid through Stripe; null while nobody could say. */
  stripe: z.boolean().nullable(),
});
export type HoldMemo = z.infer<typeof holdMemo>;

/** Our notes on an attempt: what was handed to the page, so that the same can be handed to it again. */
const payMemo = z.object({ basketId: z.string(), pay: stripeCardParams });

export function readBasketId(json: JsonObject): string | null {
  const parsed = pickerMemo.safeParse(json);
  return parsed.success ? parsed.data.basketId : null;
}

export function readHold(json: JsonObject): HoldMemo | null {
  const parsed = holdMemo.safeParse(json);
  return parsed.success ? parsed.data : null;
}

export function readPay(
  json: JsonObject,
): { readonly basketId: string; readonly pay: StripeCardParams } | null {
  const parsed = payMemo.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** A line of the memo for an item that is held. */
export function lineOf(item: string, title: string, how: Again | null): HoldMemo['lines'][number] {
  const copy = how && { ...how, options: how.options.map((option) => ({ ...option })) };
  return { item, title, again: copy };
}

/** The step that has the page take the payment; `params` are those of the method stripe-card. */
export function payStep(pay: StripeCardParams): Extract<Step, { kind: 'pay' }> {
  return { kind: 'pay', method: 'stripe-card', params: paramsOf(pay) };
}

/** Notes for an attempt that was handed this payment. */
export function payNotes(basketId: string, pay: StripeCardParams): JsonObject {
  return { basketId, pay: paramsOf(pay) };
}

function paramsOf({ account, amount, billing, ...rest }: StripeCardParams): JsonObject {
  return { ...rest, amount: { ...amount }, billing: { ...billing }, ...(account ? { account } : {}) };
}
