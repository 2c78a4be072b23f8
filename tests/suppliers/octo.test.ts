import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import {
  attemptOf,
  type checkoutOf,
  clock,
  context,
  following,
  inputOf,
  started,
} from '../support/supplier-desk';
import { held, lineOf, requestOf, shop } from './octo-shop';

/** OCTO over HTTP: what is chosen, held and told, on the supplier's own ledger. */

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await testSandbox();
});
beforeEach(async () => {
  await sandbox.reset();
  clock.offsetMs = 0;
});
afterAll(() => sandbox.close());

const holds = async () => (await sandbox.ledger()).holds.filter(({ status }) => status === 'held');
const bookings = async () => (await sandbox.ledger()).bookings;

describe('browse', () => {
  it('searches and pages by itself, because the supplier lists everything at once', async () => {
    const supplier = shop(sandbox);
    const ask = (text: string, page = 1) => supplier.events(context(), { text, page, locale: 'en-GB' });
    const all = await ask('');
    const second = await ask('', 2);
    if (!all.ok || !second.ok) throw new Error('Nothing is listed');
    expect(all.value.events).toHaveLength(24);
    expect(second.value).toMatchObject({ page: 2, pages: all.value.pages, total: all.value.total });
    expect(second.value.events[0]?.id).not.toBe(all.value.events[0]?.id);
    const tea = await ask('kosen an TEA');
    expect(tea.ok && tea.value.events.map(({ id }) => id)).toEqual(['OC107']);
    expect(await ask('no such thing anywhere')).toMatchObject({ ok: true, value: { total: 0, pages: 1 } });
    expect(await supplier.event(context(), 'OC999', 'en-GB')).toEqual({ ok: false, code: 'not_found' });
  });

  it('shows one price for a booking that has one, and what each guest costs elsewhere', async () => {
    const supplier = shop(sandbox);
    const boat = await lineOf(supplier, { product: 'OC106', units: { other: 4 } });
    const quote = await supplier.quote(context(), { kind: 'lines', lines: [boat], delivery: {} });
    expect(quote).toMatchObject({
      ok: true,
      value: { totals: [{ currency: 'USD' }], items: [{ tickets: [{ quantity: 4 }] }] },
    });
    const [, day = ''] = /(\d{4}-\d{2}-\d{2})/.exec(decodeURIComponent(boat.offer)) ?? [];
    const offers = await supplier.offers?.(context(), 'OC106', day);
    const [offer] = offers?.ok ? offers.value.offers : [];
    expect(offer?.price?.amount).toBeGreaterThan(0);
    expect(offer?.ticketTypes.every(({ price }) => price.amount === 0)).toBe(true);
    expect(offer?.notices).toContain('For 1 to 6 people.');
  });

  it('offers a day’s times with their limits, and tickets without a day at once', async () => {
    const supplier = shop(sandbox);
    const open = await supplier.offers?.(context(), 'OC105', null);
    expect(open?.ok && open.value.offers[0]).toMatchObject({ id: 'DEFAULT' });
    expect(await supplier.offers?.(context(), 'OC105', '2027-01-01')).toMatchObject({
      value: { offers: [] },
    });
    expect(await supplier.offers?.(context(), 'OC101', null)).toMatchObject({ value: { offers: [] } });
    expect(await supplier.offers?.(context(), 'OC101', 'tomorrow')).toEqual({ ok: false, code: 'not_found' });
  });

  it('sells nothing whose price it is not told, and says whose fault a closed key is', async () => {
    const core = shop(sandbox, { OCTO_KEY: '0c700d1e-5a4d-4b0c-8c70-sandbox00005' });
    expect(await core.offers?.(context(), 'OC101', '2027-01-12')).toEqual({
      ok: false,
      code: 'misconfigured',
    });
    const revoked = shop(sandbox, { OCTO_KEY: '0c700d1e-5a4d-4b0c-8c70-sandbox00006' });
    expect(await revoked.events(context(), { text: '', page: 1, locale: 'en-GB' })).toEqual({
      ok: false,
      code: 'misconfigured',
    });
  });
});

