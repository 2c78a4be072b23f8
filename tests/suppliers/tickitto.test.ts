import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { clock } from '../support/supplier-desk';
import { until } from '../support/until';
import { attemptOf, confirm, ctx, held, pick, shop, started } from './tickitto-shop';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await testSandbox();
});
afterEach(async () => {
  clock.offsetMs = 0;
  await sandbox.reset();
});
afterAll(() => sandbox.close());

const two = { event: 'T103', tickets: [{ type: 'adult', quantity: 2 }] };
const scenario = (event: string) => ({ event, tickets: [{ type: 'adult', quantity: 1 }] });

/** Buys with a good card and looks until the supplier has settled it. */
async function bought(event: string, ready: (status: readonly string[]) => boolean = () => true) {
  const { supplier } = shop(sandbox);
  const at = await started(supplier, await held(supplier, scenario(event)));
  expect(await confirm(sandbox, at.step.params)).toBe(200);
  const { step } = await until(
    () => supplier.check(ctx, at.checkout, at.attempt),
    ({ step: seen }) => seen.kind === 'settled' && ready(seen.items.map(({ status }) => status)),
    { timeoutMs: 20_000 },
  );
  if (step.kind !== 'settled') throw new Error(step.kind);
  return { supplier, step, at };
}

describe('browsing', () => {
  it('lists events with prices, pictures and pages, and finds by text', async () => {
    const { supplier } = shop(sandbox);
    const all = await supplier.events(ctx, { text: '', page: 1, locale: 'en' });
    if (!all.ok) throw new Error(all.code);
    expect(all.value.total).toBeGreaterThan(12);
    expect(all.value.events[0]).toMatchObject({ from: { currency: 'GBP', exponent: 2 } });
    expect(all.value.events.every(({ image }) => image?.startsWith(sandbox.origin('tickitto')))).toBe(true);
    const found = await supplier.events(ctx, { text: 'forty-metre ball run', page: 1, locale: 'en' });
    expect(found.ok && found.value.events.map(({ id }) => id)).toEqual(['T103']);
    const beyond = await supplier.events(ctx, { text: '', page: 999, locale: 'en' });
    expect(beyond.ok && beyond.value.events).toEqual([]);
  });

  it('shows one event, and none for an id that is nobody’s or no id', async () => {
    const { supplier } = shop(sandbox);
    const one = await supplier.event(ctx, 'T103', 'en');
    expect(one.ok && one.value.facts.map(({ label }) => label)).toContain('Cancellation');
    expect(await supplier.event(ctx, 'T999999', 'en')).toEqual({ ok: false, code: 'not_found' });
    expect(await supplier.event(ctx, '../basket/', 'en')).toEqual({ ok: false, code: 'not_found' });
  });

  it('says what is wrong with the key', async () => {
    const { supplier } = shop(sandbox, { TICKITTO_KEY: 'wrong' });
    expect(await supplier.events(ctx, { text: '', page: 1, locale: 'en' })).toEqual({
      ok: false,
      code: 'misconfigured',
    });
  });
});

describe('the picker', () => {
  it('opens on a configured origin only', async () => {
    const { supplier } = shop(sandbox, { TICKITTO_PICKER_ORIGINS: 'https://widget.tickitto.tech' });
    expect(await supplier.picker?.open(ctx, { event: 'T103', basket: null })).toEqual({
      ok: false,
      code: 'misconfigured',
    });
  });

  it('puts a second event into the same basket, prices both, and takes one out', async () => {
    const { supplier } = shop(sandbox);
    const { basket } = await pick(supplier, two);
    await pick(supplier, scenario('T904'), basket);
    const quote = await supplier.quote(ctx, { kind: 'basket', basket });
    if (!quote.ok) throw new Error(quote.code);
    const { items, totals } = quote.value;
    expect(items).toHaveLength(2);
    const sum = items.reduce((all, { price, fee }) => all + price.amount + fee.amount, 0);
    expect(totals).toEqual([expect.objectContaining({ currency: 'GBP', due: sum })]);
    const [first] = items;
    expect(await supplier.picker?.remove(ctx, basket, first?.id ?? '')).toEqual({ ok: true, value: null });
    expect(await supplier.picker?.remove(ctx, basket, first?.id ?? '')).toEqual({ ok: true, value: null });
    const after = await supplier.quote(ctx, { kind: 'basket', basket });
    expect(after.ok && after.value.items.map(({ id }) => id)).toEqual([items[1]?.id]);
  });

  it('sells no lines: tickets are chosen in the picker', async () => {
    const { supplier } = shop(sandbox);
    const lines = { kind: 'lines', lines: [], delivery: {} } as const;
    expect(await supplier.quote(ctx, lines)).toMatchObject({ ok: false, code: 'refused' });
    expect(await supplier.hold(ctx, lines, null)).toMatchObject({ kind: 'refused' });
  });

  it('holds nothing when the seats are gone', async () => {
    const { supplier } = shop(sandbox);
    const { basket, added } = await pick(supplier, scenario('T907'));
    expect(added).toBe(false);
    expect(await supplier.hold(ctx, { kind: 'basket', basket }, null)).toMatchObject({ kind: 'refused' });
  });
});

