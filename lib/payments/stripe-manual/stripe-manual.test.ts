import { describe, expect, it } from 'vitest';
import { evidenceOf, hintOf, stripeManualData } from './data';
import { stripeManualParams } from './params';

const shared = {
  publishableKey: 'pk_test_x123',
  amount: { amount: 4500, currency: 'GBP', exponent: 2 },
  scriptUrl: 'https://js.stripe.com/endive/stripe.js',
};
const bank = { ...shared, ask: 'bank', clientSecret: 'pi_1_secret_2', intent: 'pi_1' };

describe('what the supplier hands over', () => {
  it('asks for a card, or puts the bank’s question', () => {
    expect(stripeManualParams.safeParse({ ...shared, ask: 'card', billing: { name: 'A B' } }).success).toBe(
      true,
    );
    expect(stripeManualParams.safeParse(bank).success).toBe(true);
  });

  it.each([
    ['a secret key', { publishableKey: 'sk_test_x123' }],
    ['no secret of the intent', { clientSecret: 'pi_1' }],
    ['a question that nobody knows', { ask: 'fingerprint' }],
    ['a fraction of a penny', { amount: { ...shared.amount, amount: 4.5 } }],
  ])('is refused with %s', (_, change) => {
    expect(stripeManualParams.safeParse({ ...bank, ...change }).success).toBe(false);
  });
});

describe('what the component gives back', () => {
  const card = { outcome: 'card', paymentMethod: 'pm_1Ab', brand: 'visa', country: 'GB' };

  it('is for advance, and leaves nothing behind that can charge a card', () => {
    expect(hintOf(card)).toEqual({ kind: 'data' });
    expect(evidenceOf(card)).toEqual({ outcome: 'card', brand: 'visa', country: 'GB' });
    const declined = { outcome: 'declined', code: 'authentication_failed', intent: 'pi_1' };
    expect(hintOf(declined)).toEqual({ kind: 'data' });
    expect(evidenceOf(declined)).toEqual(declined);
  });

  it.each([
    ['card data', { ...card, number: '4242424242424242' }],
    ['a token in its place', { ...card, paymentMethod: 'tok_1Ab' }],
    ['a country that is none', { ...card, country: '<b>' }],
    ['a reason of its own', { outcome: 'declined', code: 'free tickets', intent: 'pi_1' }],
    ['nothing', null],
  ])('is refused with %s, and nothing of it is kept', (_, given) => {
    expect(stripeManualData.safeParse(given).success).toBe(false);
    expect(hintOf(given)).toEqual({ kind: 'cancelled' });
    expect(evidenceOf(given)).toBeNull();
  });
});