describe('rules', () => {
  it.each([
    [{ youth: 2 }, /Adult: at least one is needed/],
    [{ adult: 40 }, /At most/],
  ])('are kept before the supplier has to: %j', async (units, why) => {
    const supplier = shop(sandbox);
    const line = await lineOf(supplier, { product: 'OC109' });
    const tickets = Object.entries(units).map(([type, quantity]) => ({ type: `OC109-${type}`, quantity }));
    const asked = { kind: 'lines', lines: [{ ...line, tickets }], delivery: {} } as const;
    const quote = await supplier.quote(context(), asked);
    expect(quote).toMatchObject({ ok: false, refusals: [{ code: 'invalid_selection' }] });
    expect(!quote.ok && quote.refusals?.[0]?.text).toMatch(why);
    expect(await supplier.hold(context(), asked, null)).toMatchObject({ kind: 'refused' });
    expect(await holds()).toEqual([]);
  });

  it('refuse what no offer could be', async () => {
    const supplier = shop(sandbox);
    const line = await lineOf(supplier, { product: 'OC101' });
    for (const wrong of [
      { ...line, offer: 'x' },
      { ...line, offer: 'NONE|x' },
      { ...line, tickets: [{ type: 'OC101-giant', quantity: 1 }] },
      { ...line, tickets: [] },
      { ...line, seats: ['A1'] },
    ]) {
      const quote = await supplier.quote(context(), { kind: 'lines', lines: [wrong], delivery: {} });
      expect(quote).toMatchObject({ ok: false, refusals: [{ code: 'invalid_selection' }] });
    }
  });
});

