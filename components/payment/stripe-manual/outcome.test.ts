import type { PaymentIntent, PaymentIntentResult, PaymentMethodResult } from '@stripe/stripe-js';
import { describe, expect, it } from 'vitest';
import { answeredOf, madeOf, standingOf } from './outcome';

const intent = (status: string) => ({ id: 'pi_1', status }) as PaymentIntent;
const made = (answer: object) => madeOf(answer as PaymentMethodResult);
const answered = (answer: object) => answeredOf('pi_1', answer as PaymentIntentResult);
const declined = (code: string) => ({ kind: 'report', data: { outcome: 'declined', code, intent: 'pi_1' } });
const authenticated = { kind: 'report', data: { outcome: 'authenticated', intent: 'pi_1' } };

describe('a card', () => {
  it('is handed over with its brand and country, as far as they are known', () => {
    const card = { brand: 'visa', country: 'GB' };
    expect(made({ paymentMethod: { id: 'pm_1', card } })).toEqual({
      kind: 'made',
      data: { outcome: 'card', paymentMethod: 'pm_1', brand: 'visa', country: 'GB' },
    });
    expect(made({ paymentMethod: { id: 'pm_1', card: { brand: 'Vi sa', country: null } } })).toEqual({
      kind: 'made',
      data: { outcome: 'card', paymentMethod: 'pm_1' },
    });
  });

  it('is refused at its field, as a whole, or for want of an answer', () => {
    expect(made({ error: { type: 'validation_error', code: 'incomplete_cvc', message: 'Short.' } })).toEqual({
      kind: 'refused',
      field: 'code',
      text: 'Short.',
    });
    expect(made({ error: { type: 'card_error', code: 'card_declined', message: 'No.' } })).toEqual({
      kind: 'refused',
      field: null,
      text: 'No.',
    });
    expect(made({ error: { type: 'api_connection_error', message: 'EHOSTUNREACH' } })).toEqual({
      kind: 'refused',
      field: null,
      text: null,
    });
  });
});

describe('the bank’s question', () => {
  it('is put once: who has answered is not asked again', () => {
    expect(standingOf(intent('requires_action'))).toEqual({ kind: 'ask' });
    for (const status of ['requires_confirmation', 'succeeded', 'requires_capture', 'processing'])
      expect(standingOf(intent(status))).toEqual(authenticated);
    expect(standingOf(intent('requires_payment_method'))).toEqual(declined('authentication_failed'));
    expect(standingOf(intent('canceled'))).toEqual(declined('payment_cancelled'));
    expect(standingOf(intent('moon_phase'))).toEqual({ kind: 'unclear' });
  });

  it('is passed, failed, closed, or nobody knows', () => {
    expect(answered({ paymentIntent: intent('requires_confirmation') })).toEqual(authenticated);
    const failed = { type: 'invalid_request_error', code: 'payment_intent_authentication_failure' };
    expect(answered({ error: failed })).toEqual(declined('authentication_failed'));
    expect(answered({ paymentIntent: intent('requires_action') })).toEqual(declined('authentication_failed'));
    expect(answered({ error: { type: 'api_connection_error' } })).toEqual({ kind: 'unclear' });
  });
});
