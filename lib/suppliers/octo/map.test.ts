import { describe, expect, it } from 'vitest';
import type { Checkout } from '@/lib/checkout/model';
import { readJson } from '@/lib/platform/json';
import { loneOrder, orderOf, stateOf } from './map';
import { gatewayOf, savedCards } from './map-gateway';
import { vouchersOf } from './map-vouchers';
import type { HoldMemo } from './memo';
import { moneyOf } from './money';
import { isAsShown, standingOf } from './standing';
import { bookingWire, cardPaymentWire, orderWire } from './wire-order';

const FRAME = { imageOrigins: [], documentOrigins: ['https://api.example'] };
const pricing = (retail: number) => ({ original: retail, retail, currency: 'GBP' });

/** A booking with no more than a live supplier was seen to send. */
const booking = (status: string, more: object = {}) => ({
  uuid: 'b1',
  status,
  productId: 'p',
  optionId: 'o',
  supplierReference: 'NB1',
  utcExpiresAt: '2026-12-01T10:30:00Z',
  unitItems: [{ uuid: 'u1', unitId: 'a', ticket: null }],
  pricing: pricing(2000),
  ...more,
});
const order = (status: string, bookings: readonly object[], more: object = {}) =>
  orderOf(orderWire.parse({ id: 'o1', status, bookings, ...more }), FRAME);
const paid = (totalPaid: number, totalRefunded = 0) => ({
  cardPayment: { gateway: 'stripe', totalPaid, totalRefunded, outstandingBalance: 0 },
});

const hold = {
  group: 'b1',
  paidBefore: 0,
  bookings: [
    { item: 'i1', uuid: 'b1', units: [] },
    { item: 'i2', uuid: 'b2', units: [] },
  ],
} as unknown as HoldMemo;
const one = { ...hold, bookings: hold.bookings.slice(0, 1) };
const entry = {
  key: 'order',
  itemIds: ['i1'],
  collectedBy: 'supplier',
  currency: 'GBP',
  exponent: 2,
  due: 2000,
  authorised: 0,
  captured: 0,
  refunded: 0,
  refundDue: 0,
};
const checkout = { money: [entry], totals: [{ currency: 'GBP', due: 2000 }] } as unknown as Checkout;
const standing = (at: ReturnType<typeof order>, memo = one) => standingOf(at, checkout, memo, 7);

describe('an order', () => {
  it('reads statuses that nobody has heard of as that, and never as a failure', () => {
    expect(stateOf('MOON_PHASE')).toBe('unknown');
    expect(stateOf('constructor')).toBe('unknown');
    expect(standing(order('MOON_PHASE', [booking('CONFIRMED')]))).toEqual({ kind: 'unknown', since: 7 });
    expect(standing(order('ON_HOLD', [booking('MOON_PHASE')]))).toEqual({ kind: 'unknown', since: 7 });
  });

  it('is to be paid while anything of it is held', () => {
    expect(standing(order('ON_HOLD', [booking('ON_HOLD')]))).toBeNull();
    const lone = loneOrder(bookingWire.parse(booking('ON_HOLD')), FRAME);
    expect(lone).toMatchObject({ subject: { kind: 'booking', id: 'b1' }, price: { amount: 2000 } });
    expect(isAsShown(lone, checkout)).toBe(true);
    expect(isAsShown({ ...lone, paid: { ...lone.paid, outstanding: 2001 } }, checkout)).toBe(false);
  });

  it('waits while the supplier decides, and says each item’s end', () => {
    expect(standing(order('PENDING', [booking('PENDING')]))).toMatchObject({ kind: 'wait', why: 'booking' });
    const mixed = order('CONFIRMED', [booking('CONFIRMED'), booking('REJECTED', { uuid: 'b2' })], paid(4000));
    expect(standing(mixed, hold)).toMatchObject({
      kind: 'settled',
      items: [
        { itemId: 'i1', status: 'booked', reference: 'NB1', voucherToCome: true },
        { itemId: 'i2', status: 'failed', code: 'booking_failed' },
      ],
      money: [{ captured: 4000, refunded: 0, refundDue: 2000 }],
    });
  });

  it('is over when it lapsed; money that came for it is owed', () => {
    const gone = order('EXPIRED', [booking('EXPIRED')]);
    expect(standing(gone)).toEqual({ kind: 'declined', code: 'hold_expired', holdKept: false });
    const late = order('EXPIRED', [booking('EXPIRED')], paid(2000));
    expect(standing(late)).toMatchObject({ kind: 'settled', money: [{ captured: 2000, refundDue: 2000 }] });
    const back = order('EXPIRED', [booking('EXPIRED')], paid(2000, 2000));
    expect(standing(back)).toMatchObject({ money: [{ refunded: 2000, refundDue: 0 }] });
  });

  it('names no sums in earlier years: what is booked was paid', () => {
    const silent = order('CONFIRMED', [booking('CONFIRMED')], { cardPayment: { gateway: 'stripe' } });
    expect(moneyOf(silent, one, checkout)).toMatchObject([{ captured: 2000, refundDue: 0 }]);
  });

  it('owes what was cancelled in time, and nothing else', () => {
    const cancelled = (refund: string) =>
      booking('CANCELLED', { utcConfirmedAt: '2026-12-01T10:00:00Z', cancellation: { refund } });
    const owed = (refund: string) =>
      moneyOf(order('CANCELLED', [cancelled(refund)], paid(2000)), one, checkout)[0]?.refundDue;
    expect([owed('FULL'), owed('NONE'), owed('PARTIAL')]).toEqual([2000, 0, 0]);
    expect(standing(order('CANCELLED', [cancelled('FULL')], paid(2000)))).toMatchObject({
      items: [{ status: 'cancelled' }],
    });
  });

  it('counts a deposit as paid before, and not as taken by us', () => {
    const memo = { ...one, paidBefore: 600 };
    const held = order('ON_HOLD', [booking('ON_HOLD')], paid(600));
    expect(moneyOf(held, memo, checkout)).toMatchObject([{ captured: 0, refundDue: 0 }]);
    const booked = order('CONFIRMED', [booking('CONFIRMED')], paid(2000));
    expect(moneyOf(booked, memo, checkout)).toMatchObject([{ captured: 1400, refundDue: 0 }]);
  });
});

