import { z } from 'zod';
import { FAILURE_CODES } from '@/lib/checkout/errors';
import type { JsonObject } from '@/lib/checkout/json';
import type { Checkout } from '@/lib/checkout/model';

const accountId = z.enum(['main', 'stripe', 'redirect']);

/** What of a bundle is needed to have it paid: one payment, one token. Minor units. */
const bundle = z.object({
  source: z.string(),
  label: z.string(),
  itemIds: z.array(z.string()),
  currency: z.string(),
  exponent: z.int(),
  total: z.int(),
  publishableKey: z.string().nullable(),
});
export type BundleMemo = z.infer<typeof bundle>;

/** Our notes on a hold. Server only. */
const holdMemo = z.object({
  uuid: z.string().min(1),
  account: accountId,
  mode: z.enum(['credit', 'stripe', 'redirect', 'unsupported']),
  bundles: z.array(bundle),
  /** The address is Ingresso's to say and must not be edited; its own field names. */
  address: z.record(z.string(), z.string()).nullable(),
  needsEmail: z.boolean(),
});
export type HoldMemo = z.infer<typeof holdMemo>;

const pairs = z.array(z.tuple([z.string(), z.string()]));

/** A callback that was sent and not answered: repeated as it was, with the same two tokens, or not at all. */
const unanswered = z.object({
  used: z.string(),
  next: z.string(),
  pairs,
  referer: z.string().nullable(),
  times: z.int(),
});
export type Unanswered = z.infer<typeof unanswered>;

/**
 * Our notes on an attempt: which transaction it buys and how far that is.
 * `tokens`: the card form is open, nothing was asked of Ingresso. `purchase`: the one purchase went out and its answer
 * is not known. `callout`: Ingresso waits for a return with the token `pending`.
 */
const attemptMemo = z.object({
  uuid: z.string().min(1),
  account: accountId,
  phase: z.enum(['tokens', 'purchase', 'callout', 'over']),
  pending: z.string().nullable(),
  /** Redirects so far. */
  hops: z.int(),
  /** The bundle whose token Ingresso misses; then the callout is answered without leaving the page. */
  missing: z.string().nullable(),
  /** Why the last callout was not followed. */
  refused: z.enum(FAILURE_CODES).nullable(),
  unanswered: unanswered.nullable(),
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

/** Whether a purchase was put to Ingresso for this transaction: it can be bought once, whatever came of the try. */
export function isBegun({ attempts }: Checkout, uuid: string): boolean {
  return attempts.some(({ memo }) => {
    const own = readAttempt(memo);
    return own?.uuid === uuid && own.phase !== 'tokens';
  });
}

/** Notes for an attempt on this hold. */
export function begin(hold: HoldMemo, phase: 'tokens' | 'purchase'): AttemptMemo {
  const { uuid, account } = hold;
  return { uuid, account, phase, pending: null, hops: 0, missing: null, refused: null, unanswered: null };
}

/** As the heart keeps it. */
export function notes(memo: AttemptMemo): JsonObject {
  return { ...memo } as JsonObject;
}
