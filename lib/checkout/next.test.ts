import { describe, expect, it } from 'vitest';
import type { Checkout, Item } from './model';
import { newCheckout } from './new-checkout';
import { nextOf } from './next';
import { SOON_MS } from './schedule';
import type { MoneyEntry } from './step';

const price = { amount: 100, currency: 'GBP', exponent: 2 };
const item: Item = {
  id: 'i',
  title: 'A seat',
  tickets: [],
  price,
  fee: { ...price, amount: 0 },
  notices: [],
  vouchers: [],
  status: 'failed',
};
const entry: MoneyEntry = {
  key: 'k',
  itemIds: ['i'],
  collectedBy: 'supplier',
  currency: 'GBP',
  exponent: 2,
  due: 100,
  authorised: 0,
  captured: 100,
  refunded: 0,
  refundDue: 100,
};
const ask = {
  id: 'c',
  supplier: 's',
  request: { kind: 'basket', basket: {} },
  locale: 'en',
} as const;
const at = (patch: Partial<Checkout>) => nextOf({ ...newCheckout(ask, 0), ...patch }, 1000);

describe('an order that has ended', () => {
  it('is worth asking about while its supplier owes money', () => {
    expect(at({ items: [item], money: [entry] })).toEqual({ action: 'done', retryAfterMs: SOON_MS });
    expect(at({ items: [{ ...item, status: 'booked' }], money: [entry] }).retryAfterMs).toBe(SOON_MS);
  });

  it('is over once the money is back', () => {
    const money = [{ ...entry, refunded: 100, refundDue: 0 }];
    expect(at({ items: [{ ...item, status: 'cancelled' }], money })).toEqual({ action: 'done' });
  });

  it('is never asked about often: an old debt every quarter of a minute at most', () => {
    const old = { ...newCheckout(ask, 0), items: [item], money: [entry] };
    expect(nextOf(old, 86_400_000).retryAfterMs).toBeGreaterThanOrEqual(15_000);
  });

  it('may be held again only when no money is anywhere near', () => {
    const money = [{ ...entry, captured: 0, refundDue: 0 }];
    expect(at({ items: [item], money })).toEqual({ action: 'hold_again' });
    expect(at({ items: [item], money: [{ ...entry, refundDue: 0, standing: 'unknown' }] })).toEqual({
      action: 'done',
    });
  });
});

describe('when to ask again', () => {
  const waits = { ...newCheckout(ask, 0), items: [{ ...item, status: 'booking' as const }] };

  it('is just after the next look, because only a look brings news', () => {
    expect(nextOf(waits, 1000, 1700).retryAfterMs).toBe(760);
    expect(nextOf(waits, 1000, 1010).retryAfterMs).toBe(SOON_MS / 2);
  });

  it('is soon while a look is under way, and never far off', () => {
    expect(nextOf(waits, 1000, 900)).toEqual(nextOf(waits, 1000));
    expect(nextOf(waits, 1000, null)).toEqual(nextOf(waits, 1000));
    expect(nextOf(waits, 1000, 3_600_000).retryAfterMs).toBe(5000);
    expect(nextOf(waits, 86_400_000, 90_000_000).retryAfterMs).toBe(15_000);
  });

  it('is not said where nothing moves by itself', () => {
    expect(at({ items: [{ ...item, status: 'booked' }] })).toEqual({ action: 'done' });
    expect(nextOf({ ...waits, items: [{ ...item, status: 'booked' }] }, 1000, 2000)).toEqual({
      action: 'done',
    });
  });
});
