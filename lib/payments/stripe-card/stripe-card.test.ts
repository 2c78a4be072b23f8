import { describe, expect, it } from 'vitest';
import { declineOf } from '../stripe/declines';
import { evidenceOf, hintOf, stripeCardData } from './data';
import { readIntent } from './look';
import { stripeCardParams } from './params';
import { fromStripe } from './units';

const params = stripeCardParams.parse({
  publishableKey: 'pk_test_x123',
  account: 'acct_1',
  clientSecret: 'pi_1_secret_2',
  intent: 'pi_1',
  amount: { amount: 6250, currency: 'GBP', exponent: 2 },
  billing: { name: 'A B', email: 'a@example.com', phone: '+44123' },
  scriptUrl: 'https://js.stripe.com/endive/stripe.js',
});
const intent = { id: 'pi_1', status: 'succeeded', amount: 6250, currency: 'gbp', last_payment_error: null };
const look = (change: object) => readIntent(JSON.stringify({ ...intent, ...change }), params);

describe('a look at Stripe', () => {
  it.each([
    ['requires_payment_method', { money: 'none' }],
    ['requires_confirmation', { money: 'none' }],
    ['requires_action', { money: 'pending', by: 'customer' }],
    ['processing', { money: 'pending', by: 'provider' }],
    ['requires_capture', { money: 'authorised', amount: 6250, currency: 'GBP', reference: 'pi_1' }],
    ['succeeded', { money: 'captured', amount: 6250, currency: 'GBP', reference: 'pi_1' }],
    ['canceled', { money: 'closed' }],
    ['brand_new', { money: 'unknown' }],
  ])('reads %s', (status, expected) => {
    expect(look({ status })).toEqual(expected);
  });

  it('says why a card was refused', () => {
    const last_payment_error = { code: 'card_declined', decline_code: 'insufficient_funds' };
    expect(look({ status: 'requires_payment_method', last_payment_error })).toEqual({
      money: 'none',
      code: 'insufficient_funds',
    });
  });

  it('believes nothing about another payment, another currency, or what is no answer', () => {
    for (const change of [{ id: 'pi_2' }, { currency: 'eur' }, { amount: '6250' }, { amount: 62.5 }]) {
      expect(look(change)).toEqual({ money: 'unknown' });
    }
    expect(readIntent('<html>', params)).toEqual({ money: 'unknown' });
  });
});

describe('declines', () => {
  it('takes the issuer’s word before Stripe’s, and tells nobody that a card was reported lost', () => {
    expect(declineOf({ code: 'card_declined', decline_code: 'expired_card' })).toBe('card_expired');
    expect(declineOf({ code: 'incorrect_cvc' })).toBe('incorrect_cvc');
    expect(declineOf({ code: 'card_declined', decline_code: 'lost_card' })).toBe('card_declined');
    expect(declineOf({ code: 'constructor', decline_code: null })).toBe('card_declined');
  });
});

describe('what the component gives back', () => {
  it('is a hint', () => {
    expect(hintOf({ outcome: 'succeeded', intent: 'pi_1' })).toEqual({ kind: 'paid' });
    expect(hintOf({ outcome: 'processing', intent: 'pi_1' })).toEqual({ kind: 'paid' });
    expect(hintOf({ outcome: 'declined', code: 'card_expired' })).toEqual({
      kind: 'declined',
      code: 'card_expired',
    });
    expect(hintOf({ outcome: 'cancelled' })).toEqual({ kind: 'cancelled' });
    expect(hintOf({ outcome: 'free tickets' })).toEqual({ kind: 'cancelled' });
  });

  it('is closed: nothing else is taken or kept', () => {
    expect(stripeCardData.safeParse({ outcome: 'succeeded', intent: 'pi_1', card: '4242' }).success).toBe(
      false,
    );
    expect(stripeCardData.safeParse({ outcome: 'declined', code: 'no such code' }).success).toBe(false);
    expect(evidenceOf({ outcome: 'declined', code: 'card_declined', declineCode: '<b>' })).toBeNull();
  });
});

describe('amounts', () => {
  it('knows currencies that Stripe writes with other decimals', () => {
    expect(fromStripe(6250, 'gbp', 2)).toBe(6250);
    expect(fromStripe(500, 'jpy', 0)).toBe(500);
    expect(fromStripe(50_000, 'isk', 0)).toBe(500);
    expect(fromStripe(50_050, 'isk', 0)).toBeNull();
  });
});
