import { random } from '../../../core/random';
import { needSecret } from '../caller';
import { invalid, unexpectedState } from '../errors';
import { newId } from '../ids';
import { checkAmount } from '../money';
import { read } from '../params';
import { confirm } from '../pay';
import { dropChallenge } from '../question';
import type { Handler } from '../respond';
import type { Intent } from '../types';
import { AMENDABLE, instrument, need, view } from './access';

export const create: Handler = ({ sim, caller, form }) => {
  needSecret(caller);
  const params = read('createIntent', form);
  checkAmount(params.amount, params.currency);
  if (params.customer) sim.state.customers.need(params.customer, caller.account, 'customer');
  if (params.payment_method_types?.some((type) => type !== 'card')) {
    throw invalid('This sandbox only knows the payment method type: card', { param: 'payment_method_types' });
  }
  const method = instrument(sim, caller, params);
  const id = newId('pi');
  const intent = sim.state.intents.put({
    id,
    secret: `${id}_secret_${random(25)}`,
    account: caller.account,
    created: sim.now(),
    amount: params.amount,
    amountReceived: 0,
    amountCapturable: 0,
    currency: params.currency,
    status: method ? 'requires_confirmation' : 'requires_payment_method',
    captureMethod: params.capture_method ?? 'automatic_async',
    confirmationMethod: params.confirmation_method ?? 'automatic',
    description: params.description ?? null,
    receiptEmail: params.receipt_email ?? null,
    customer: params.customer ?? null,
    setupFutureUsage: params.setup_future_usage ?? null,
    metadata: params.metadata ?? {},
    shipping: params.shipping ?? null,
    paymentMethod: method?.id ?? null,
    paymentMethodTypes: ['card'],
    lastError: null,
    latestCharge: null,
    challenge: null,
    authenticated: null,
    canceledAt: null,
    cancellationReason: null,
    declines: [],
  });
  sim.announce(intent, 'created');
  if (params.confirm) confirm(sim, intent, method, params);
  return view(sim, caller, intent);
};

export const update: Handler = ({ sim, caller, form, id }) => {
  needSecret(caller);
  const intent = need(sim, caller, id, undefined);
  const params = read('updateIntent', form);
  const money = params.amount ?? params.currency ?? params.payment_method;
  if (money !== undefined && !AMENDABLE.includes(intent.status)) {
    const what = params.amount === undefined ? (params.currency ? 'currency' : 'payment_method') : 'amount';
    throw unexpectedState(
      intent,
      `This PaymentIntent's ${what} could not be updated because it has a status of ${intent.status}. You may only update the ${what} of a PaymentIntent with one of the following statuses: ${AMENDABLE.join(', ')}.`,
    );
  }
  const amount = params.amount ?? intent.amount;
  const currency = params.currency ?? intent.currency;
  checkAmount(amount, currency);
  const method = instrument(sim, caller, { payment_method: params.payment_method });
  if (money !== undefined) {
    // The bank was asked about another sum or card, so its answer would not count.
    dropChallenge(sim, intent);
    intent.authenticated = null;
    intent.paymentMethod = method?.id ?? intent.paymentMethod;
    intent.status = intent.paymentMethod ? 'requires_confirmation' : 'requires_payment_method';
  }
  patch(intent, {
    amount,
    currency,
    metadata: merge(intent.metadata, params.metadata),
    description: params.description,
    receiptEmail: params.receipt_email,
    customer: params.customer,
    captureMethod: params.capture_method,
    setupFutureUsage: params.setup_future_usage,
    shipping: params.shipping,
  });
  sim.book(intent);
  return view(sim, caller, intent);
};

/** New keys are added, an empty value removes its key. */
function merge(
  old: Record<string, string>,
  changes: Record<string, string> | undefined,
): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...old, ...changes }).filter(([, value]) => value !== ''));
}

/** Writes what was sent and leaves the rest. */
function patch(intent: Intent, changes: Partial<Intent>): void {
  Object.assign(
    intent,
    Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
  );
}
