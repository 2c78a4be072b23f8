import { describe, expect, it } from 'vitest';
import { cancelledOf, keptByTerms, moneyOf, owedBack, ticketsOf } from './ledgers';
import type { Item, ItemStatus } from './model';
import type { MoneyEntry } from './step';

const amount = { amount: 0, currency: 'GBP', exponent: 2 };
const items = (...statuses: ItemStatus[]) => ({
  items: statuses.map(
    (status, n): Item => ({
      id: `i${n}`,
      title: '',
      tickets: [],
      price: amount,
      fee: amount,
      notices: [],
      vouchers: [],
      status,
    }),
  ),
});
const entry: MoneyEntry = {
  key: 'k',
  itemIds: [],
  collectedBy: 'supplier',
  currency: 'GBP',
  exponent: 2,
  due: 100,
  authorised: 0,
  captured: 0,
  refunded: 0,
  refundDue: 0,
};

describe('tickets', () => {
  it.each<[ItemStatus[], string]>([
    [[], 'open'],
    [['open', 'held'], 'open'],
    [['held', 'held'], 'held'],
    [['held', 'expired'], 'held'],
    [['booked', 'booking'], 'attempting'],
    [['booked', 'unknown'], 'unknown'],
    [['booked', 'booked'], 'booked'],
    [['booked', 'failed'], 'part_booked'],
    [['booked', 'cancelled'], 'part_booked'],
    [['failed', 'expired'], 'failed'],
    [['expired', 'released'], 'expired'],
    [['cancelled'], 'released'],
  ])('of %j are %s', (statuses, state) => {
    expect(ticketsOf(items(...statuses))).toBe(state);
  });
});

describe('cancelled', () => {
  it.each<[ItemStatus[], string]>([
    [['booked', 'booked'], 'none'],
    [['failed', 'expired'], 'none'],
    [['booked', 'cancelled'], 'all'],
    [['cancelled', 'cancelled'], 'all'],
    [['booked', 'cancelled', 'failed'], 'some'],
  ])('of %j are %s', (statuses, word) => {
    expect(cancelledOf(items(...statuses))).toBe(word);
  });
});

describe('what is owed back', () => {
  const owed = (statuses: ItemStatus[], ...entries: Partial<MoneyEntry>[]) =>
    owedBack({ ...items(...statuses), money: entries.map((patch) => ({ ...entry, ...patch })) }).map(
      ({ amount: owing, currency }) => `${owing} ${currency}`,
    );

  it('is what the ledger says', () => {
    expect(owed(['booked', 'failed'], { captured: 100, refundDue: 40 })).toEqual(['40 GBP']);
    expect(owed(['cancelled'], { captured: 100, refundDue: 40 })).toEqual(['40 GBP']);
    expect(owed(['booked'], { captured: 100 })).toEqual([]);
  });

  it('is all that was kept where no ticket is left and nobody has said', () => {
    expect(owed(['failed'], { captured: 100, refunded: 30 })).toEqual(['70 GBP']);
    expect(owed(['failed', 'unknown'], { captured: 100 })).toEqual([]);
    expect(owed([], { captured: 100 })).toEqual([]);
  });

  it('is never summed across currencies', () => {
    const yen = { currency: 'JPY', exponent: 0, captured: 500, refundDue: 500 };
    expect(owed(['failed'], { captured: 100, refundDue: 100 }, yen, { refundDue: 1 })).toEqual([
      '101 GBP',
      '500 JPY',
    ]);
  });
});

describe('money', () => {
  it.each<[Partial<MoneyEntry>[], string]>([
    [[], 'none'],
    [[{}], 'none'],
    [[{ standing: 'pending' }], 'pending'],
    [[{ authorised: 100 }], 'authorised'],
    [[{ captured: 100 }], 'captured'],
    [[{ captured: 100, refunded: 100 }], 'refunded'],
    [[{ captured: 100, refunded: 40 }], 'captured'],
    [[{ captured: 100, refundDue: 40 }], 'refund_due'],
    [[{ captured: 100 }, { standing: 'unknown' }], 'unknown'],
    [[{ captured: 100 }, { captured: 100, refundDue: 100 }], 'refund_due'],
  ])('of %j is %s', (entries, state) => {
    expect(moneyOf({ money: entries.map((patch) => ({ ...entry, ...patch })) })).toBe(state);
  });
});

describe('what the terms of cancelling keep', () => {
  const kept = (statuses: ItemStatus[], patch: Partial<MoneyEntry>) => {
    const checkout = { ...items(...statuses), money: [{ ...entry, captured: 100, ...patch }] };
    return [keptByTerms(checkout), owedBack(checkout).map(({ amount: owed }) => owed)];
  };

  it('is nobody’s debt, and the rest is until it went back', () => {
    expect(kept(['cancelled'], { retained: 40, refundDue: 60 })).toEqual([false, [60]]);
    expect(kept(['cancelled'], { retained: 40, refunded: 60 })).toEqual([true, []]);
    expect(kept(['cancelled'], { retained: 100 })).toEqual([true, []]);
    // Some of the money is spoken of by nobody: somebody has to look after it.
    expect(kept(['cancelled'], { retained: 40, refunded: 50 })).toEqual([false, [10]]);
    expect(kept(['cancelled', 'booked'], { retained: 40 })).toEqual([false, []]);
    expect(kept(['cancelled'], {})).toEqual([false, [100]]);
  });
});
