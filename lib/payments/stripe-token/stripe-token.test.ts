import { describe, expect, it } from 'vitest';
import { evidenceOf, hintOf, stripeTokenData } from './data';
import { stripeTokenParams } from './params';

const charge = {
  key: 'ext_test0.bundle-1',
  publishableKey: 'pk_test_x123',
  label: 'Two for the matinée',
  amount: 6250,
  currency: 'GBP',
  exponent: 2,
};
const params = { charges: [charge], scriptUrl: 'https://js.stripe.com/endive/stripe.js' };
const takes = (change: object) => stripeTokenParams.safeParse({ ...params, ...change }).success;

describe('what the supplier hands over', () => {
  it('is a list of charges, each with its key', () => {
    expect(takes({})).toBe(true);
    expect(takes({ charges: [charge, { ...charge, key: 'b2' }], billing: { name: 'A B' } })).toBe(true);
    expect(takes({ charges: [] })).toBe(false);
    expect(takes({ charges: [charge, charge] })).toBe(false);
    expect(takes({ charges: [{ ...charge, key: '__proto__' }] })).toBe(false);
  });

  it.each([
    ['a secret key', { publishableKey: 'sk_test_x123' }],
    ['a fraction of a penny', { amount: 62.5 }],
    ['nothing to charge', { amount: 0 }],
    ['a currency that is none', { currency: 'gbp' }],
  ])('is refused with %s', (_, change) => {
    expect(takes({ charges: [{ ...charge, ...change }] })).toBe(false);
  });
});

describe('what the component gives back', () => {
  const data = { tokens: { b1: 'tok_1Ab', b2: 'tok_visa_debit' } };

  it('is for advance, and leaves no token behind', () => {
    expect(hintOf(data)).toEqual({ kind: 'data' });
    expect(evidenceOf(data)).toEqual({ given: ['b1', 'b2'] });
    expect(JSON.stringify(evidenceOf(data))).not.toContain('tok_');
  });

  it.each([
    ['card data', { ...data, number: '4242424242424242' }],
    ['no token', { tokens: {} }],
    ['something that is no token', { tokens: { b1: '4242424242424242' } }],
    ['a payment method', { tokens: { b1: 'pm_1Ab' } }],
    ['a key that is none', JSON.parse('{"tokens":{"__proto__":"tok_1"}}')],
    ['an outcome of its own', { outcome: 'succeeded' }],
    ['nothing', null],
  ])('is refused with %s, and nothing of it is kept', (_, given) => {
    expect(stripeTokenData.safeParse(given).success).toBe(false);
    expect(hintOf(given)).toEqual({ kind: 'cancelled' });
    expect(evidenceOf(given)).toBeNull();
  });
});
