import { needSecret } from '../caller';
import { invalid } from '../errors';
import { newId, random } from '../ids';
import { display } from '../money';
import { read } from '../params';
import { chargeView, customerView, endpointView, refundView } from '../receipts';
import type { Call, Handler } from '../respond';
import type { Charge } from '../types';

/** The charge that a refund is about, named itself or by its intent. */
function chargeFor({ sim, caller }: Call, params: { charge?: string; payment_intent?: string }): Charge {
  if (params.charge) return sim.state.charges.need(params.charge, caller.account, 'charge');
  if (!params.payment_intent) {
    throw invalid(
      'One of the following params should be provided for this request: payment_intent or charge.',
    );
  }
  const intent = sim.state.intents.need(params.payment_intent, caller.account, 'payment_intent');
  if (!intent.latestCharge)
    throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`);
  return sim.state.charges.need(intent.latestCharge, caller.account, 'charge');
}

export const createRefund: Handler = (call) => {
  const { sim, caller, form } = call;
  needSecret(caller);
  const params = read('createRefund', form);
  const charge = chargeFor(call, params);
  const intent = sim.state.intents.need(charge.intent, caller.account, 'payment_intent');
  if (!charge.captured) {
    throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`);
  }
  const left = charge.amountCaptured - charge.amountRefunded;
  if (left === 0) {
    throw invalid(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  }
  const amount = params.amount ?? left;
  if (amount < 1)
    throw invalid('Invalid positive integer', { code: 'parameter_invalid_integer', param: 'amount' });
  if (amount > left) {
    throw invalid(
      `Refund amount (${display(amount, charge.currency)}) is greater than unrefunded amount on charge (${display(left, charge.currency)})`,
      { param: 'amount' },
    );
  }
  charge.amountRefunded += amount;
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
  sim.announceRefund(intent, charge);
  return refundView(refund);
};

export const retrieveRefund: Handler = ({ sim, caller, id }) => {
  needSecret(caller);
  return refundView(sim.state.refunds.need(id, caller.account, 'id'));
};

export const retrieveCharge: Handler = ({ sim, caller, id }) => {
  needSecret(caller);
  const charge = sim.state.charges.need(id, caller.account, 'id');
  return chargeView(charge, sim.state.methods.need(charge.paymentMethod, caller.account, 'payment_method'));
};

export const createCustomer: Handler = ({ sim, caller, form }) => {
  needSecret(caller);
  const params = read('customer', form);
  return customerView(
    sim.state.customers.put({
      id: newId('cus'),
      account: caller.account,
      created: sim.now(),
      email: params.email ?? null,
      name: params.name ?? null,
      phone: params.phone ?? null,
      description: params.description ?? null,
      metadata: params.metadata ?? {},
    }),
  );
};

export const retrieveCustomer: Handler = ({ sim, caller, id }) => {
  needSecret(caller);
  return customerView(sim.state.customers.need(id, caller.account, 'id'));
};

export const retrieveEvent: Handler = ({ sim, caller, id }) => {
  needSecret(caller);
  return sim.state.events.need(id, caller.account, 'id').body;
};

export const listEvents: Handler = ({ sim, caller }) => {
  needSecret(caller);
  const data = sim.state.events.list(caller.account).map((event) => event.body);
  return { object: 'list', data: data.slice(0, 100), has_more: data.length > 100, url: '/v1/events' };
};

export const createEndpoint: Handler = ({ sim, caller, form }) => {
  needSecret(caller);
  const params = read('endpoint', form);
  const endpoint = sim.state.endpoints.put({
    id: newId('we'),
    account: caller.account,
    url: params.url,
    secret: `whsec_${random(32)}`,
    events: params.enabled_events,
  });
  return endpointView(endpoint, true);
};

export const listEndpoints: Handler = ({ sim, caller }) => {
  needSecret(caller);
  const data = sim.state.endpoints.list(caller.account).map((endpoint) => endpointView(endpoint, false));
  return { object: 'list', data, has_more: false, url: '/v1/webhook_endpoints' };
};
