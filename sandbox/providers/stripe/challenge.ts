import { StripeRefusal } from './errors';
import { authorise, backToStart } from './pay';
import type { Sim } from './sim';
import type { Challenge, Intent } from './types';

/** The challenge behind a page's address, if it still counts. */
export function findChallenge(sim: Sim, id: string): { challenge: Challenge; intent: Intent } | undefined {
  const challenge = sim.state.challenges.get(id);
  const intent = challenge && sim.state.intents.find(challenge.intent);
  return challenge && intent ? { challenge, intent } : undefined;
}

/**
 * Takes the customer's answer, once: a second one changes nothing. A pass goes on to the issuer at once, unless the
 * merchant confirms by hand. What came of it is read from the intent.
 */
export function answerChallenge(sim: Sim, id: string, passed: boolean): void {
  const found = findChallenge(sim, id);
  if (found?.challenge.outcome !== 'open' || found.intent.challenge !== id) return;
  const { challenge, intent } = found;
  challenge.outcome = passed ? 'passed' : 'failed';
  intent.challenge = null;
  const method = intent.paymentMethod ? sim.state.methods.find(intent.paymentMethod) : undefined;
  if (!passed || !method) {
    backToStart(
      sim,
      intent,
      {
        type: 'invalid_request_error',
        code: 'payment_intent_authentication_failure',
        message:
          'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
        doc_url: 'https://stripe.com/docs/error-codes/payment-intent-authentication-failure',
      },
      'authentication_failed',
    );
    return;
  }
  intent.authenticated = method.id;
  if (intent.confirmationMethod === 'manual') {
    intent.status = 'requires_confirmation';
    sim.book(intent);
    return;
  }
  try {
    authorise(sim, intent, method);
  } catch (refusal) {
    // A decline after the bank's question is no error of this call: the intent carries it.
    if (!(refusal instanceof StripeRefusal)) throw refusal;
  }
}
