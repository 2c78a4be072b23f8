import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponentOf, formatAmount, fromDecimal, sum, toDecimal } from './money';

describe('fromDecimal', () => {
  it.each([
    ['62.50', 'GBP', 6250],
    [19.99, 'GBP', 1999],
    ['35.41', 'EUR', 3541],
    ['1200', 'JPY', 1200],
    ['1.005', 'KWD', 1005],
    ['0', 'USD', 0],
    ['-0.00', 'USD', 0],
    ['-3.5', 'USD', -350],
    ['0.125', 'USD', 13],
    [' 7 ', 'USD', 700],
  ])('reads %s %s as %i minor units', (value, currency, amount) => {
    expect(fromDecimal(value, currency).amount).toBe(amount);
  });

  it.each([
    '',
    'NaN',
    '1e3',
    '1,50',
    '£5',
    '--1',
    '99999999999999999999',
    Number.NaN,
    Number.POSITIVE_INFINITY,
  ])('refuses %s', (value) => {
    expect(() => fromDecimal(value, 'GBP')).toThrow(RangeError);
  });

  it('is the inverse of toDecimal, for every exponent', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (amount, exponent) => {
        expect(fromDecimal(toDecimal({ amount, currency: 'GBP', exponent }), 'GBP', exponent).amount).toBe(
          amount,
        );
      }),
    );
  });

  it('agrees with what a supplier sends as a JSON number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e8 }), (amount) => {
        expect(fromDecimal(amount / 100, 'GBP').amount).toBe(amount);
      }),
    );
  });
});

describe('amounts', () => {
  it('know their exponents where Intl and ISO 4217 differ', () => {
    expect(['GBP', 'JPY', 'KWD', 'ISK', 'IQD', 'UYW'].map(exponentOf)).toEqual([2, 0, 3, 0, 3, 4]);
  });

  it('are shown with their own digits', () => {
    expect(formatAmount({ amount: 6250, currency: 'GBP', exponent: 2 }, 'en-GB')).toBe('£62.50');
    expect(formatAmount({ amount: 1200, currency: 'JPY', exponent: 0 }, 'en-GB')).toBe('JP¥1,200');
  });

  it('of different currencies have no sum', () => {
    const pounds = { amount: 100, currency: 'GBP', exponent: 2 };
    expect(sum([pounds, pounds], 'GBP').amount).toBe(200);
    expect(() => sum([pounds, { ...pounds, currency: 'EUR' }], 'GBP')).toThrow(RangeError);
  });
});
