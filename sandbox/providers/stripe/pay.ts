import { findTestCard } from './cards';
import { take as takeCharge } from './charge';
import { type DeclineName, declineBody } from './declines';
import { StripeRefusal, unexpectedState } from './errors';
import { newId } from './ids';
import type { Params } from './params';
import { dropChallenge, openChallenge } from './question';
import type { Sim } from './sim';
import type { Charge, Intent, PaymentMethod } from './types';

const CONFIRMABLE: readonly Intent['status'][] = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
];

/** Puts the intent's money question to the card's issuer. `method` replaces the one it had; throws what Stripe would. */
export function confirm(
  sim: Sim,
  intent: Intent,
  method: PaymentMethod | undefined,
  params: Partial<Params<'confirmIntent'>>,
): void {
  if (!method) {
    throw unexpectedState(
      intent,
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method.",
    );
  }
  dropChallenge(sim, intent);
  intent.paymentMethod = method.id;
  intent.receiptEmail = params.receipt_email ?? intent.receiptEmail;
  intent.setupFutureUsage = params.setup_future_usage ?? intent.setupFutureUsage;
  intent.shipping = params.shipping ?? intent.shipping;

  const card = findTestCard(method.card.number);
  if (card?.challenge && intent.authenticated !== method.id) {
    if (params.error_on_requires_action || params.off_session === 'true') throw needsCustomer(sim, intent);
    openChallenge(sim, intent, params.use_stripe_sdk ? undefined : params.return_url);
    intent.status = 'requires_action';
    sim.announce(intent, 'requires_action');
    return;
  }
  authorise(sim, intent, method);
}

/** Throws unless the intent may be confirmed: 400 with the intent in it, as Stripe tells of a second payment. */
export function checkConfirmable(intent: Intent): void {
  if (CONFIRMABLE.includes(intent.status)) return;
  const paid = intent.status === 'succeeded' || intent.status === 'requires_capture';
  throw unexpectedState(
    intent,
    paid
      ? 'You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed.'
      : `This PaymentIntent's payment could not be confirmed because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be confirmed: requires_payment_method, requires_confirmation, requires_action.`,
  );
}

/** Asks the issuer, who has no more questions. A refusal is thrown after it has been written down. */
export function authorise(sim: Sim, intent: Intent, method: PaymentMethod): void {
  const card = findTestCard(method.card.number);
  const decline: DeclineName | undefined = card ? card.decline : 'test_mode_live_card';
  const charge = newCharge(sim, intent, method, intent.authenticated === method.id);
  intent.latestCharge = charge.id;
  if (decline) throw refuse(sim, intent, charge, decline);
  intent.lastError = null;
  // A card that is to be used again belongs to the customer from now on.
  if (intent.setupFutureUsage) method.customer ??= intent.customer;
  method.spent = method.customer === null;
  if (card?.settlesAfterMs) {
    intent.status = 'processing';
    charge.status = 'pending';
    sim.announce(intent, 'processing');
    sim.world.later(card.settlesAfterMs, () => {
      if (intent.status === 'processing') settle(sim, intent, charge);
    });
    return;
  }
  settle(sim, intent, charge);
}

/** The issuer said yes: the money is taken, or set aside for a capture. */
function settle(sim: Sim, intent: Intent, charge: Charge): void {
  charge.status = 'succeeded';
  if (intent.captureMethod === 'manual') {
    intent.status = 'requires_capture';
    intent.amountCapturable = intent.amount;
    sim.announce(intent, 'amount_capturable_updated');
    return;
  }
  take(intent, charge, intent.amount);
  sim.announce(intent, 'succeeded');
}

/** Moves the amount (minor units) and closes the intent. */
export function take(intent: Intent, charge: Charge, amount: number): void {
  intent.status = 'succeeded';
  intent.amountCapturable = 0;
  intent.amountReceived = amount;
  takeCharge(charge, amount);
}

function newCharge(sim: Sim, intent: Intent, method: PaymentMethod, threeDSecure: boolean): Charge {
  return sim.state.charges.put({
    id: newId('ch'),
    account: intent.account,
    created: sim.now(),
    intent: intent.id,
    paymentMethod: method.id,
    amount: intent.amount,
    amountCaptured: 0,
    amountRefunded: 0,
    currency: intent.currency,
    status: 'pending',
    captured: false,
    released: false,
    threeDSecure,
    failure: null,
    metadata: { ...intent.metadata },
    description: intent.description,
  });
}

function refuse(sim: Sim, intent: Intent, charge: Charge, name: DeclineName): StripeRefusal {
  const body = declineBody(name, charge.id);
  charge.status = 'failed';
  charge.failure = body;
  backToStart(sim, intent, body, name);
  return new StripeRefusal(402, body, { intent });
}

/** The try is over and another may begin: what went wrong stays readable on the intent. */
export function backToStart(sim: Sim, intent: Intent, body: StripeRefusal['body'], decline: string): void {
  intent.lastError = { body, paymentMethod: intent.paymentMethod };
  intent.status = 'requires_payment_method';
  intent.paymentMethod = null;
  intent.authenticated = null;
  intent.declines.push(decline);
  sim.announce(intent, 'payment_failed');
}

/** A bank that would ask, and nobody there to answer. */
function needsCustomer(sim: Sim, intent: Intent): StripeRefusal {
  const body = declineBody('authentication_required');
  backToStart(sim, intent, body, 'authentication_required');
  return new StripeRefusal(402, body, { intent });
}
