import { describe, expect, it } from 'vitest';
import { dueText, itemMoney, moneyLines } from './amounts';

const entry = {
  key: 'a',
  itemIds: ['1'],
  collectedBy: 'supplier' as const,
  currency: 'GBP',
  exponent: 2,
  due: 5000,
  authorised: 0,
  captured: 0,
  refunded: 0,
  refundDue: 0,
};
const totals = { currency: 'GBP', exponent: 2, items: 5000, fees: 0, delivery: 0, discount: 0, due: 5000 };

describe('dueText', () => {
  it('names each currency and adds none', () => {
    const euros = { ...totals, currency: 'EUR', due: 2000 };
    expect(dueText([totals, euros], 'en')).toBe('£50.00 and €20.00');
    expect(dueText([{ ...totals, due: 0 }], 'en')).toBe('');
  });
});

describe('moneyLines', () => {
  it('adds up entries of one kind and currency', () => {
    const lines = moneyLines([
      { ...entry, captured: 5000 },
      { ...entry, key: 'b', captured: 1000, refundDue: 1000 },
      { ...entry, key: 'c', currency: 'EUR', captured: 700 },
    ]);
    expect(lines.map(({ kind, amount }) => [kind, amount.amount, amount.currency])).toEqual([
      ['paid', 6000, 'GBP'],
      ['paid', 700, 'EUR'],
      ['refundDue', 1000, 'GBP'],
    ]);
  });

  it('says doubt first, and nothing of a reservation in doubt', () => {
    const lines = moneyLines([{ ...entry, authorised: 5000, standing: 'unknown' }]);
    expect(lines.map(({ kind }) => kind)).toEqual(['unknown']);
  });
});

describe('itemMoney', () => {
  it('knows what comes back for an item that was paid by itself', () => {
    expect(itemMoney('1', [{ ...entry, captured: 5000, refundDue: 5000 }])).toMatchObject({
      kind: 'refundDue',
    });
    expect(itemMoney('1', [{ ...entry, captured: 5000, refunded: 5000 }])).toMatchObject({
      kind: 'refunded',
    });
  });

  it('claims nothing for an item of a shared or doubtful payment', () => {
    expect(itemMoney('1', [{ ...entry, itemIds: ['1', '2'], captured: 1 }])).toEqual({ kind: 'shared' });
    expect(itemMoney('1', [{ ...entry, standing: 'unknown' }])).toEqual({ kind: 'shared' });
  });

  it('says not charged only when nothing moved', () => {
    expect(itemMoney('1', [entry])).toEqual({ kind: 'none' });
    expect(itemMoney('9', [entry])).toEqual({ kind: 'none' });
  });
});
