import { needSecret } from '../caller';
import { chargeCard, take } from '../charge';
import { invalid, StripeRefusal } from '../errors';
import { checkAmount } from '../money';
import { read } from '../params';
import type { Handler } from '../respond';
import type { Charge } from '../types';
import { createMethod, spendToken } from '../vault';

export const createCharge: Handler = ({ sim, caller, form }) => {
  needSecret(caller);
  const params = read('createCharge', form);
  // Before the token is touched: a call that is refused for its form must not use it up. A decline does.
  checkAmount(params.amount, params.currency);
  if (params.customer) sim.state.customers.need(params.customer, caller.account, 'customer');
  if (!params.source) throw params.customer ? noCard() : invalid('Must provide source or customer.');
  if (!params.source.startsWith('tok_')) {
    throw invalid(
      'This sandbox only charges tokens (tok_…) directly; use a PaymentIntent for anything else.',
      {
        param: 'source',
      },
    );
  }
  const { card, billing } = spendToken(sim, caller.account, params.source, 'source');
  const method = createMethod(sim, caller.account, card, billing, {}, 'card');
  return sim.chargeView(chargeCard(sim, method, params));
};

export const retrieveCharge: Handler = ({ sim, caller, id }) => {
  needSecret(caller);
  return sim.chargeView(sim.state.charges.need(id, caller.account, 'id'));
};

export const captureCharge: Handler = ({ sim, caller, form, id }) => {
  needSecret(caller);
  const charge = sim.state.charges.need(id, caller.account, 'charge');
  const { amount = charge.amount } = read('captureCharge', form);
  checkCapturable(charge);
  if (amount < 1 || amount > charge.amount) {
    throw invalid(
      'The amount to capture must be positive and cannot be greater than the amount that was authorized.',
      { code: 'amount_too_large', param: 'amount' },
    );
  }
  take(charge, amount);
  sim.announceCharge(charge, 'captured');
  return sim.chargeView(charge);
};

function checkCapturable(charge: Charge): void {
  if (charge.intent) {
    throw invalid(
      `Charge ${charge.id} belongs to PaymentIntent ${charge.intent}. Capture the PaymentIntent instead.`,
    );
  }
  if (charge.captured) {
    throw invalid(`Charge ${charge.id} has already been captured.`, { code: 'charge_already_captured' });
  }
  if (charge.released) {
    throw invalid(`Charge ${charge.id} could not be captured because it has expired or been refunded.`, {
      code: 'charge_expired_for_capture',
    });
  }
  if (charge.status === 'failed') {
    throw invalid(`Charge ${charge.id} could not be captured because it has failed.`);
  }
}

/** Customers keep no cards of the older kind here. */
function noCard(): StripeRefusal {
  return new StripeRefusal(402, {
    type: 'card_error',
    code: 'missing',
    message: 'Cannot charge a customer that has no active card',
    param: 'card',
  });
}
