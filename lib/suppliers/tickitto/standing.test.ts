import { describe, expect, it } from 'vitest';
import type { Checkout } from '@/lib/checkout/model';
import type { Basket, BasketItem, BasketState, ItemState } from './basket';
import { moneyOf, unpaid } from './money';
import { stepOf } from './standing';

const pounds = (amount: number) => ({ amount, currency: 'GBP', exponent: 2 });

function item(id: string, state: ItemState, price = 1000): BasketItem {
  const shown = { id, title: id, tickets: [], price: pounds(price), fee: pounds(100), notices: [] };
  return { shown, state, again: null, vouchers: [], fulfilled: true };
}

function basket(state: BasketState, items: readonly BasketItem[], discount = 0): Basket {
  const charged = items.filter((one) => one.state !== 'lost');
  const sum = charged.reduce((all, { shown }) => all + shown.price.amount, 0);
  const fees = charged.length * 100;
  const due = sum + fees - discount;
  const totals = { currency: 'GBP', exponent: 2, items: sum, fees, delivery: 0, discount, due };
  return { id: 'b', state, items, totals };
}

/** What was shown: two items for 22.00. */
const shown = basket('open', [item('a', 'held'), item('b', 'held')]);
const checkout = {
  items: shown.items.map((one) => ({ ...one.shown, status: 'held', vouchers: [] })),
  totals: [shown.totals],
  money: [unpaid(shown)],
} as unknown as Checkout;

const pay = {
  publishableKey: 'pk_test_x',
  clientSecret: 'pi_1_secret_2',
  intent: 'pi_1',
  amount: pounds(2200),
  billing: { name: 'A B', email: 'a@example.com', phone: '123' },
  scriptUrl: 'https://js.stripe.com/endive/stripe.js',
};
const at = (state: BasketState, ...items: BasketItem[]) => stepOf(basket(state, items), checkout, pay, 5);

describe('before payment', () => {
  it('offers to pay while all is as it was shown, also after a refused card', () => {
    expect(at('open', item('a', 'held'), item('b', 'held'))).toMatchObject({
      kind: 'pay',
      method: 'stripe-card',
    });
    expect(at('payment_failed', item('a', 'held'), item('b', 'held')).kind).toBe('pay');
    expect(stepOf(shown, checkout, null, 5)).toMatchObject({ kind: 'wait', why: 'starting' });
  });

  it('asks again when anything differs, and waits while items are being held again', () => {
    const changed = { kind: 'declined', code: 'price_changed', holdKept: true };
    expect(at('open', item('a', 'held'), item('b', 'held', 1001))).toEqual(changed);
    expect(at('open', item('a', 'held'), item('b', 'lost'))).toEqual(changed);
    expect(at('open', item('a', 'held'))).toEqual(changed);
    expect(at('open', item('a', 'held'), item('b', 'held'), item('c', 'held'))).toEqual(changed);
    expect(at('open', item('a', 'held'), item('b', 'holding')).kind).toBe('pay');
  });

  it('ends when nothing is held any more', () => {
    const over = { kind: 'declined', code: 'hold_expired', holdKept: false };
    expect(at('open', item('a', 'lost'), item('b', 'lost'))).toEqual(over);
    expect(at('open')).toEqual(over);
  });

  it('doubts what it does not know', () => {
    expect(at('unknown', item('a', 'held'), item('b', 'held'))).toEqual({ kind: 'unknown', since: 5 });
    expect(at('open', item('a', 'held'), item('b', 'unknown'))).toEqual({ kind: 'unknown', since: 5 });
  });
});

describe('after payment', () => {
  it('waits for the first item to end, then tells each', () => {
    expect(at('pending', item('a', 'working'), item('b', 'held'))).toMatchObject({
      kind: 'wait',
      why: 'booking',
    });
    const step = at('pending', item('a', 'booked'), item('b', 'working'));
    expect(step.kind === 'settled' && step.items.map(({ status }) => status)).toEqual(['booked', 'pending']);
  });

  it('never tells that an item failed unless Tickitto does', () => {
    const step = at('done', item('a', 'unknown'));
    expect(step.kind === 'settled' && step.items.map(({ status }) => status)).toEqual(['pending', 'pending']);
  });
});

describe('the money', () => {
  const money = (made: Basket, before: Partial<ReturnType<typeof unpaid>> = {}) => {
    const entry = { ...unpaid(shown), ...before };
    const { captured, refunded, refundDue } = moneyOf(made, { ...checkout, money: [entry] }, 'pi_1');
    return [captured, refunded, refundDue];
  };

  it('is captured once checked out; price and fee of what failed are owed', () => {
    expect(money(shown)).toEqual([0, 0, 0]);
    expect(money(basket('done', [item('a', 'booked'), item('b', 'booked')]))).toEqual([2200, 0, 0]);
    expect(money(basket('done', [item('a', 'booked'), item('b', 'failed')]))).toEqual([2200, 0, 1100]);
    expect(money(basket('done', [item('a', 'failed'), item('b', 'failed')]))).toEqual([2200, 0, 2200]);
  });

  it('went back when Tickitto or an operator says so', () => {
    expect(money(basket('done', [item('a', 'booked'), item('b', 'refunded')]))).toEqual([2200, 1100, 0]);
    expect(money(basket('done', [item('a', 'failed'), item('b', 'refunded')]))).toEqual([2200, 1100, 1100]);
    const marked = { captured: 2200, refunded: 1100 };
    expect(money(basket('done', [item('a', 'booked'), item('b', 'failed')]), marked)).toEqual([
      2200, 1100, 0,
    ]);
  });

  it('believes Stripe’s own amount, and shares a discount', () => {
    const half = basket('done', [item('a', 'booked'), item('b', 'failed')], 200);
    expect(money(half)).toEqual([2000, 0, 1000]);
    expect(money(basket('done', [item('a', 'failed'), item('b', 'failed')]), { captured: 1800 })).toEqual([
      1800, 0, 1800,
    ]);
  });
});
