import { describe, expect, it } from 'vitest';
import { adyenCardFieldsData } from '@/lib/payments/adyen-card-fields/data';
import { cardOf } from './card';

describe('what Adyen’s fields give', () => {
  const paymentMethod = {
    type: 'scheme',
    holderName: 'Ada Byron',
    brand: 'mc',
    encryptedCardNumber: 'eyJ.number',
    encryptedExpiryMonth: 'eyJ.month',
    encryptedExpiryYear: 'eyJ.year',
    encryptedSecurityCode: 'eyJ.code',
    somethingNew: 'eyJ.new',
    storedPaymentMethodId: undefined,
  };

  it('goes to the shop encrypted, with brand and country, and without what nobody asked for', () => {
    const data = cardOf(paymentMethod, 'GB');
    expect(data).toMatchObject({ brand: 'mc', country: 'GB' });
    expect(data.paymentMethod).not.toHaveProperty('somethingNew');
    expect(adyenCardFieldsData.safeParse(data).success).toBe(true);
  });

  it('goes without what is not known of the card', () => {
    const data = cardOf({ ...paymentMethod, brand: '' }, undefined);
    expect(Object.keys(data)).toEqual(['paymentMethod']);
    expect(adyenCardFieldsData.safeParse(data).success).toBe(true);
  });
});
