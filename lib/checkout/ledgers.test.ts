import { describe, expect, it } from 'vitest';
import { moneyOf, ticketsOf } from './ledgers';
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