describe('a hold', () => {
  it('is the same however often it is asked for: uuids follow from the checkout', async () => {
    const supplier = shop(sandbox);
    const request = await requestOf(supplier, [{ product: 'OC101' }, { product: 'OC102' }]);
    const ctx = context('a'.repeat(32));
    const first = await supplier.hold(ctx, request, null);
    const again = await supplier.hold(ctx, request, null);
    expect(again).toEqual(first);
    expect(await holds()).toHaveLength(2);
    const other = await supplier.hold(context('b'.repeat(32)), request, null);
    expect(other.kind === 'held' && other.memo).not.toEqual(first.kind === 'held' && first.memo);
    expect(await holds()).toHaveLength(4);
  });

  it.each(['drop', 'truncate'] as const)('whose answer was lost (%s) is found again', async (kind) => {
    const supplier = shop(sandbox);
    const request = await requestOf(supplier, [{ product: 'OC101' }]);
    const ctx = context('c'.repeat(32));
    await sandbox.fault({ provider: 'octo', call: 'POST /octo/bookings', kind, when: 'after', times: 4 });
    expect(await supplier.hold(ctx, request, null)).toEqual({ kind: 'unknown' });
    await sandbox.faults.clear();
    expect(await supplier.hold(ctx, request, null)).toMatchObject({ kind: 'held' });
    expect(await holds()).toHaveLength(1);
  });

  it('of what cannot be had all of holds the rest, and shows what is missing and dearer', async () => {
    const supplier = shop(sandbox);
    const { changes, items, totals } = await held(supplier, [
      { product: 'OC101' },
      { product: 'OC901' },
      { product: 'OC903' },
    ]);
    expect(items.map(({ title }) => title)).toEqual(['Leith Harbour Museum', 'The Rising Price']);
    expect(changes).toEqual([
      { kind: 'removed', text: expect.stringMatching(/^Gone a Moment Ago: /) },
      expect.objectContaining({ kind: 'price', before: expect.objectContaining({ amount: 2000 }) }),
    ]);
    expect(totals[0]?.due).toBe(items.reduce((sum, { price }) => sum + price.amount, 0));
  });

  it('keeps to one currency, and to one booking where there are no carts', async () => {
    const both = [{ product: 'OC101' }, { product: 'OC104' }];
    const supplier = shop(sandbox);
    const quote = await supplier.quote(context(), await requestOf(supplier, both));
    expect(quote).toMatchObject({
      value: { items: [{ line: 0 }], discarded: [{ line: 1, code: 'limit_reached' }] },
    });
    const single = shop(sandbox, { OCTO_KEY: '0c700d1e-5a4d-4b0c-8c70-sandbox00003' });
    const checkout = await held(single, [{ product: 'OC101' }, { product: 'OC102' }]);
    expect(checkout.items).toHaveLength(1);
    expect(checkout.changes[0]?.text).toContain('one booking at a time');
    expect(checkout.memo).toMatchObject({ subject: { kind: 'booking' } });
    expect(await single.release?.(context(), checkout)).toEqual({ kind: 'released' });
    expect(await holds()).toEqual([]);
  });

  it('is extended by the customer, and by the server before a payment that may take longer', async () => {
    const supplier = shop(sandbox);
    const checkout = await held(supplier, [{ product: 'OC101' }]);
    clock.offsetMs = 20 * 60_000;
    await sandbox.clock(clock.offsetMs);
    const { result } = await started(supplier, checkout, 'octo.stripe');
    expect(result.expiresAt ?? 0).toBeGreaterThan((checkout.expiresAt ?? 0) + 15 * 60_000);
    clock.offsetMs += 10 * 60_000;
    await sandbox.clock(clock.offsetMs);
    const more = await supplier.extend?.(context(), checkout);
    expect(more?.ok && more.value.expiresAt).toBeGreaterThan(result.expiresAt ?? 0);
    const short = await held(supplier, [{ product: 'OC904' }]);
    expect(await supplier.extend?.(context(), short)).toMatchObject({ ok: false });
    expect((await started(supplier, short, 'octo.stripe')).step.kind).toBe('pay');
  });

  it('is let go once, and never once it is booked', async () => {
    const supplier = shop(sandbox);
    const checkout = await held(supplier, [{ product: 'OC110' }]);
    const proof = { collector: 'free', reference: 'FYR-TEST', amount: 0, currency: 'GBP' };
    const { step } = await book(supplier, checkout, proof);
    expect(step).toMatchObject({ kind: 'settled', items: [{ status: 'booked' }] });
    expect(await supplier.release?.(context(), checkout)).toEqual({ kind: 'busy' });
    expect(await bookings()).toMatchObject([{ status: 'booked' }]);
    const other = await held(supplier, [{ product: 'OC101' }]);
    expect(await supplier.release?.(context(), other)).toEqual({ kind: 'released' });
    expect(await supplier.release?.(context(), other)).toEqual({ kind: 'released' });
  });
});

type Supplier = ReturnType<typeof shop>;
type Checkout = ReturnType<typeof checkoutOf>;

async function book(
  supplier: Supplier,
  checkout: Checkout,
  proof: Parameters<NonNullable<Supplier['book']>>[3],
) {
  const attempt = attemptOf('octo.external:invoice', undefined, { proof });
  const result = await supplier.book?.(context(), checkout, attempt, proof);
  if (!result) throw new Error('It cannot book');
  return following(checkout, 'octo.external:invoice', result, { proof });
}

