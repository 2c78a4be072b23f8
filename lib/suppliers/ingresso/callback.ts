import type { Checkout } from '@/lib/checkout/model';
import type { PayContext, StepResult } from '@/lib/checkout/supplier';
import { calloutStep } from './callout';
import { calls, type Pair } from './calls';
import type { Desk } from './desk';
import { type AttemptMemo, type HoldMemo, notes, type Unanswered } from './memo';
import { finalStep, outcomeStep } from './outcome';
import { awaited } from './pending';

/** What is passed on to Ingresso: as it came, in its order, with what stands twice and what is empty. */
export interface Back {
  readonly pairs: readonly Pair[];
  readonly referer: string | null;
}

/** Tries of the same callback, with the same two tokens, before only looking remains. */
const MOST_TIMES = 6;

/** Until the next try of a callback that nobody answered. */
const AGAIN_MS = 3000;

/** Answers a callout with what came back, once. `next` is the token that a further callout would wait for. */
export function callback(
  desk: Desk,
  ctx: PayContext,
  checkout: Checkout,
  hold: HoldMemo,
  memo: AttemptMemo,
  back: Back,
): Promise<StepResult> {
  const call: Unanswered = {
    used: memo.pending ?? '',
    next: ctx.returnToken,
    pairs: back.pairs.map(([name, value]) => [name, value]),
    referer: back.referer,
    times: 0,
  };
  return sendOnce(desk, ctx, checkout, hold, memo, call, true);
}

/** A callback whose answer was lost: how the transaction stands says whether it got there. */
export async function resendCallback(
  desk: Desk,
  ctx: PayContext,
  checkout: Checkout,
  hold: HoldMemo,
  memo: AttemptMemo,
  call: Unanswered,
): Promise<StepResult> {
  return afterLoss(desk, ctx, checkout, hold, memo, call, true);
}

async function sendOnce(
  desk: Desk,
  ctx: PayContext,
  checkout: Checkout,
  hold: HoldMemo,
  memo: AttemptMemo,
  call: Unanswered,
  mayRepeat: boolean,
): Promise<StepResult> {
  const tokens = { used: call.used, next: call.next };
  const reply = await desk.send(
    ctx,
    memo.account,
    calls.callback(tokens, call.pairs, call.referer ?? undefined),
  );
  const moved: AttemptMemo = { ...memo, pending: call.next, unanswered: null };
  if (reply.kind === 'ok') return outcomeStep(desk, checkout, hold, moved, reply.value);
  // 410 and every other no: somebody was here before, or the callout is over. The status knows.
  const again = reply.kind === 'refused' ? false : mayRepeat;
  return afterLoss(desk, ctx, checkout, hold, memo, { ...call, times: call.times + 1 }, again);
}

async function afterLoss(
  desk: Desk,
  ctx: PayContext,
  checkout: Checkout,
  hold: HoldMemo,
  memo: AttemptMemo,
  call: Unanswered,
  mayRepeat: boolean,
): Promise<StepResult> {
  const status = await desk.send(ctx, memo.account, calls.status(memo.uuid));
  if (status.kind !== 'ok') return later(desk, memo, call);
  const { value } = status;
  const settled: AttemptMemo = { ...memo, unanswered: null };
  const pending = value.pending_callout;
  if (value.transaction_status !== 'attempting') return finalStep(desk, checkout, hold, settled, value);
  const token = pending && awaited(pending, [call.next, call.used]);
  if (pending && token === call.next) {
    const moved = { ...settled, pending: token, hops: memo.hops + 1 };
    return calloutStep(desk, checkout, hold, moved, pending);
  }
  // It did not get there, or nobody can tell: the same call with the same tokens does it once.
  if (mayRepeat && call.times < MOST_TIMES) return sendOnce(desk, ctx, checkout, hold, memo, call, false);
  if (pending && token === call.used) return calloutStep(desk, checkout, hold, settled, pending);
  return later(desk, memo, call);
}

/** Nobody answers: what came back is kept for the next try, because the customer's money may hang on it. */
function later(desk: Desk, memo: AttemptMemo, call: Unanswered): StepResult {
  if (call.times >= MOST_TIMES)
    return { step: { kind: 'unknown', since: desk.now() }, memo: notes({ ...memo, unanswered: null }) };
  return {
    step: { kind: 'wait', retryAfterMs: AGAIN_MS, why: 'payment_processing', again: 'advance' },
    memo: notes({ ...memo, unanswered: { ...call, times: call.times + 1 } }),
  };
}
