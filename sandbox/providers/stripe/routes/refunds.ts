import { needSecret } from '../caller';
import { invalid } from '../errors';
import { newId } from '../ids';
import { display } from '../money';
import { type Params, read } from '../params';
import { refundView } from '../receipts';
import type { Call, Handler } from '../respond';
import type { Charge } from '../types';

/** The charge that a refund is about, named itself or by its intent. */
function chargeFor({ sim, caller }: Call, params: Params<'createRefund'>): Charge {
  if (params.charge) return sim.state.charges.need(params.charge, caller.account, 'charge');
  if (!params.payment_intent) {
    throw invalid(
      'One of the following params should be provided for this request: payment_intent or charge.',
    );
  }
  const intent = sim.state.intents.need(params.payment_intent, caller.account, 'payment_intent');
  if (!intent.latestCharge) throw nothingToRefund(intent.id);
  return sim.state.charges.need(intent.latestCharge, caller.account, 'charge');
}

function nothingToRefund(intent: string) {
  return invalid(`This PaymentIntent (${intent}) does not have a successful charge to refund.`);
}

/** How much may still go back, in minor units; throws where Stripe refuses to send anything. */
function refundable(charge: Charge): number {
  if (charge.intent && !charge.captured) throw nothingToRefund(charge.intent);
  if (charge.status === 'failed') {
    throw invalid(`Charge ${charge.id} has failed and cannot be refunded.`, { param: 'charge' });
  }
  const left = (charge.captured ? charge.amountCaptured : charge.amount) - charge.amountRefunded;
  if (left > 0) return left;
  throw invalid(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
}

/** Throws unless `amount` of the `left` minor units may go back. An uncaptured charge is let go whole or not at all. */
function checkRefund(charge: Charge, amount: number, left: number): void {
  if (amount < 1)
    throw invalid('Invalid positive integer', { code: 'parameter_invalid_integer', param: 'amount' });
  if (amount > left) {
    throw invalid(
      `Refund amount (${display(amount, charge.currency)}) is greater than unrefunded amount on charge (${display(left, charge.currency)})`,
      { param: 'amount' },
    );
  }
  if (!charge.captured && amount < left) {
    throw invalid(
      'You cannot partially refund an uncaptured charge. Instead, capture the charge for an amount less than the original amount.',
      { param: 'amount' },
    );
  }
}

export const createRefund: Handler = (call) => {
  const { sim, caller, form } = call;
  needSecret(caller);
  const params = read('createRefund', form);
  const charge = chargeFor(call, params);
  const left = refundable(charge);
  const { amount = left } = params;
  checkRefund(charge, amount, left);
  charge.amountRefunded += amount;
  charge.released = !charge.captured;
  const refund = sim.state.refunds.put({
    id: newId('re'),
    account: caller.account,
    created: sim.now(),
    charge: charge.id,
    intent: charge.intent,
    amount,
    currency: charge.currency,
    reason: params.reason ?? null,
    metadata: params.metadata ?? {},
  });
  sim.announceRefund(charge);
  return refundView(refund);
};

export const retrieveRefund: Handler = ({ sim, caller, id }) => {
  needSecret(caller);
  return refundView(sim.state.refunds.need(id, caller.account, 'id'));
};