describe('a purchase', () => {
  it('books without us once the card was charged, with a voucher that opens', async () => {
    const { supplier, step } = await bought('T103');
    const [item] = step.items;
    expect(item).toMatchObject({ status: 'booked', reference: expect.stringContaining('TK') });
    const [money] = step.money;
    const ledger = await sandbox.ledger();
    expect(ledger.charges).toHaveLength(1);
    expect(ledger.charges[0]).toMatchObject({
      status: 'captured',
      captured: money?.captured,
      id: money?.reference,
    });
    expect(money).toMatchObject({ refunded: 0, refundDue: 0, collectedBy: 'supplier' });
    const [voucher] = item?.vouchers ?? [];
    if (!voucher) throw new Error('no voucher');
    const file = await supplier.document?.(ctx, voucher);
    expect(file?.ok && [file.value.contentType, file.value.body.length > 1000]).toEqual([
      'application/pdf',
      true,
    ]);
    const foreign = { ...voucher, url: 'https://evil.example/vouchers/x.pdf' };
    expect(await supplier.document?.(ctx, foreign)).toEqual({ ok: false, code: 'not_found' });
  });

  it('hands over the same intent for a second try, and a refused card costs nothing', async () => {
    const { supplier, method } = shop(sandbox);
    const first = await started(supplier, await held(supplier, two));
    expect(await method.look?.(ctx, first.step.params)).toEqual({ money: 'none' });
    expect(await confirm(sandbox, first.step.params, 'pm_card_chargeDeclinedInsufficientFunds')).toBe(402);
    expect(await method.look?.(ctx, first.step.params)).toEqual({
      money: 'none',
      code: 'insufficient_funds',
    });
    expect((await supplier.check(ctx, first.checkout, first.attempt)).step).toEqual(first.step);
    const second = await started(supplier, first.checkout);
    expect(second.step.params).toEqual(first.step.params);
    await confirm(sandbox, second.step.params);
    const look = await method.look?.(ctx, second.step.params);
    expect(look).toMatchObject({ money: 'captured', amount: first.checkout.totals[0]?.due, currency: 'GBP' });
    await until(
      () => supplier.check(ctx, second.checkout, second.attempt),
      ({ step }) => step.kind === 'settled',
    );
    const { charges, bookings } = await sandbox.ledger();
    expect([charges.length, bookings.map(({ status }) => status)]).toEqual([1, ['booked']]);
  });

  it('waits while the bank asks, and starts no second payment after one was made', async () => {
    const { supplier, method } = shop(sandbox);
    const at = await started(supplier, await held(supplier, scenario('T911')));
    await confirm(sandbox, at.step.params, 'pm_card_authenticationRequired');
    expect(await method.look?.(ctx, at.step.params)).toEqual({ money: 'pending', by: 'customer' });
    const other = await started(supplier, await held(supplier, scenario('T911')));
    await confirm(sandbox, other.step.params);
    // Stripe knows, Tickitto has not heard: no new payment, no word of failure.
    expect((await supplier.check(ctx, other.checkout, other.attempt)).step).toEqual(other.step);
    const again = await supplier.start(ctx, other.checkout, other.attempt);
    expect(again.step).toMatchObject({ kind: 'wait', why: 'payment_processing' });
    expect(await supplier.release?.(ctx, other.checkout)).toEqual({ kind: 'busy' });
    await until(
      async () => {
        // Stripe may still be on its way to Tickitto, so its word is let through until it is there.
        await sandbox.action('tickitto', 'send-webhook', String(other.checkout.memo.basketId));
        return supplier.check(ctx, other.checkout, other.attempt);
      },
      ({ step }) => step.kind === 'settled',
    );
  });

  it('offers no payment where Stripe is not enabled', async () => {
    const { supplier } = shop(sandbox);
    await sandbox.fault({
      provider: 'tickitto',
      call: 'GET /api/authentication/account',
      kind: 'mutate',
      mutate: { payment_methods: { stripe: { name: 'stripe', enabled: false } } },
    });
    const checkout = await held(supplier, two);
    expect(supplier.offered?.(checkout)['tickitto.stripe']).toMatchObject({ available: false });
  });
});

