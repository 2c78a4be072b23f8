import { FAILURE_CODES, type FailureCode } from '@/lib/checkout/errors';
import type { Attempt, Checkout, Input } from '@/lib/checkout/model';
import type { PayContext, StepResult } from '@/lib/checkout/supplier';
import { book } from './book';
import { check } from './check';
import type { Desk } from './desk';
import { readAttempt, readHold, type Todo } from './memo';
import { again, complete, type Paying, payWith } from './pay';
import { answerIn, tokenIn } from './tokens';

/**
 * Goes on with what came: a card is paid with, and the bank's word, from the page or with a customer who comes back from it, has
 * Musement finish. Whatever does not fit what is waited for only makes us look.
 */
export async function advance(
  desk: Desk,
  ctx: PayContext,
  checkout: Checkout,
  attempt: Attempt,
  input: Input | null,
): Promise<StepResult> {
  const hold = readHold(checkout.memo);
  const memo = hold && readAttempt(attempt.memo, hold);
  if (!hold || !memo) return check(desk, ctx, checkout, attempt);
  const at: Paying = { desk, ctx, checkout, attempt, hold, memo };
  if (memo.todo) return resend(at, ctx, memo.todo);
  if (input === null) return check(desk, ctx, checkout, attempt);
  if (memo.phase === 'away' && input.kind === 'return') return complete(at, null);
  if (input.kind !== 'result') return check(desk, ctx, checkout, attempt);
  const token = memo.phase === 'card' ? tokenIn(input) : null;
  if (token) return payWith(at, ctx, token);
  const answer = memo.phase === 'bank' ? answerIn(input) : null;
  if (answer?.outcome === 'authenticated') return complete(at, answer.intent);
  if (answer) return again(at, codeOf(answer.code));
  return check(desk, ctx, checkout, attempt);
}

/** Sends what could not be sent. */
function resend(at: Paying, ctx: PayContext, todo: Todo): Promise<StepResult> {
  const { desk, checkout, attempt } = at;
  switch (todo.kind) {
    case 'pay':
      return payWith(at, ctx, todo.token);
    case 'complete':
      return complete(at, todo.intent);
    case 'book':
      return book(desk, ctx, checkout, attempt);
  }
}

function codeOf(code: string): FailureCode {
  return FAILURE_CODES.find((known) => known === code) ?? 'authentication_failed';
}