describe('money of the partner’s', () => {
  it('is told with its reference, and what is due and no more', async () => {
    const supplier = shop(sandbox);
    const checkout = await held(supplier, [{ product: 'OC108' }]);
    const proof = { collector: 'tikkie', reference: 'TK-1', amount: 99_999, currency: 'KWD' };
    const booked = await book(supplier, checkout, proof);
    expect(booked.step).toMatchObject({ kind: 'settled', items: [{ status: 'booked' }], money: [] });
    expect((await sandbox.ledger()).charges).toEqual([]);
    const again = await book(supplier, checkout, proof);
    expect(again.step).toMatchObject({ kind: 'settled', items: [{ status: 'booked' }] });
    expect(await bookings()).toHaveLength(1);
  });

  it('goes to a supplier that invoices without any card', async () => {
    const supplier = shop(sandbox, { OCTO_KEY: '0c700d1e-5a4d-4b0c-8c70-sandbox00004' });
    const checkout = await held(supplier, [{ product: 'OC101' }]);
    expect(supplier.offered?.(checkout)).toMatchObject({
      'octo.external': { available: true },
      'octo.stripe': null,
    });
    const proof = { collector: 'invoice', reference: 'I-1', amount: 1650, currency: 'GBP' };
    expect((await book(supplier, checkout, proof)).step).toMatchObject({ kind: 'settled' });
  });

  it('that the supplier does not want is free again, and so are the tickets', async () => {
    const supplier = shop(sandbox);
    const checkout = await held(supplier, [{ product: 'OC112' }]);
    await sandbox.action('octo', 'gateway', 'OC112', { gateway: 'stripe' });
    const stripe = await held(supplier, [{ product: 'OC112' }]);
    const proof = { collector: 'invoice', reference: 'I-1', amount: 1, currency: 'GBP' };
    // The notes say external, the order says otherwise by now.
    const mixed = { ...stripe, memo: { ...stripe.memo, gateway: 'external' } };
    expect((await book(supplier, mixed, proof)).step).toEqual({ kind: 'failed', code: 'booking_failed' });
    expect((await book(supplier, checkout, proof)).step.kind).toBe('settled');
    expect(await holds()).toEqual([]);
  });
});

describe('a gateway', () => {
  it('is the supplier’s answer: one that nobody knows is named and not offered', async () => {
    const supplier = shop(sandbox);
    const checkout = await held(supplier, [{ product: 'OC113' }]);
    const offered = supplier.offered?.(checkout) ?? {};
    expect(offered['octo.stripe']).toEqual({
      available: false,
      reason: expect.stringContaining('“bridgepay”'),
    });
    const others = Object.entries(offered).filter(([id, state]) => id !== 'octo.stripe' && state !== null);
    expect(others).toEqual([]);
    const { step } = await started(supplier, checkout, 'octo.stripe');
    expect(step).toMatchObject({ kind: 'declined', code: 'payment_method_unavailable' });
  });

  it('that we were not told of is nobody else’s to pay: without octo/cardPayments nothing is offered but what is free', async () => {
    // The name counts letter by letter: this one is dropped without a word.
    const supplier = shop(sandbox, {
      OCTO_CAPABILITIES: 'octo/content, octo/pricing, octo/cart, octo/cardpayments',
    });
    for (const lone of [supplier, shop(sandbox, { OCTO_CAPABILITIES: 'octo/content, octo/pricing' })]) {
      const offered = lone.offered?.(await held(lone, [{ product: 'OC101' }])) ?? {};
      expect(offered['octo.external']).toBeNull();
      expect(offered['octo.stripe']).toEqual({
        available: false,
        reason: expect.stringContaining('“octo/cardPayments”'),
      });
    }
    const free = await held(supplier, [{ product: 'OC110' }]);
    expect(supplier.offered?.(free)).toMatchObject({ 'octo.external': { available: true } });
  });

  it('is paid by the option that is its own, and no other', async () => {
    const supplier = shop(sandbox);
    const checkout = await held(supplier, [{ product: 'OC101' }]);
    for (const option of ['octo.adyen', 'octo.viva', 'octo.spreedly', 'octo.saved-card', 'octo.nothing']) {
      const { step } = await started(supplier, checkout, option);
      expect(step).toMatchObject({ kind: 'declined', code: 'payment_method_unavailable', holdKept: true });
    }
    expect(inputOf('result', null).kind).toBe('result');
  });
});
