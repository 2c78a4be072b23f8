import { describe, expect, it } from 'vitest';
import { context, held, requestOf, started } from './musement-shop';
import { musement, STRIPE, till } from './musement-till';

/** Promo codes: what a basket says of one is what is held, and what is held is what is charged. */

const { onward, charged } = till();

describe('a promo code', () => {
  it('is taken off, shared out, and charged less', async () => {
    const checkout = await held(musement, [{ event: '0101' }, { event: '0102' }], 'SANDBOX10');
    const [total] = checkout.totals;
    const items = checkout.items.reduce((sum, { price, fee }) => sum + price.amount + fee.amount, 0);
    expect(items).toBe(total?.due);
    expect(checkout.items[0]?.notices.join()).toContain('SANDBOX10');
    await onward(await started(musement, checkout, STRIPE));
    expect(await charged()).toEqual([total?.due]);
  });

  it('is quoted as it will be held, line by line', async () => {
    const choices = [{ event: '0102', tickets: [1, 1] }, { event: '0105' }, { event: '0916' }];
    const request = { ...(await requestOf(musement, choices)), promoCode: 'sandbox10' };
    const quote = await musement.quote(context(), request);
    const checkout = await held(musement, choices, 'sandbox10');
    if (!quote.ok) throw new Error(quote.code);
    const { items, totals, discarded, promo } = quote.value;
    expect(totals).toEqual(checkout.totals);
    expect(items.map(({ price }) => price)).toEqual(checkout.items.map(({ price }) => price));
    expect(items.map(({ line }) => line)).toEqual([0, 0, 1]);
    expect(discarded).toMatchObject([{ code: 'sold_out', line: 2 }]);
    const bare = await musement.quote(context(), { ...request, promoCode: undefined });
    const before = bare.ok ? bare.value : null;
    // What is gone from the cart only is still in a quote that asked for no cart.
    const gone = before?.items.find(({ line }) => line === 2);
    const whole = (before?.totals[0]?.due ?? 0) - (gone ? gone.price.amount + gone.fee.amount : 0);
    expect(promo).toEqual({
      code: 'sandbox10',
      accepted: true,
      off: { amount: Math.round(whole / 10), currency: 'EUR', exponent: 2 },
    });
  });

  it.each([
    ['that has ended', 'EXPIRED', false],
    ['that nobody knows', 'NOBODY', false],
    ['that wants more in the basket', 'FIVEOFF', true],
  ])('%s takes nothing off', async (_, promoCode, accepted) => {
    // Nine euros; the code wants ten.
    const request = await requestOf(musement, [{ event: '0101', tickets: [0, 1] }]);
    const bare = await musement.quote(context(), request);
    const quote = await musement.quote(context(), { ...request, promoCode });
    expect(quote.ok && quote.value.promo).toMatchObject({ accepted, off: { amount: 0 } });
    expect(quote.ok && quote.value.totals).toEqual(bare.ok && bare.value.totals);
  });

  it('that is not taken any more when it is held is said, and nothing is lost by it', async () => {
    const checkout = await held(musement, [{ event: '0101' }], 'EXPIRED');
    expect(checkout.changes).toEqual([{ kind: 'price', text: 'The promo code EXPIRED was not accepted.' }]);
    expect(checkout.totals[0]?.due).toBe(1800);
  });
});
