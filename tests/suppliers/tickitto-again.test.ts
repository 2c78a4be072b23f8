import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { clock } from '../support/supplier-desk';
import { until } from '../support/until';
import { attemptOf, checkoutOf, confirm, ctx, held, pick, shop, started } from './tickitto-shop';

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
const one = { event: 'T904', tickets: [{ type: 'adult', quantity: 1 }] };
const stalls = { event: 'T101', band: 'stalls', tickets: [{ type: 'standard', quantity: 2 }] };

const holding = async () =>
  (await sandbox.ledger()).holds.filter(({ status }) => status === 'held').map(({ title }) => title);

describe('letting go', () => {
  it('lets go of everything, twice without harm, and nobody can pay for it any more', async () => {
    const { supplier, method } = shop(sandbox);
    const at = await started(supplier, await held(supplier, two, one));
    expect(await supplier.release?.(ctx, at.checkout)).toEqual({ kind: 'released' });
    expect(await supplier.release?.(ctx, at.checkout)).toEqual({ kind: 'released' });
    expect(await holding()).toEqual([]);
    expect(await method.look?.(ctx, at.step.params)).toEqual({ money: 'closed' });
    expect((await supplier.check(ctx, at.checkout, at.attempt)).step).toMatchObject({
      kind: 'declined',
      code: 'hold_expired',
      holdKept: false,
    });
  });

  it('does not let go when the answer is lost, and does at the next try', async () => {
    const { supplier } = shop(sandbox);
    const checkout = await held(supplier, two);
    await sandbox.fault({
      provider: 'tickitto',
      call: 'POST /api/basket/remove',
      kind: 'drop',
      when: 'after',
      times: 3,
    });
    expect(await supplier.release?.(ctx, checkout)).toEqual({ kind: 'unknown' });
    expect(await supplier.release?.(ctx, checkout)).toEqual({ kind: 'released' });
  });
});

describe('holding the same again', () => {
  it('puts the same tickets back, once, however often it is asked for', async () => {
    const { supplier } = shop(sandbox);
    const checkout = await held(supplier, two, one);
    await supplier.release?.(ctx, checkout);
    const over = { ...checkout, closedAt: clock.now() };
    const first = await supplier.hold(ctx, checkout.request, over);
    const second = await supplier.hold(ctx, checkout.request, over);
    if (first.kind !== 'held' || second.kind !== 'held') throw new Error();
    expect(first.items.map(({ title }) => title)).toEqual(checkout.items.map(({ title }) => title));
    expect(first.totals).toEqual(checkout.totals);
    expect(second.items).toEqual(first.items);
    expect(await holding()).toHaveLength(2);
    const at = await started(supplier, checkoutOf(second));
    expect(await confirm(sandbox, at.step.params)).toBe(200);
    await until(
      () => supplier.check(ctx, at.checkout, at.attempt),
      ({ step }) => step.kind === 'settled' && step.items[0]?.status === 'booked',
    );
  });

  it('adds nothing twice when the answer to an add was lost', async () => {
    const { supplier } = shop(sandbox);
    const checkout = await held(supplier, two);
    await supplier.release?.(ctx, checkout);
    const over = { ...checkout, closedAt: clock.now() };
    await sandbox.fault({ provider: 'tickitto', call: 'POST /api/basket/add', kind: 'drop', when: 'after' });
    expect(await supplier.hold(ctx, checkout.request, over)).toEqual({ kind: 'unknown' });
    expect(await supplier.hold(ctx, checkout.request, over)).toMatchObject({ kind: 'held' });
    expect(await holding()).toHaveLength(1);
  });

  it('says which seats it has now', async () => {
    const { supplier } = shop(sandbox);
    const { basket, session } = await pick(supplier, stalls);
    expect(session).not.toBe('');
    const before = await supplier.hold(ctx, { kind: 'basket', basket }, null);
    if (before.kind !== 'held') throw new Error(before.kind);
    expect(before.items[0]?.seats).toHaveLength(2);
    const checkout = checkoutOf(before);
    await supplier.release?.(ctx, checkout);
    // Somebody else takes the seats meanwhile.
    await pick(supplier, stalls);
    const after = await supplier.hold(ctx, checkout.request, { ...checkout, closedAt: clock.now() });
    if (after.kind !== 'held') throw new Error(after.kind);
    expect(after.changes).toEqual([
      { itemId: after.items[0]?.id, kind: 'seats', text: after.items[0]?.seats?.join(', ') },
    ]);
  });

  it('takes a new basket when the old one was checked out, and says what is sold out', async () => {
    const { supplier } = shop(sandbox);
    const at = await started(supplier, await held(supplier, { event: 'T901', tickets: two.tickets }, two));
    await confirm(sandbox, at.step.params);
    await until(
      () => supplier.check(ctx, at.checkout, at.attempt),
      ({ step }) => step.kind === 'settled' && step.items.every(({ status }) => status !== 'pending'),
    );
    await sandbox.action('tickitto', 'sell-out', 'T901');
    const after = await supplier.hold(ctx, at.checkout.request, { ...at.checkout, closedAt: clock.now() });
    if (after.kind !== 'held') throw new Error(after.kind);
    expect(after.memo.basketId).not.toBe(at.checkout.memo.basketId);
    expect(after.changes).toEqual([{ kind: 'removed', text: at.checkout.items[0]?.title }]);
    expect(after.items).toHaveLength(1);
  });

  it('is told when nothing of it is left', async () => {
    const { supplier } = shop(sandbox);
    const checkout = await held(supplier, two);
    await supplier.release?.(ctx, checkout);
    await sandbox.action('tickitto', 'sell-out', 'T103');
    const after = await supplier.hold(ctx, checkout.request, { ...checkout, closedAt: clock.now() });
    expect(after).toMatchObject({ kind: 'refused', refusals: [{ code: 'seats_gone' }] });
  });
});

