import { describe, expect, it } from 'vitest';
import type { Checkout, Totals } from '@/lib/checkout/model';
import { newAttempt, newCheckout } from '@/lib/checkout/new-checkout';
import { invoice } from '.';

const ask = { id: 'c', supplier: 's', request: { kind: 'basket', basket: {} }, locale: 'en' } as const;
const total = { exponent: 2, items: 2400, fees: 100, delivery: 0, discount: 0, due: 2500 };
const order = (...currencies: string[]): Checkout => ({
  ...newCheckout(ask, 0),
  totals: currencies.map((currency): Totals => ({ ...total, currency })),
});
const client = { ip: null, userAgent: null, accept: null };
const attempt = newAttempt({ id: 'a1', option: 's.credit:invoice', client }, 0);
const ctx = {
  traceId: 't',
  locale: 'en',
  record: () => undefined,
  returnUrl: '',
  returnToken: '',
  client,
};
const collector = invoice.create({ on: true }, {
  now: () => 0,
  http: () => Promise.reject(new Error('asks nobody')),
} as never);

describe('the collector invoice', () => {
  it('is off unless COLLECTORS names it', () => {
    expect(invoice.config.parse({})).toBeNull();
    expect(invoice.config.parse({ COLLECTORS: 'tikkie' })).toBeNull();
    expect(invoice.config.parse({ COLLECTORS: 'tikkie, invoice' })).toEqual({ on: true });
  });

  it('proves what is due under the order’s own reference, however often it is asked', async () => {
    const one = order('GBP');
    const paid = {
      kind: 'paid',
      proof: { collector: 'invoice', reference: one.reference, amount: 2500, currency: 'GBP' },
    };
    expect(await collector.collect(ctx, one, attempt)).toEqual(paid);
    expect(await collector.check(ctx, one, attempt)).toEqual(paid);
  });

  it.each([
    ['no currency', []],
    ['two currencies', ['GBP', 'EUR']],
  ] as const)('puts nothing of %s on an invoice', async (_, currencies) => {
    const several = order(...currencies);
    expect(collector.accepts(several).available).toBe(false);
    expect(await collector.collect(ctx, several, attempt)).toMatchObject({ kind: 'declined' });
  });

  it('gives nothing back: that is the partner’s own book-keeping', () => {
    expect(collector.refund).toBeUndefined();
  });
});
