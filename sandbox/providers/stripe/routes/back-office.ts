import { random } from '../../../core/random';
import { needSecret } from '../caller';
import { newId } from '../ids';
import { read } from '../params';
import { customerView, endpointView } from '../receipts';
import type { Handler } from '../respond';

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
