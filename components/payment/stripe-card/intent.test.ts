import type { PaymentIntent, PaymentIntentResult } from '@stripe/stripe-js';
import { describe, expect, it } from 'vitest';
import type { StripeCardParams } from '@/lib/payments/stripe-card/types';
import { outcomeOf, standingOf } from './intent';

const params = { amount: { amount: 6250, currency: 'GBP', exponent: 2 } } as StripeCardParams;
const intent = (status: string, amount = 6250, currency = 'gbp') =>
  ({ id: 'pi_1', status, amount, currency }) as PaymentIntent;
const failed = (error: object) => outcomeOf({ error } as PaymentIntentResult);

describe('an intent when the page opens', () => {
  it.each([
    ['succeeded', { outcome: 'succeeded', intent: 'pi_1' }],
    ['requires_capture', { outcome: 'succeeded', intent: 'pi_1' }],
    ['processing', { outcome: 'processing', intent: 'pi_1' }],
    ['canceled', { outcome: 'cancelled' }],
  ])('that is %s is reported and never confirmed', (status, data) => {
    expect(standingOf(intent(status), params)).toEqual({ kind: 'report', data });
  });

  it('asks for a card, or takes up the bank’s question', () => {
    expect(standingOf(intent('requires_payment_method'), params)).toEqual({ kind: 'form' });
    expect(standingOf(intent('requires_action'), params)).toEqual({ kind: 'resume' });
  });

  it('is not paid in another amount or currency than was shown', () => {
    const changed = { kind: 'report', data: { outcome: 'declined', code: 'price_changed' } };
    expect(standingOf(intent('requires_payment_method', 6251), params)).toEqual(changed);
    expect(standingOf(intent('requires_action', 6250, 'eur'), params)).toEqual(changed);
  });
});

describe('what came of a try', () => {
  it('is paid when the intent says so, whatever the error says', () => {
    const error = {
      type: 'invalid_request_error',
      code: 'payment_intent_unexpected_state',
      payment_intent: intent('succeeded'),
    };
    expect(failed(error)).toEqual({ kind: 'report', data: { outcome: 'succeeded', intent: 'pi_1' } });
  });

  it('is a decline, a mistake in a field, or unclear', () => {
    const card = {
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'insufficient_funds',
      message: 'No.',
    };
    expect(failed(card)).toEqual({
      kind: 'report',
      data: { outcome: 'declined', code: 'insufficient_funds', declineCode: 'insufficient_funds' },
      message: 'No.',
    });
    expect(failed({ type: 'validation_error', code: 'incomplete_expiry', message: 'Short.' })).toEqual({
      kind: 'typing',
      field: 'expiry',
      message: 'Short.',
    });
    expect(failed({ type: 'api_connection_error' })).toEqual({ kind: 'unclear' });
    const closed = { type: 'invalid_request_error', code: 'payment_intent_authentication_failure' };
    expect(failed(closed)).toMatchObject({ kind: 'report', data: { code: 'authentication_failed' } });
    expect(outcomeOf({ paymentIntent: intent('requires_action') })).toMatchObject({ kind: 'report' });
  });
});
