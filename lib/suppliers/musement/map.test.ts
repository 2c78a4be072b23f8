import { describe, expect, it } from 'vitest';
import type { Checkout, Item } from '@/lib/checkout/model';
import { outcomeOf, paidOf, rowsOf, stateOf, vouchersOf } from './map';
import { durationOf, inWords, momentOf, whenOf } from './map-parts';
import { moneyOf, noteKept } from './money';
import { CANCELLED_BY_US } from './names';
import type { OrderItemWire } from './wire-order';
import { orderInfoWire, orderItemWire, orderWire } from './wire-order';

const eur = (value: number) => ({ currency: 'EUR', value, formatted_value: `€ ${value}` });
const item = (more: object = {}) => ({
  uuid: 'oi-1',
  cart_item_uuid: 'ci-1',
  status: 'OK',
  quantity: 2,
  product: { id: 4445, title: 'Vatican', activity_uuid: 'a-1', max_confirmation_time: 'P0D' },
  vouchers: [{ url: 'https://api.example/voucher/view/1?pdf=1' }],
  ...more,
});
const order = (...items: object[]) =>
  orderWire.parse({ uuid: 'o-1', identifier: 'MUS1', total_price: eur(36), items });
const hold = {
  cart: 'c-1',
  order: 'o-1',
  items: [
    { item: 'i1', cartItem: 'ci-1', product: '4445', activity: 'a-1', named: false },
    { item: 'i2', cartItem: 'ci-2', product: '4446', activity: 'a-1', named: false },
  ],
  preferred: null,
  unable: [],
  promo: null,
};
const known = { items: [] as Item[], documentOrigins: ['https://api.example'], paidAt: 1000 };
const outcome = (more: object, items: readonly Item[] = []) => {
  const wire = orderItemWire.parse(item(more));
  return outcomeOf({ item: 'i1', wire, state: stateOf(wire.status) }, order(item(more)), { ...known, items });
};

describe('an item', () => {
  it('is booked with its code and vouchers, or with the order’s name and a promise', () => {
    expect(outcome({ code: 'MT77' })).toMatchObject({
      status: 'booked',
      reference: 'MT77',
      voucherToCome: false,
    });
    expect(outcome({ vouchers: [] })).toMatchObject({ reference: 'MUS1', vouchers: [], voucherToCome: true });
  });

  it('that waits for somebody says until when', () => {
    const product = { ...item().product, max_confirmation_time: 'PT30M' };
    expect(outcome({ status: 'PENDING', product })).toEqual({
      itemId: 'i1',
      status: 'pending',
      answerBy: 1000 + 30 * 60_000,
    });
    expect(outcome({ status: 'PENDING' })).toEqual({ itemId: 'i1', status: 'pending' });
  });

  it('is failed when it never was booked, and cancelled when it was, with the reason', () => {
    const back = { status: 'REFUND_STARTED', cancellation_reason: 'CLOSED-BY-SUPPLIER', vouchers: [] };
    expect(outcome(back)).toMatchObject({ status: 'failed', text: 'Closed by supplier.' });
    const was = { id: 'i1', status: 'booked' } as Item;
    expect(outcome(back, [was])).toMatchObject({ status: 'cancelled', text: 'Closed by supplier.' });
    const said = { ...back, cancellation_additional_info: 'The venue is closed.' };
    expect(outcome(said, [was])).toMatchObject({ text: 'The venue is closed.' });
    expect(outcome({ status: 'KO' })).toMatchObject({ status: 'failed', code: 'booking_failed' });
  });

  it('of a status that nobody knows is never called failed', () => {
    for (const status of ['MOON_PHASE', 'CANCELLATION_ERROR', 'constructor'])
      expect(outcome({ status })).toEqual({ itemId: 'i1', status: 'pending' });
  });

  it('is found by the cart’s item, else by its product; one that is not there is not failed either', () => {
    const rows = rowsOf(
      order(item(), item({ cart_item_uuid: null, product: { ...item().product, id: '4446' } })),
      hold,
    );
    expect(rows.map(({ state }) => state)).toEqual(['booked', 'booked']);
    const [, missing] = rowsOf(order(item()), hold);
    expect(missing && outcomeOf(missing, order(item()), known)).toEqual({ itemId: 'i2', status: 'pending' });
  });

  it('has vouchers as documents of ours, or as links; nothing else is an address', () => {
    const urls = ['https://api.example/v/1', 'https://other.example/v', 'javascript:alert(1)', 'no address'];
    const wire = orderItemWire.parse(item({ vouchers: urls.map((url) => ({ url })) }));
    expect(vouchersOf(wire, known.documentOrigins).map(({ kind }) => kind)).toEqual(['pdf', 'link']);
  });
});

