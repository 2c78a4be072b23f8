import { z } from 'zod';
import type { Json, JsonObject } from '@/lib/checkout/json';

const json: z.ZodType<Json> = z.json();

export const GATEWAYS = ['STRIPE', 'ADYEN'] as const;
export type Gateway = (typeof GATEWAYS)[number];
const gateway = z.enum(GATEWAYS);

/** Our notes on a cart: what in it is which item, and how Musement wants to be paid for it. Server only. */
const holdMemo = z.object({
  cart: z.string().min(1),
  /** Its order, once we have heard of it; asking for it again finds it in any case. */
  order: z.string().nullable(),
  items: z
    .array(
      z.object({
        item: z.string(),
        cartItem: z.string(),
        product: z.string(),
        activity: z.string(),
        /** Whether each of its participants must be named. */
        named: z.boolean(),
      }),
    )
    .min(1),
  /** The gateway that Musement would rather be paid through; null: either. */
  preferred: gateway.nullable(),
  /** Gateways whose questions could not be put here: whatever Musement prefers, the other is offered while there is one. */
  unable: z.array(gateway).default([]),
  promo: z.string().nullable(),
});
export type HoldMemo = z.infer<typeof holdMemo>;

/** What the customer was handed, so that the same can be handed to them again. */
const handed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pay'), method: z.string(), params: json }),
  z.object({
    kind: z.literal('redirect'),
    url: z.string(),
    httpMethod: z.enum(['GET', 'POST']),
    fields: z.array(z.tuple([z.string(), z.string()])),
    returnToken: z.string().optional(),
  }),
]);
export type Handed = z.infer<typeof handed>;

/** What is to be sent as soon as Musement answers: nothing of it has left yet. A card is kept for that and no longer. */
const todo = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pay'), token: z.record(z.string(), json), since: z.int() }),
  z.object({ kind: z.literal('complete'), intent: z.string().nullable(), since: z.int() }),
  z.object({ kind: z.literal('book'), since: z.int() }),
]);
export type Todo = z.infer<typeof todo>;

/**
 * Our notes on an attempt. `phase`: what is waited for. `sentAt`: since when the answer of a payment is waited for. `ip`: what
 * our proxies vouch for, kept until Musement has been told and no longer.
 */
const attemptMemo = z.object({
  cart: z.string(),
  phase: z.enum(['card', 'bank', 'away', 'sent']),
  handed: handed.nullable(),
  todo: todo.nullable(),
  sentAt: z.int().nullable(),
  ip: z.string().nullable(),
  /** Of the address that was told with the payment. A second question leads back to the same one: it is told once. */
  returnToken: z.string().nullable(),
  /** The bank's questions so far: somebody's bug does not cost the customer their evening. */
  asked: z.int(),
  /** What Musement said of the gateway and why it took it; for whoever reads the journal. */
  gateway: z.string().nullable(),
  reason: z.string().nullable(),
});
export type AttemptMemo = z.infer<typeof attemptMemo>;

export function readHold(memo: JsonObject): HoldMemo | null {
  const parsed = holdMemo.safeParse(memo);
  return parsed.success ? parsed.data : null;
}

/** Notes on an attempt for this cart; null where they are of another, or none. */
export function readAttempt(memo: JsonObject, hold: HoldMemo): AttemptMemo | null {
  const parsed = attemptMemo.safeParse(memo);
  return parsed.success && parsed.data.cart === hold.cart ? parsed.data : null;
}

/** Notes for an attempt that has only begun. */
export function begin({ cart }: HoldMemo, ip: string | null = null): AttemptMemo {
  return {
    cart,
    phase: 'card',
    handed: null,
    todo: null,
    sentAt: null,
    ip,
    returnToken: null,
    asked: 0,
    gateway: null,
    reason: null,
  };
}

/** As the heart keeps it. */
export function notes(memo: AttemptMemo | HoldMemo): JsonObject {
  return { ...memo } as JsonObject;
}

/** One that Musement names; null for what nobody here knows. */
export function gatewayOf(name: string | null | undefined): Gateway | null {
  return GATEWAYS.find((known) => known === name) ?? null;
}
