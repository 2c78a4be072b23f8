import { describe, expect, it } from 'vitest';
import { activity, context, held, requestOf, started } from './musement-shop';
import { musement, STRIPE, sandbox, till } from './musement-till';

/** Promo codes: what a basket says of one is what is held, and what is held is what is charged. */

const { onward, charged, pass } = till();

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

describe('looking again at what a promo code is worth', () => {
  const asked = async (promoCode = 'SANDBOX10') => ({
    ...(await requestOf(musement, [{ event: '0101' }, { event: '0102' }])),
    promoCode,
  });
  const look = async (request: Awaited<ReturnType<typeof asked>>) => {
    const quote = await musement.quote(context(), request);
    if (!quote.ok) throw new Error(quote.code);
    return quote.value;
  };
  /** How often a cart was asked for. */
  const carts = async () => {
    const { calls } = await sandbox.ledger();
    return calls.filter(({ method, path }) => method === 'POST' && path === '/api/v3/carts').length;
  };

  it('makes one cart of one basket, for many who look at once and for who looks later', async () => {
    const request = await asked();
    const quotes = await Promise.all([look(request), look(request), look(request)]);
    quotes.push(
      await look(request),
      await look({ ...request, lines: request.lines.map((one) => ({ ...one })) }),
    );
    expect(new Set(quotes.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await carts()).toBe(1);
  });

  it('makes another for another basket, for another code, and for a hold', async () => {
    const request = await asked();
    await look(request);
    await look({ ...request, lines: request.lines.slice(1) });
    await look({ ...request, promoCode: 'FIVEOFF' });
    expect(await carts()).toBe(3);
    await held(musement, [{ event: '0101' }, { event: '0102' }], 'SANDBOX10');
    expect(await carts()).toBe(4);
  });

  it('asks about a code that is refused once', async () => {
    const request = await asked('NOBODY');
    for (let looks = 0; looks < 3; looks += 1)
      expect((await look(request)).promo).toMatchObject({ accepted: false });
    // One with the code, and one without it.
    expect(await carts()).toBe(2);
  });

  it('shows the price of the moment', async () => {
    const request = await asked();
    const [before] = (await look(request)).totals;
    await sandbox.action('musement', 'raise-price', activity('0101'), { percent: 50 });
    const [after] = (await look(request)).totals;
    expect(after?.due).toBeGreaterThan(before?.due ?? 0);
    expect(await carts()).toBe(1);
  });

  it('says to whoever looks that something has gone from it', async () => {
    const request = await asked();
    await look(request);
    const gone = { items: { 0: { status: 'PREBOOK_KO' } } };
    await sandbox.fault({ provider: 'musement', call: 'GET /api/v3/carts/*', kind: 'mutate', mutate: gone });
    for (let looks = 0; looks < 2; looks += 1) {
      const { items, discarded } = await look(request);
      expect(items.map(({ line }) => line)).toEqual([1]);
      expect(discarded).toMatchObject([{ code: 'sold_out', line: 0 }]);
    }
    expect(await carts()).toBe(1);
  });

  it('fills another when the one that stood is forgotten over there, or old', async () => {
    const request = await asked();
    const first = await look(request);
    await sandbox.fault({ provider: 'musement', call: 'GET /api/v3/carts/*', kind: 'status', status: 404 });
    expect(await look(request)).toEqual(first);
    expect(await carts()).toBe(2);
    await pass(20 * 60_000);
    await look(request);
    expect(await carts()).toBe(3);
  });
});
