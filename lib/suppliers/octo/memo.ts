import { z } from 'zod';
import type { Json, JsonObject } from '@/lib/checkout/json';

const json: z.ZodType<Json> = z.json();
const object: z.ZodType<JsonObject> = z.record(z.string(), json);

const subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), id: z.string().min(1) }),
  z.object({ kind: z.literal('booking'), id: z.string().min(1) }),
]);

/** Our notes on a hold: what it is over there, which booking is which item, and how it is paid. Server only. */
const holdMemo = z.object({
  subject,
  /** uuid of its first booking: the name that we gave it. */
  group: z.string(),
  bookings: z.array(
    z.object({
      item: z.string(),
      uuid: z.string(),
      /** All tickets in their order; `asks` those whose holder must be named, in the order of the form. */
      units: z.array(z.object({ uuid: z.string(), unitId: z.string(), asks: z.boolean() })),
    }),
  ),
  gateway: z.string(),
  gatewayName: z.string(),
  cards: z.array(z.object({ id: z.string(), label: z.string() })),
  /** Paid before we came, such as a deposit. Minor units. */
  paidBefore: z.int(),
});
export type HoldMemo = z.infer<typeof holdMemo>;

/** What the customer was handed, so that the same can be handed to them again. */
const handed = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('pay'),
    method: z.string(),
    params: json,
    resume: json.optional(),
    confirm: z.literal(true).optional(),
  }),
  z.object({
    kind: z.literal('redirect'),
    url: z.string(),
    httpMethod: z.literal('GET'),
    fields: z.array(z.tuple([z.string(), z.string()])),
    returnKeys: z.array(z.string()),
  }),
]);
export type Handed = z.infer<typeof handed>;

/**
 * Our notes on an attempt. `sent`: the payment that a confirmation went out with and that nobody has answered
 * for good; asked again with the same words until somebody does. `once`: what must never be sent a second time, so that
 * only looking tells how it ended.
 */
const attemptMemo = z.object({
  group: z.string(),
  handed: handed.nullable(),
  /** `cardPayment` of a confirmation as far as it was known when it was handed out: which session, intent or order code. */
  known: object.nullable(),
  sent: object.nullable(),
  /** Since when its answer is waited for; milliseconds. */
  sentAt: z.int().nullable(),
  once: z.boolean(),
  /** Nobody knows whether there was a payment at all; then waiting for news of it has an end. */
  doubtful: z.boolean(),
  /** The supplier said that the tickets are gone; told once the provider has said that nothing was taken. */
  soldOut: z.boolean().default(false),
});
export type AttemptMemo = z.infer<typeof attemptMemo>;

export function readHold(json: JsonObject): HoldMemo | null {
  const parsed = holdMemo.safeParse(json);
  return parsed.success ? parsed.data : null;
}

export function readAttempt(json: JsonObject): AttemptMemo | null {
  const parsed = attemptMemo.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** What the customer is handed, and the payment that it is about. */
export interface Given {
  readonly step: Handed;
  readonly payment: JsonObject;
}

/** Notes for an attempt on this hold with nothing sent yet. */
export function begin({ group }: HoldMemo, given: Given | null = null): AttemptMemo {
  const { step: handedOut = null, payment: known = null } = given ?? {};
  const nothing = { sent: null, sentAt: null, once: false, doubtful: false, soldOut: false };
  return { group, handed: handedOut, known, ...nothing };
}

/** Nothing is under way any more; what was handed out is still known. */
export function calmed(memo: AttemptMemo): AttemptMemo {
  return { ...memo, sent: null, sentAt: null, doubtful: false };
}

/** As the heart keeps it. */
export function notes(memo: AttemptMemo | HoldMemo): JsonObject {
  return { ...memo } as JsonObject;
}
