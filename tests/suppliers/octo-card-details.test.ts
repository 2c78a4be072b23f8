import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Supplier } from '@/lib/checkout/supplier';
import { CERTIFIED } from '@/lib/suppliers/octo/config';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { attemptOf, clock, context, following, started } from '../support/supplier-desk';
import { held, shop } from './octo-shop';

/** Card numbers, for partners who are certified for them: sent once, kept nowhere. */

let sandbox: TestSandbox;
let supplier: Supplier;
beforeAll(async () => {
  sandbox = await testSandbox();
});
beforeEach(async () => {
  await sandbox.reset();
  clock.offsetMs = 0;
  supplier = shop(sandbox, { OCTO_RAW_CARDS: CERTIFIED, OCTO_KEY: '0c700d1e-5a4d-4b0c-8c70-sandbox00002' });
});
afterAll(() => sandbox.close());

const RAW = 'octo.adyen-card';
const card = (number = '4111111111111111', holderName = 'Ada Byron') => ({
  number,
  expiryMonth: '03',
  expiryYear: '2030',
  cvc: '737',
  holderName,
});
const confirms = async () =>
  (await sandbox.ledger()).calls.filter(({ path }) => path.endsWith('/confirm')).length;
const captured = async () =>
  (await sandbox.ledger()).charges.filter((row) => row.captured > row.refunded).length;

async function paid(with_: ReturnType<typeof card> | null) {
  const checkout = await held(supplier, [{ product: 'OC105' }]);
  if (with_) supplier.cards?.keep('a1', with_);
  return started(supplier, checkout, RAW);
}

describe('card details', () => {
  it('are unknown here unless the configuration says so in so many words', async () => {
    const usual = shop(sandbox);
    expect(usual.cards).toBeUndefined();
    expect(usual.options.map(({ id }) => id)).not.toContain(RAW);
    const checkout = await held(usual, [{ product: 'OC105' }]);
    expect(usual.offered?.(checkout)?.[RAW]).toBeNull();
    expect((await started(usual, checkout, RAW)).step).toMatchObject({ kind: 'declined' });
  });

  it('pay once, and are in no note', async () => {
    const { step, result, checkout, attempt } = await paid(card());
    expect(step).toMatchObject({ kind: 'settled', items: [{ status: 'booked' }] });
    expect(JSON.stringify(result)).not.toMatch(/4111|737|Byron/);
    const again = await supplier.start(context(), checkout, attempt);
    expect(again.step).toMatchObject({ kind: 'settled' });
    expect([await confirms(), await captured()]).toEqual([1, 1]);
  });

  it('that are refused leave the hold and another try', async () => {
    const { step, result } = await paid(card('4111111111111111', 'NOT_ENOUGH_BALANCE'));
    expect(step).toMatchObject({ kind: 'declined', holdKept: true });
    expect(JSON.stringify(result)).not.toMatch(/4111|737|BALANCE/);
  });

  it('need a connection that is certified over there, too', async () => {
    supplier = shop(sandbox, { OCTO_RAW_CARDS: CERTIFIED });
    expect((await paid(card())).step).toMatchObject({ kind: 'declined', holdKept: true });
    expect(await captured()).toBe(0);
  });

  it('whose answer was lost are looked for and never sent again', async () => {
    await sandbox.fault({ provider: 'octo', call: 'POST /octo/orders/*', kind: 'drop', when: 'after' });
    const { step, result, checkout, attempt } = await paid(card());
    expect(step).toMatchObject({ kind: 'wait', again: 'check' });
    expect(JSON.stringify(result)).not.toMatch(/4111|737|Byron/);
    const look = await supplier.check(context(), checkout, attempt);
    expect(look.step).toMatchObject({ kind: 'settled' });
    expect([await confirms(), await captured()]).toEqual([1, 1]);
  });

  it('that never arrived are given up after a minute, and not before', async () => {
    await sandbox.fault({ provider: 'octo', call: 'POST /octo/orders/*', kind: 'drop', when: 'before' });
    const { checkout, attempt } = await paid(card());
    expect((await supplier.check(context(), checkout, attempt)).step).toMatchObject({ kind: 'wait' });
    const more = await supplier.advance?.(context(), checkout, attempt, null);
    expect(more?.step).toMatchObject({ kind: 'wait', again: 'check' });
    clock.offsetMs = 61_000;
    await sandbox.clock(clock.offsetMs);
    const over = await supplier.check(context(), checkout, attempt);
    expect(over.step).toEqual({ kind: 'declined', code: 'supplier_unavailable', holdKept: true });
    expect(await captured()).toBe(0);
  });

  it('that are gone with their process are not asked for: nothing is sent', async () => {
    const { step, result, checkout } = await paid(null);
    expect(step).toMatchObject({ kind: 'wait', again: 'check' });
    clock.offsetMs = 61_000;
    await sandbox.clock(clock.offsetMs);
    const { attempt } = following(checkout, RAW, result);
    expect((await supplier.check(context(), checkout, attempt)).step).toMatchObject({ kind: 'declined' });
    expect(await confirms()).toBe(0);
    supplier.cards?.keep('other', card());
    const stranger = await supplier.start(context(), checkout, attemptOf(RAW));
    expect(stranger.step).toMatchObject({ kind: 'wait' });
  });
});
