import { describe, expect, it } from 'vitest';
import { adyenCardFieldsData, evidenceOf, hintOf } from './data';
import { adyenCardFieldsParams } from './params';

const params = {
  environment: 'test',
  clientKey: 'sim_local',
  amount: { amount: 4500, currency: 'GBP', exponent: 2 },
  holderName: 'Ada Byron',
};
const data = {
  paymentMethod: {
    type: 'scheme',
    holderName: 'Ada Byron',
    encryptedCardNumber: 'eyJ.number',
    encryptedExpiryMonth: 'eyJ.month',
    encryptedExpiryYear: 'eyJ.year',
    encryptedSecurityCode: 'eyJ.code',
    brand: 'visa',
  },
  brand: 'visa',
  country: 'GB',
};

describe('what the supplier hands over', () => {
  it('says where Adyen is and what is to be paid', () => {
    expect(adyenCardFieldsParams.safeParse(params).success).toBe(true);
    expect(adyenCardFieldsParams.safeParse({ ...params, environment: 'moon' }).success).toBe(false);
    expect(adyenCardFieldsParams.safeParse({ ...params, clientKey: 'a b' }).success).toBe(false);
  });
});

describe('what the component gives back', () => {
  it('is for advance, and leaves no card behind', () => {
    expect(hintOf(data)).toEqual({ kind: 'data' });
    expect(evidenceOf(data)).toEqual({ brand: 'visa', country: 'GB' });
    expect(JSON.stringify(evidenceOf(data))).not.toContain('eyJ');
  });

  it.each([
    ['digits', { ...data, paymentMethod: { ...data.paymentMethod, number: '4111111111111111' } }],
    ['no number', { ...data, paymentMethod: { type: 'scheme' } }],
    ['another kind of payment', { ...data, paymentMethod: { ...data.paymentMethod, type: 'ideal' } }],
    ['an outcome of its own', { ...data, outcome: 'Authorised' }],
    ['nothing', null],
  ])('is refused with %s, and nothing of it is kept', (_, given) => {
    expect(adyenCardFieldsData.safeParse(given).success).toBe(false);
    expect(hintOf(given)).toEqual({ kind: 'cancelled' });
    expect(evidenceOf(given)).toBeNull();
  });
});
