import type { Caller } from '../caller';
import { invalid } from '../errors';
import type { Params } from '../params';
import type { Sim } from '../sim';
import type { Intent, PaymentMethod } from '../types';
import { createMethod, findMethod, spendToken, storeCard } from '../vault';
import { intentView, publicIntentView } from '../views';

type Instrument = Pick<Params<'confirmIntent'>, 'payment_method' | 'payment_method_data'>;

/** Card digits only come from the card frames: whoever sends them from elsewhere has handled them. */
export function refuseDigits(caller: Caller): void {
  if (caller.frame) return;
  throw invalid(
    'Sending credit card numbers directly to the Stripe API is generally unsafe. To continue processing use Stripe.js, the Stripe mobile bindings, or Stripe Elements.',
  );
}

/** The payment method that a call names or brings along; a token in it is used up. */
export function instrument(sim: Sim, caller: Caller, params: Instrument): PaymentMethod | undefined {
  const { payment_method: id, payment_method_data: data } = params;
  if (id) return usable(findMethod(sim, caller.account, id));
  if (!data) return undefined;
  if ('token' in data.card) {
    const token = spendToken(sim, caller.account, data.card.token, 'payment_method_data[card][token]');
    return createMethod(
      sim,
      caller.account,
      token.card,
      data.billing_details ?? token.billing,
      data.metadata,
    );
  }
  refuseDigits(caller);
  return createMethod(
    sim,
    caller.account,
    storeCard(sim, data.card),
    data.billing_details ?? {},
    data.metadata,
  );
}

function usable(method: PaymentMethod): PaymentMethod {
  if (!method.spent) return method;
  throw invalid(
    'The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.',
    { param: 'payment_method' },
  );
}

/** The intent's JSON: fewer fields for a browser. */
export function view(sim: Sim, caller: Caller, intent: Intent) {
  return (caller.secret ? intentView : publicIntentView)(sim.parts(intent));
}

/** The intent of a call; a browser must know its client secret. */
export function need(sim: Sim, caller: Caller, id: string, secret: unknown): Intent {
  const intent = sim.state.intents.need(id, caller.account, 'intent');
  if (caller.secret) return intent;
  if (typeof secret !== 'string' || secret === '') {
    throw invalid('Missing required param: client_secret.', {
      code: 'parameter_missing',
      param: 'client_secret',
    });
  }
  if (secret !== intent.secret) {
    throw invalid(
      'The client_secret provided does not match any associated PaymentIntent on this account. Ensure the client_secret was created using an account that has access to this PaymentIntent.',
      { code: 'payment_intent_invalid_parameter', param: 'client_secret' },
    );
  }
  return intent;
}

/** Statuses in which an intent may still be changed or given up. */
export const AMENDABLE: readonly Intent['status'][] = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
];
