import { needSecret } from '../caller';
import { invalid, unexpectedState } from '../errors';
import { read } from '../params';
import { checkConfirmable, confirm, take } from '../pay';
import { dropChallenge } from '../question';
import type { Handler } from '../respond';
import { AMENDABLE, instrument, need, view } from './access';

export const retrieve: Handler = ({ sim, caller, form, id }) =>
  view(sim, caller, need(sim, caller, id, form.client_secret));

export const list: Handler = ({ sim, caller }) => {
  needSecret(caller);
  const data = sim.state.intents.list(caller.account).map((intent) => view(sim, caller, intent));
  return {
    object: 'list',
    data: data.slice(0, 100),
    has_more: data.length > 100,
    url: '/v1/payment_intents',
  };
};

export const confirmIntent: Handler = ({ sim, caller, form, id }) => {
  const intent = need(sim, caller, id, form.client_secret);
  const params = read('confirmIntent', form);
  // Before the instrument is touched: a refused confirm must not use a token up.
  checkConfirmable(intent);
  // The merchant's word comes last: a page can answer the bank, and not take the money.
  if (intent.confirmationMethod === 'manual' && !caller.secret) {
    throw invalid(
      'This PaymentIntent cannot be confirmed using your publishable key because its `confirmation_method` is set to `manual`. Please use your secret key instead, or create a PaymentIntent with `confirmation_method` set to `automatic`.',
      { code: 'payment_intent_invalid_parameter' },
    );
  }
  const kept = intent.paymentMethod ? sim.state.methods.find(intent.paymentMethod) : undefined;
  confirm(sim, intent, instrument(sim, caller, params) ?? kept, params);
  return view(sim, caller, intent);
};

export const capture: Handler = ({ sim, caller, form, id }) => {
  needSecret(caller);
  const intent = need(sim, caller, id, undefined);
  const { amount_to_capture: amount = intent.amountCapturable } = read('captureIntent', form);
  if (intent.status !== 'requires_capture' || !intent.latestCharge) {
    throw unexpectedState(
      intent,
      `This PaymentIntent could not be captured because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.`,
    );
  }
  if (amount < 1 || amount > intent.amountCapturable) {
    throw invalid(
      'The amount to capture must be positive and cannot be greater than the amount that was authorized.',
      { code: 'amount_too_large', param: 'amount_to_capture' },
    );
  }
  take(intent, sim.state.charges.need(intent.latestCharge, caller.account, 'charge'), amount);
  sim.announce(intent, 'succeeded');
  return view(sim, caller, intent);
};

export const cancel: Handler = ({ sim, caller, form, id }) => {
  needSecret(caller);
  const intent = need(sim, caller, id, undefined);
  const params = read('cancelIntent', form);
  if (!AMENDABLE.includes(intent.status) && intent.status !== 'requires_capture') {
    throw unexpectedState(
      intent,
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action.`,
    );
  }
  dropChallenge(sim, intent);
  intent.status = 'canceled';
  intent.amountCapturable = 0;
  intent.canceledAt = sim.now();
  intent.cancellationReason = params.cancellation_reason ?? null;
  sim.announce(intent, 'canceled');
  return view(sim, caller, intent);
};