describe('a hold that runs out', () => {
  it('is held anew by Tickitto, and is lost when it cannot be', async () => {
    const { supplier } = shop(sandbox);
    const short = await held(supplier, { event: 'T909', tickets: [{ type: 'adult', quantity: 1 }] });
    const lost = await held(supplier, { event: 'T910', tickets: [{ type: 'adult', quantity: 1 }] });
    await sandbox.clock(61_000);
    expect(await supplier.hold(ctx, short.request, short)).toEqual({ kind: 'unknown' });
    const again = await until(
      () => supplier.hold(ctx, short.request, short),
      ({ kind }) => kind !== 'unknown',
    );
    expect(again).toMatchObject({ kind: 'held', items: [{ id: short.items[0]?.id }] });
    const gone = await until(
      () => supplier.check(ctx, lost, null),
      ({ step }) => step.kind === 'declined',
    );
    expect(gone.step).toEqual({ kind: 'declined', code: 'hold_expired', holdKept: false });
    expect(await supplier.hold(ctx, lost.request, lost)).toMatchObject({ kind: 'refused' });
  });
});

describe('trouble on the way', () => {
  const basketRead = { provider: 'tickitto', call: 'GET /api/basket/', times: 9 } as const;

  it('keeps the customer’s step while Tickitto does not answer', async () => {
    const { supplier } = shop(sandbox);
    const at = await started(supplier, await held(supplier, two));
    for (const kind of ['drop', 'html', 'truncate'] as const) {
      await sandbox.fault({ ...basketRead, kind });
      expect((await supplier.check(ctx, at.checkout, at.attempt)).step).toEqual(at.step);
      await sandbox.faults.clear();
    }
  });

  it('answers a doubt for statuses that it does not know, and never an offer to pay', async () => {
    const { supplier } = shop(sandbox);
    const at = await started(supplier, await held(supplier, two));
    await sandbox.fault({ ...basketRead, kind: 'mutate', mutate: { checkout_status: 'moon_phase' } });
    expect((await supplier.check(ctx, at.checkout, at.attempt)).step.kind).toBe('unknown');
  });

  it('starts again after a lost answer, on the same intent', async () => {
    const { supplier } = shop(sandbox);
    const checkout = await held(supplier, two);
    await sandbox.fault({
      provider: 'tickitto',
      call: 'POST /api/basket/stripe_object',
      kind: 'truncate',
    });
    const lost = await supplier.start(ctx, checkout, attemptOf({ step: { kind: 'unknown', since: 0 } }));
    expect(lost.step.kind).toBe('unknown');
    await started(supplier, checkout);
    expect((await sandbox.ledger()).charges).toHaveLength(1);
  });

  it('asks nobody to pay with details that Tickitto refuses', async () => {
    const { supplier } = shop(sandbox);
    const checkout = await held(supplier, two);
    const values = { customer: { firstName: 'A', lastName: 'B', email: 'no mail', phone: '12' } };
    const { step } = await supplier.start(
      ctx,
      { ...checkout, details: { ...checkout.details, values } },
      attemptOf({ step: { kind: 'unknown', since: 0 } }),
    );
    expect(step).toEqual({ kind: 'declined', code: 'details_rejected', holdKept: true });
  });
});

describe('the old generation of the wire format', () => {
  it('sells from event to voucher', async () => {
    await sandbox.action('tickitto', 'wire', 'old');
    const { supplier, method } = shop(sandbox);
    const list = await supplier.events(ctx, { text: '', page: 1, locale: 'en' });
    expect(list.ok && list.value.events[0]?.from).toMatchObject({ currency: 'GBP' });
    const at = await started(supplier, await held(supplier, two, one));
    expect(at.checkout.items.map(({ tickets }) => tickets[0]?.quantity)).toEqual([2, 1]);
    await confirm(sandbox, at.step.params);
    expect(await method.look?.(ctx, at.step.params)).toMatchObject({ money: 'captured' });
    const { step } = await until(
      () => supplier.check(ctx, at.checkout, at.attempt),
      ({ step: seen }) => seen.kind === 'settled' && seen.items[0]?.status === 'booked',
    );
    if (step.kind !== 'settled') throw new Error();
    expect(step.items.map(({ status }) => status)).toEqual(['booked', 'pending']);
    const [voucher] = step.items[0]?.vouchers ?? [];
    if (!voucher) throw new Error('no voucher');
    expect((await supplier.document?.(ctx, voucher))?.ok).toBe(true);
    expect(await supplier.event(ctx, 'T999999', 'en')).toEqual({ ok: false, code: 'not_found' });
  });
});
