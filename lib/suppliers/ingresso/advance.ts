import { z } from 'zod';
import type { Attempt, Checkout, Input } from '@/lib/checkout/model';
import type { PayContext, StepResult } from '@/lib/checkout/supplier';
import { type Back, callback, resendCallback } from './callback';
import { calls } from './calls';
import { check } from './check';
import { timeoutCallback } from './close';
import type { Desk } from './desk';
import { type AttemptMemo, type HoldMemo, notes, readAttempt, readHold } from './memo';
import { finalStep, outcomeStep } from './outcome';
import { purchase } from './purchase';
import { refuse } from './refuse';
import { tokenPairs, tokensIn } from './tokens';

/** A return as the shop keeps it. */
const returned = z.object({
  query: z.array(z.tuple([z.string(), z.string()])),
  body: z.array(z.tuple([z.string(), z.string()])),
  referer: z.string().nullish(),
});

/**
 * Goes on with what came: the card form's tokens buy, a return answers the callout whose token it carries. Without an
 * input an unanswered callback is sent again, or the callout of a customer who stayed away is ended.
 */
export async function advance(
  desk: Desk,
  ctx: PayContext,
  checkout: Checkout,
  attempt: Attempt,
  input: Input | null,
): Promise<StepResult> {
  const hold = readHold(checkout.memo);
  const memo = readAttempt(attempt.memo);
  if (!hold || !memo || memo.uuid !== hold.uuid) return check(desk, ctx, checkout, attempt);
  if (memo.phase === 'callout') return onCallout(desk, ctx, checkout, hold, memo, input);
  if (memo.phase === 'tokens' && input?.kind === 'result') {
    const pairs = tokenPairs(hold, input);
    // Never a part of them: nothing was sent, and the customer begins again.
    return pairs ? purchase(desk, ctx, checkout, hold, pairs) : refuse('payment_cancelled', true, memo);
  }
  return check(desk, ctx, checkout, attempt);
}

async function onCallout(
  desk: Desk,
  ctx: PayContext,
  checkout: Checkout,
  hold: HoldMemo,
  memo: AttemptMemo,
  input: Input | null,
): Promise<StepResult> {
  if (memo.unanswered) return resendCallback(desk, ctx, checkout, hold, memo, memo.unanswered);
  if (input === null) return timeOut(desk, ctx, checkout, hold, memo);
  const back = backFrom(memo, input);
  return back
    ? callback(desk, ctx, checkout, hold, memo, back)
    : timeOut(desk, ctx, checkout, hold, { ...memo, refused: 'payment_cancelled' });
}

/** The token that was missing, or all that came back: the query first, then the body. */
function backFrom(memo: AttemptMemo, input: Input): Back | null {
  if (input.kind === 'result') {
    const token = tokensIn(input)[memo.missing ?? ''];
    return token ? { pairs: [['stripeToken', token]], referer: null } : null;
  }
  const parsed = returned.safeParse(input.data);
  if (!parsed.success) return { pairs: [], referer: null };
  const { query, body, referer } = parsed.data;
  return { pairs: [...query, ...body], referer: referer ?? null };
}

/** Until the next try to end a callout that could not be ended. */
const AGAIN_MS = 5000;

/** Ends the callout, so that nothing can be taken through it any more. */
async function timeOut(
  desk: Desk,
  ctx: PayContext,
  checkout: Checkout,
  hold: HoldMemo,
  memo: AttemptMemo,
): Promise<StepResult> {
  const ended: AttemptMemo = { ...memo, refused: memo.refused ?? 'payment_cancelled' };
  const tokens = { used: memo.pending ?? '', next: ctx.returnToken };
  const reply = await timeoutCallback(desk, ctx, memo, tokens);
  if (reply.kind === 'ok') {
    return outcomeStep(desk, checkout, hold, { ...ended, pending: tokens.next }, reply.value);
  }
  const status = await desk.send(ctx, memo.account, calls.status(memo.uuid));
  const over = status.kind === 'ok' && status.value.transaction_status !== 'attempting';
  if (over) return finalStep(desk, checkout, hold, ended, status.value);
  return {
    step: { kind: 'wait', retryAfterMs: AGAIN_MS, why: 'abandoned', again: 'advance' },
    memo: notes(ended),
  };
}
