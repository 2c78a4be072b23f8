import type { FailureCode } from '@/lib/checkout/errors';
import type { Attempt, Checkout, Input } from '@/lib/checkout/model';
import type { PayContext, StepResult } from '@/lib/checkout/supplier';
import { check } from './check';
import { type Confirming, confirm, confirmAgain } from './confirm';
import { type Desk, readOrder } from './desk';
import { wayOf } from './gateways';
import { begin, notes, readAttempt, readHold } from './memo';
import type { Order } from './order';
import { refuse } from './refuse';
import { handOver } from './start';

/**
 * Goes on with what came from page or bank: the supplier is asked to book for it, and asks its gateway itself. Without an
 * input it asks again what was not answered for good, or for the first time what the provider said to us.
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
  if (!hold || memo?.group !== hold.group) return check(desk, ctx, checkout, attempt);
  const way = wayOf(attempt.option);
  const refused = async (order: Order, code: FailureCode): Promise<StepResult> => {
    if (way?.retries) return handOver(desk, ctx, checkout, hold, way, order, code);
    return { ...refuse(code), memo: notes(begin(hold)) };
  };
  const looks = way?.byLook === true;
  const at: Confirming = { desk, ctx, checkout, attempt, hold, memo, looks, refused };
  if (memo.sent) return confirmAgain(at);
  const { known } = memo;
  if (!way || !known) return check(desk, ctx, checkout, attempt);
  if (input === null) return way.byLook ? confirm(at, known) : check(desk, ctx, checkout, attempt);
  const evidence = way.read(desk, known, input);
  switch (evidence.kind) {
    case 'confirm': {
      const doubtful = evidence.doubtful === true;
      return confirm({ ...at, memo: { ...memo, doubtful } }, evidence.payment);
    }
    case 'resume': {
      if (memo.handed?.kind !== 'pay') return check(desk, ctx, checkout, attempt);
      const step = { ...memo.handed, resume: evidence.resume };
      return { step, memo: notes({ ...memo, handed: step }) };
    }
    case 'again': {
      const order = await readOrder(desk, ctx, hold.subject);
      if (order.kind !== 'ok') return check(desk, ctx, checkout, attempt);
      // Whoever turned back was not refused anything: where they stay on the page it is no try that counts.
      if (way.retries) return handOver(desk, ctx, checkout, hold, way, order.value);
      return refused(order.value, evidence.code);
    }
    case 'nothing':
      return check(desk, ctx, checkout, attempt);
  }
}