describe('whether an order is paid', () => {
  const paid = (payment: object) => paidOf(orderInfoWire.parse({ order_uuid: 'o-1', payment }));
  it.each([
    [{ paid: true, status: 'brand_new' }, 'yes'],
    [{ paid: false, status: 'created' }, 'no'],
    [{ paid: false, status: 'payment_failed' }, 'no'],
    [{ paid: false, status: 'authorized' }, 'moving'],
    [{ paid: false, status: 'capture_failed' }, 'moving'],
    [{ paid: false, status: 'booking_started' }, 'yes'],
    [{ status: 'refunded' }, 'yes'],
    [{ paid: false, status: 'moon_phase' }, 'unknown'],
    [{ paid: null, status: null }, 'unknown'],
  ])('%j is %s', (payment, expected) => {
    expect(paid(payment)).toBe(expected);
  });
});

describe('the money of an order', () => {
  const price = (amount: number) => ({ amount, currency: 'EUR', exponent: 2 });
  const checkout = {
    items: [
      { id: 'i1', price: price(2000), fee: price(100) },
      { id: 'i2', price: price(1500), fee: price(0) },
    ] as unknown as Item[],
    attempts: [],
    money: [
      {
        ...{ key: 'order', itemIds: ['i1', 'i2'], collectedBy: 'supplier' as const },
        ...{ currency: 'EUR', exponent: 2, due: 3600, authorised: 0, captured: 0, refunded: 0, refundDue: 0 },
      },
    ],
  };
  type State = Parameters<typeof moneyOf>[1][number]['state'];
  const row = (id: string, state: State, reason?: string) => ({
    item: id,
    wire: reason ? ({ cancellation_reason: reason } as OrderItemWire) : null,
    state,
  });
  const standing = (first: State, told: [string, number][] | null = [], reason?: string, noted = 0) =>
    moneyOf(
      'yes',
      [row('i1', first, reason), row('i2', 'booked')],
      noteKept(checkout as unknown as Checkout, noted),
      told && new Map(told),
    )[0];

  it('was taken whole; what is not to be had is owed until it went back', () => {
    expect(standing('booked')).toMatchObject({ captured: 3600, refunded: 0, refundDue: 0 });
    expect(standing('failed')).toMatchObject({ captured: 3600, refunded: 0, refundDue: 2100 });
    expect(standing('refunding')).toMatchObject({ refunded: 0, refundDue: 2100 });
    expect(standing('refunded')).toMatchObject({ refunded: 2100, refundDue: 0 });
  });

  it('is kept as far as a policy keeps it of what we cancelled, and owed of anything else', () => {
    const half: [string, number][] = [['i1', 1050]];
    expect(standing('refunded', half, CANCELLED_BY_US)).toMatchObject({
      refunded: 1050,
      refundDue: 0,
      retained: 1050,
    });
    for (const reason of [undefined, 'CLOSED-BY-SUPPLIER']) {
      const owed = standing('refunded', half, reason);
      expect(owed).toMatchObject({ refunded: 1050, refundDue: 1050 });
      expect(owed?.retained).toBeUndefined();
    }
    expect(standing('refunding', [['i1', 0]])).toMatchObject({ refunded: 0, refundDue: 2100 });
  });

  it('is what was noted of the policy until it is told, and never more than it cost', () => {
    expect(standing('refunding', [], CANCELLED_BY_US, 1050)).toMatchObject({
      refundDue: 1050,
      retained: 1050,
    });
    expect(standing('refunding', [], CANCELLED_BY_US, 9999)).toMatchObject({ refundDue: 0, retained: 2100 });
    // Nobody answers what went back, so nothing is said to have gone back.
    expect(standing('refunded', null, CANCELLED_BY_US, 1050)).toMatchObject({
      ...{ refunded: 0, refundDue: 1050, retained: 1050 },
    });
    expect(standing('refunded', [], CANCELLED_BY_US, 1050)).toMatchObject({ refunded: 2100, refundDue: 0 });
  });

  it('is not Musement’s where the partner collected', () => {
    const proof = { collector: 'invoice', reference: 'r', amount: 3600, currency: 'EUR' };
    const attempts = [{ proof }] as unknown as typeof checkout.attempts;
    expect(moneyOf('yes', [row('i1', 'failed')], { ...checkout, attempts }, new Map())).toEqual([]);
  });
});

describe('times', () => {
  it('are the venue’s own, on both sides of a change of clocks', () => {
    expect(momentOf('2026-12-01', '10:15', 'Europe/Rome')).toBe(Date.parse('2026-12-01T09:15Z'));
    expect(momentOf('2026-10-25', '00:30', 'Europe/Rome')).toBe(Date.parse('2026-10-24T22:30Z'));
    expect(momentOf('2026-10-25', '12:00', 'Europe/Rome')).toBe(Date.parse('2026-10-25T11:00Z'));
    expect(whenOf('2026-12-01 10:15', null)).toEqual({ day: '2026-12-01' });
    expect(whenOf('soon', 'Europe/Rome')).toEqual({});
  });

  it.each([
    ['P0D', 0, null],
    ['PT30M', 1_800_000, '30 minutes'],
    ['P2D', 172_800_000, '2 days'],
    ['P1DT12H', 129_600_000, '36 hours'],
    ['P', null, null],
    ['two days', null, null],
  ])('%s lasts %s', (text, ms, words) => {
    expect(durationOf(text)).toBe(ms);
    if (ms && words) expect(inWords(ms, 'en-GB')).toBe(words);
  });
});
