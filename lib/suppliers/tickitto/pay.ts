import type { FailureCode } from '@/lib/checkout/errors';
import type { Checkout } from '@/lib/checkout/model';
import { SOON_MS } from '@/lib/checkout/schedule';
import type { Step } from '@/lib/checkout/step';
import type { CallContext, StepResult } from '@/lib/checkout/supplier';
import { stripeCardParams } from '@/lib/payments/stripe-card/params';
import type { StripeCardParams } from '@/lib/payments/stripe-card/types';
import { isLoopback } from '@/lib/platform/loopback';
import { type CustomerWire, calls, type Reply } from './client';
import { type Account, type Desk, readBasket } from './desk';
import { customerOf } from './details';
import { failureOf } from './errors';
import { payNotes, readHold } from './memo';
import { stepOf } from './standing';
import type { StripeObjectWire } from './wire';

/**
 * Has Tickitto make (or bring up to date) the payment intent of the basket, then hands it to the page. Charges nobody:
 * that is the customer's click. The basket is read again after the intent was made, because preparing the payment is
 * when prices are looked at over there; another total than the one shown is declined before anybody can pay it.
 */
export async function start(desk: Desk, ctx: CallContext, checkout: Checkout): Promise<StepResult> {
  const hold = readHold(checkout.memo);
  const customer = customerOf(checkout.details.values, desk.config.currency);
  if (!hold) return refuse('hold_expired', false);
  if (!customer) return refuse('details_rejected');
  const account = await desk.account(ctx);
  if (!account) return tryAgain(desk);
  if (!account.enabled) return refuse('payment_method_unavailable');
  const reply = await desk.send(ctx, calls.stripeObject(hold.basketId, customer));
  if (reply.kind !== 'ok') return notStarted(desk, ctx, checkout, hold.basketId, reply);
  const pay = paramsOf(desk, checkout, account, customer, reply.value);
  if (!pay) return refuse('supplier_misconfigured');
  const basket = await readBasket(desk, ctx, hold.basketId);
  if (basket.kind !== 'ok') return tryAgain(desk);
  const step = stepOf(basket.value, checkout, pay, desk.now());
  return step.kind === 'pay' ? { step, memo: payNotes(hold.basketId, pay) } : { step };
}

/** Null when what came does not make a payment: a key of the wrong kind, a live one in front of a sandbox. */
function paramsOf(
  { config }: Desk,
  { totals }: Checkout,
  account: Account,
  customer: CustomerWire,
  intent: StripeObjectWire,
): StripeCardParams | null {
  const [total] = totals;
  const live = /^pk_live_/.test(account.publishableKey ?? '');
  if (live && (isLoopback(config.url) || isLoopback(config.stripeScript))) return null;
  const params = stripeCardParams.safeParse({
    publishableKey: account.publishableKey,
    account: account.stripeAccount ?? undefined,
    clientSecret: intent.stripe_payment_intent_secret,
    intent: intent.stripe_payment_intent,
    amount: total && { amount: total.due, currency: total.currency, exponent: total.exponent },
    billing: {
      name: `${customer.first_name} ${customer.last_name}`,
      email: customer.email,
      phone: customer.phone_number,
    },
    scriptUrl: config.stripeScript,
  });
  return params.success ? params.data : null;
}

async function notStarted(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  basketId: string,
  reply: Exclude<Reply<unknown>, { kind: 'ok' }>,
): Promise<StepResult> {
  if (reply.kind !== 'refused' || reply.status === 429) return tryAgain(desk);
  const code = failureOf(reply.type);
  if (code === 'hold_expired') return refuse(code, false);
  // Paid already, in another tab perhaps: the basket knows, or will as soon as Stripe has told Tickitto.
  if (code === 'already_paid') {
    const basket = await readBasket(desk, ctx, basketId);
    const step = basket.kind === 'ok' ? stepOf(basket.value, checkout, null, desk.now()) : null;
    const processing: Step = { kind: 'wait', retryAfterMs: SOON_MS, why: 'payment_processing' };
    return { step: step && step.kind !== 'wait' ? step : processing };
  }
  const misconfigured = reply.status === 401 || reply.status === 403;
  return refuse(misconfigured ? 'supplier_misconfigured' : reply.status === 422 ? 'details_rejected' : code);
}

/** Nothing was handed to anybody, so nothing can have been paid: the heart starts again, see `lost.start`. */
function tryAgain({ now }: Desk): StepResult {
  return { step: { kind: 'unknown', since: now() } };
}

function refuse(code: FailureCode, holdKept = true): StepResult {
  return { step: { kind: 'declined', code, holdKept } };
}
