import { describe, expect, it } from 'vitest';
import { applyStep } from './apply/step';
import { attentionOf } from './attention';
import type { Attempt, Checkout, Item } from './model';
import { nextLook } from './schedule';
import { tell } from './tell';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const eur = (amount: number) => ({ amount, currency: 'EUR', exponent: 2 });
const item = (id: string, over: Partial<Item> = {}): Item => ({
  ...{ id, title: id, tickets: [], price: eur(1800), fee: eur(0), notices: [], vouchers: [] },
  status: 'booking',
  ...over,
});
const attempt = (over: Partial<Attempt> = {}): Attempt => ({
  ...{ id: 'a1', option: 'x.card', status: 'waiting', steps: 1, memo: {}, proof: null, client: null },
  ...{ refundTried: false, exposed: true, declines: 0, cleared: false, startedAt: 0, touchedAt: 0 },
  step: { id: 's1', kind: 'settled', items: [], money: [] },
  ...over,
});

/** An order that was paid at 0, by its items. */
const paid = (items: readonly Item[], over: Partial<Checkout> = {}): Checkout => ({
  ...{ id: 'c1', reference: 'FYR-1', supplier: 'x', traceId: 't', locale: 'en-GB', createdAt: 0, askedAt: 0 },
  request: { kind: 'lines', lines: [], delivery: {} },
  ...{ memo: {}, expiresAt: null, totals: [], changes: [], accepted: true, refusals: [], marks: [] },
  details: { schema: {}, values: {} },
  attempts: [attempt()],
  ...{ intent: null, closing: null, closedAt: null, order: null, attention: null, told: {} },
  money: [
    {
      ...{ key: 'k', itemIds: [], collectedBy: 'supplier', currency: 'EUR', exponent: 2, due: 1800 },
      ...{ authorised: 0, captured: 1800, refunded: 0, refundDue: 0 },
    },
  ],
  items,
  ...over,
});
const byHand = (answerBy: number) => paid([item('i1', { answerBy })]);

describe('an item that somebody confirms by hand', () => {
  it('is nobody’s worry before its time is over; any other is after ten minutes', () => {
    expect(attentionOf(paid([item('i1')]), HOUR)?.code).toBe('paid_not_booked');
    expect(attentionOf(byHand(2 * DAY), HOUR)).toBeNull();
    expect(attentionOf(byHand(2 * DAY), 2 * DAY)?.code).toBe('paid_not_booked');
  });

  it('is asked about rarer the longer it may take, and soon when its time is over', () => {
    const delay = (checkout: Checkout, now: number) => (nextLook(checkout, now) ?? Infinity) - now;
    expect(delay(byHand(2 * DAY), 20 * MINUTE)).toBe(3 * HOUR);
    expect(delay(byHand(30 * MINUTE), 20 * MINUTE)).toBe(75_000);
    expect(delay(byHand(2 * DAY), 2 * DAY + MINUTE)).toBeLessThanOrEqual(20_000);
    // While the customer watches, and where anybody else is waited for, it is asked as ever.
    expect(delay(byHand(2 * DAY), MINUTE)).toBeLessThanOrEqual(5000);
    expect(delay(paid([item('i1'), item('i2', { answerBy: 2 * DAY })]), 20 * MINUTE)).toBe(2 * MINUTE);
  });

  it('does not keep tickets that are there from being mailed', () => {
    const there = item('i1', { status: 'booked', reference: 'r' });
    const kinds = (checkout: Checkout) => tell(checkout).mails.map(({ kind }) => kind);
    expect(kinds(paid([there, item('i2', { answerBy: DAY })]))).toEqual(['confirmation']);
    expect(kinds(paid([there, item('i2')]))).toEqual([]);
    expect(kinds(byHand(DAY))).toEqual([]);
  });

  it('keeps what the supplier says of it, as long as it is true', () => {
    const settled = (outcome: object) =>
      applyStep(
        byHand(DAY),
        'a1',
        { step: { kind: 'settled', items: [{ itemId: 'i1', ...outcome } as never], money: [] } },
        5,
      ).items[0];
    expect(settled({ status: 'pending' })).toMatchObject({ status: 'booking', answerBy: DAY });
    expect(settled({ status: 'booked', reference: 'r' })?.answerBy).toBeUndefined();
    const failed = settled({ status: 'failed', code: 'booking_failed', text: 'Closed.' });
    expect(failed).toMatchObject({ status: 'failed', why: 'Closed.' });
    expect(failed?.answerBy).toBeUndefined();
  });
});

describe('a hold without an end', () => {
  const held = (over: Partial<Attempt> = {}) =>
    paid([item('i1', { status: 'held' })], {
      money: [],
      attempts: [
        attempt({ status: 'open', step: { id: 's1', kind: 'pay', method: 'x', params: {} }, ...over }),
      ],
    });

  it('is looked at rarely once nobody can be at the till any more, and at last no more', () => {
    expect(nextLook(held(), 0)).toBe(10_000);
    expect(nextLook(held(), 2 * HOUR)).toBe(2 * HOUR + 4 * HOUR);
    expect(nextLook(held(), 3 * DAY)).toBeNull();
  });

  it('is still looked at for money through a try that was given up', () => {
    expect(nextLook(held({ status: 'declined' }), MINUTE)).toBe(2 * MINUTE);
    expect(nextLook(held({ status: 'declined', exposed: false }), MINUTE)).toBeNull();
  });
});