describe('cardPayment', () => {
  const read = (json: string) => {
    const parsed = readJson(json);
    return gatewayOf(parsed.ok ? cardPaymentWire.parse(parsed.value) : null);
  };

  it('decides who takes the money, and names what nobody knows', () => {
    expect(gatewayOf(null)).toEqual({ id: 'account' });
    expect(read('{"gateway":"external"}')).toEqual({ id: 'external' });
    expect(read('{"gateway":"bridgepay","bridgepay":{}}')).toEqual({ id: 'unknown', name: 'bridgepay' });
    expect(read('{"gateway":"adyen","adyen":{}}')).toEqual({ id: 'adyen', adyen: null });
    expect(read('{"gateway":"stripe","stripe":{"paymentIntent":null}}')).toEqual({
      id: 'stripe',
      intent: null,
    });
  });

  it.each([
    ['9212345678901234', true],
    ['1272214778972604', true],
    ['"9212345678901234"', false],
    ['"1272214778972604"', false],
  ])('keeps the digits of an order code and how they stood: %s', (code, bare) => {
    const digits = code.replaceAll('"', '');
    expect(read(`{"gateway":"vivawallet","vivawallet":{"orderCode":${code}}}`)).toEqual({
      id: 'viva',
      order: { digits, bare },
      error: null,
    });
  });

  it('reads an order code that could not be made', () => {
    expect(read('{"gateway":"vivawallet","vivawallet":{"error":"No."}}')).toEqual({
      id: 'viva',
      order: null,
      error: 'No.',
    });
    expect(read('{"gateway":"vivawallet"}')).toMatchObject({ order: null });
  });

  it('lists cards with what people know them by', () => {
    const reusableCards = [{ id: 'c1', brand: 'visa', last4: '4242', expMonth: 3, expYear: 2030 }, null];
    expect(savedCards(cardPaymentWire.parse({ gateway: 'stripe', reusableCards }))).toEqual([
      { id: 'c1', label: 'Visa •••• 4242, 03/30' },
    ]);
  });
});

describe('what opens the door', () => {
  const from = (deliveryFormat: string, deliveryValue: string) =>
    vouchersOf({ deliveryOptions: [{ deliveryFormat, deliveryValue }] }, 'x', 'Adult', FRAME.documentOrigins);

  it('is a code as it came, or an address', () => {
    expect(from('QRCODE', 'NB|1')).toMatchObject([{ kind: 'qr', label: 'Adult', value: 'NB|1' }]);
    expect(from('AZTECCODE', 'NB|1')).toMatchObject([{ kind: 'barcode', symbology: 'aztec', value: 'NB|1' }]);
    expect(from('CODE128', 'NB1')).toMatchObject([{ kind: 'barcode', symbology: 'code128' }]);
    expect(from('MOON', 'NB1')[0]).not.toHaveProperty('symbology');
    expect(from('PDF_URL', 'https://api.example/t.pdf')).toMatchObject([
      { kind: 'pdf', label: 'Adult, PDF' },
    ]);
    expect(from('PDF_URL', 'https://elsewhere.example/t.pdf')).toMatchObject([{ kind: 'link' }]);
    expect(from('PKPASS_URL', 'https://api.example/t')).toMatchObject([
      { kind: 'link', label: 'Adult, Apple Wallet' },
    ]);
    expect(from('NEW_URL', 'https://api.example/t')).toMatchObject([{ label: 'Adult, link' }]);
  });

  it('is told apart where several tickets have one name', () => {
    const ticket = { deliveryOptions: [{ deliveryFormat: 'QRCODE', deliveryValue: 'NB|1' }] };
    const unitItems = ['Adult', 'Child', 'Adult'].map((title, index) => ({
      uuid: `u${index}`,
      unitId: title,
      unit: { id: title, title },
      ticket,
    }));
    const [booked] = order('CONFIRMED', [booking('CONFIRMED', { unitItems })]).bookings;
    expect(booked?.vouchers.map(({ label }) => label)).toEqual(['Adult 1', 'Child', 'Adult 2']);
  });

  it('is nothing where the address is none', () => {
    for (const bad of ['javascript:alert(1)', 'x', '']) expect(from('PDF_URL', bad)).toEqual([]);
    expect(vouchersOf(null, 'x', 'Adult', [])).toEqual([]);
  });
});
