import type { Attempt, Checkout } from '@/lib/checkout/model';
import type { Step } from '@/lib/checkout/step';
import type { CallContext, StepResult } from '@/lib/checkout/supplier';
import { isPaid } from './basket';
import { type Desk, readBasket } from './desk';
import { payStep, readHold, readPay } from './memo';
import { stepOf } from './standing';

/** Reads the basket and says how things stand. Changes nothing over there. */
export async function check(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  attempt: Attempt | null,
): Promise<StepResult> {
  const now = desk.now();
  const hold = readHold(checkout.memo);
  if (!hold) return { step: noNews(attempt) };
  const reply = await readBasket(desk, ctx, hold.basketId);
  if (reply.kind === 'ok') {
    const own = attempt && readPay(attempt.memo);
    // An attempt of an earlier basket: only its own intent can say whether somebody paid it after all.
    if (own && own.basketId !== hold.basketId && !isPaid(reply.value)) return { step: payStep(own.pay) };
    const pay = own?.pay ?? lastPay(checkout, hold.basketId);
    return { step: stepOf(reply.value, checkout, pay, now) };
  }
  const forgotten = reply.kind === 'refused' && reply.type === 'reservation_error.basket_not_found';
  if (!forgotten) return { step: noNews(attempt) };
  // Somebody could have paid for a basket that Tickitto now denies: then only a person can find out.
  const exposed = checkout.attempts.some((one) => one.exposed);
  return {
    step: exposed
      ? { kind: 'unknown', since: now }
      : { kind: 'declined', code: 'hold_expired', holdKept: false },
  };
}

/**
 * Tickitto does not answer: the customer keeps the step they have. Turning a form into a doubt because one read failed
 * would take it away from somebody who is paying; what Stripe says is looked at all the same.
 */
function noNews(attempt: Attempt | null): Step {
  if (!attempt?.step) return { kind: 'wait', retryAfterMs: 2000, why: 'starting' };
  const { id: _, ...step } = attempt.step;
  return step;
}

/** All attempts on a basket pay the same intent, so what one of them was handed serves the others. */
function lastPay(checkout: Checkout, basketId: string) {
  const all = checkout.attempts.flatMap(({ memo }) => readPay(memo) ?? []);
  return all.findLast((one) => one.basketId === basketId)?.pay ?? null;
}