describe('what the money does', () => {
  it('owes what was paid for an item that failed', async () => {
    const { step } = await bought('T901');
    expect(step.items[0]).toMatchObject({ status: 'failed', code: 'booking_failed' });
    const [money] = step.money;
    expect(money).toMatchObject({ refunded: 0, refundDue: money?.captured });
  });

  it('owes one of two, and nothing once it was given back', async () => {
    const { supplier } = shop(sandbox);
    const at = await started(supplier, await held(supplier, two, scenario('T901')));
    await confirm(sandbox, at.step.params);
    const look = () => supplier.check(ctx, at.checkout, at.attempt);
    const { step } = await until(
      look,
      ({ step: seen }) => seen.kind === 'settled' && seen.items.every((one) => one.status !== 'pending'),
    );
    if (step.kind !== 'settled') throw new Error();
    expect(step.items.map(({ status }) => status)).toEqual(['booked', 'failed']);
    const failed = at.checkout.items[1];
    expect(step.money[0]?.refundDue).toBe((failed?.price.amount ?? 0) + (failed?.fee.amount ?? 0));
    await sandbox.action('tickitto', 'refund-errored', failed?.id ?? '');
    const after = (await look()).step;
    if (after.kind !== 'settled') throw new Error();
    expect(after.money[0]).toMatchObject({ refundDue: 0, refunded: step.money[0]?.refundDue });
    expect((await sandbox.ledger()).charges[0]).toMatchObject({ refunded: step.money[0]?.refundDue });
  });

  it('sees money that went back by itself', async () => {
    const { step, at, supplier } = await bought('T902');
    expect(step.items[0]?.status).toBe('failed');
    await sandbox.clock(10_000);
    const { step: after } = await supplier.check(ctx, at.checkout, at.attempt);
    expect(after.kind === 'settled' && after.money[0]).toMatchObject({
      refundDue: 0,
      refunded: step.money[0]?.captured,
    });
  });

  it('declines before anybody pays when preparing the payment raises the price, then takes the new one', async () => {
    const { supplier } = shop(sandbox);
    const checkout = await held(supplier, scenario('T908'));
    const attempt = attemptOf({ step: { kind: 'unknown', since: 0 } });
    const { step } = await supplier.start(ctx, checkout, attempt);
    expect(step).toEqual({ kind: 'declined', code: 'price_changed', holdKept: true });
    const again = await supplier.hold(ctx, checkout.request, checkout);
    if (again.kind !== 'held') throw new Error(again.kind);
    expect(again.items.map(({ id }) => id)).toEqual(checkout.items.map(({ id }) => id));
    expect(again.totals[0]?.due).toBeGreaterThan(checkout.totals[0]?.due ?? 0);
    const at = await started(supplier, { ...checkout, ...again, items: checkout.items });
    await confirm(sandbox, at.step.params);
    expect((await sandbox.ledger()).charges[0]?.captured).toBe(again.totals[0]?.due);
  });

  it('notices a price that rises while the form is open', async () => {
    const { supplier } = shop(sandbox);
    const at = await started(supplier, await held(supplier, two));
    await sandbox.action('tickitto', 'raise-price', String(at.checkout.memo.basketId), { percent: 20 });
    const { step } = await supplier.check(ctx, at.checkout, at.attempt);
    expect(step).toMatchObject({ kind: 'declined', code: 'price_changed', holdKept: true });
  });

  it('cancels a booked item, refuses one that may not be', async () => {
    const { supplier, at, step } = await bought('T103');
    const [item] = at.checkout.items;
    const result = await supplier.cancel?.(ctx, { ...at.checkout, money: step.money }, [item?.id ?? '']);
    expect(result).toMatchObject({ kind: 'cancelled', items: [item?.id] });
    const again = await supplier.cancel?.(ctx, at.checkout, ['nobody']);
    expect(again).toMatchObject({ kind: 'refused' });
  });
});

describe('vouchers that take their time', () => {
  it('is booked at once and promises the voucher', async () => {
    const { step, supplier, at } = await bought('T903');
    expect(step.items[0]).toMatchObject({ status: 'booked', vouchers: [], voucherToCome: true });
    await sandbox.action('tickitto', 'release-voucher', String(at.checkout.memo.basketId));
    const { step: after } = await supplier.check(ctx, at.checkout, at.attempt);
    expect(after.kind === 'settled' && after.items[0]).toMatchObject({ voucherToCome: false });
  });

  it('is pending while fulfilment is, and booked after it', async () => {
    const { step } = await bought('T904');
    expect(step.items[0]?.status).toBe('pending');
    expect(step.money[0]?.captured).toBeGreaterThan(0);
    const { step: lost } = await bought('T905');
    expect(lost.items[0]).toMatchObject({ status: 'booked', voucherToCome: true });
  });

  it('waits while booking is slow', async () => {
    const { supplier } = shop(sandbox);
    const at = await started(supplier, await held(supplier, scenario('T906')));
    await confirm(sandbox, at.step.params);
    await until(
      () => supplier.check(ctx, at.checkout, at.attempt),
      ({ step }) => step.kind === 'wait' && step.why === 'booking',
    );
    await sandbox.clock(15_000);
    const { step } = await supplier.check(ctx, at.checkout, at.attempt);
    expect(step.kind === 'settled' && step.items[0]?.status).toBe('booked');
  });
});
