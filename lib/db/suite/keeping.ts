import { describe, expect, it } from 'vitest';
import type { Checkout } from '@/lib/checkout/model';
import { newAttempt } from '@/lib/checkout/new-checkout';
import { openDatabase } from '../database';
import { tidy } from '../housekeeping';
import { openStore } from '../open-store';
import { created, leased, NOW, someItem, someMoney, type World, writeOf } from './world';
import { someInput } from './writes';

const DAY = 24 * 3600_000;
const CANARY = 'Canary Person';
const NOBODY = { ip: null, userAgent: null, accept: null };

/** What is thrown away, and what never is. */
export function keepingSuite(world: () => World): void {
  describe('retention', () => {
    const details: Checkout['details'] = {
      schema: { type: 'object' },
      values: { customer: { name: CANARY } },
      draft: { customer: { name: CANARY } },
    };
    const paid = [someMoney({ captured: 6250, reference: 'pi_1' })];
    const booked = [someItem({ status: 'booked', reference: 'R1', startsAt: NOW })];

    it('cuts the person from what ended and keeps the money', async () => {
      const { store } = world();
      const { checkout, fence } = await leased(world(), { details, items: booked, money: paid });
      await store.append(someInput(checkout.id, `${checkout.id}-1`, { data: { name: CANARY } }));
      const used = [{ id: `${checkout.id}-1`, evidence: { name: CANARY } }];
      await store.save(writeOf(checkout, fence, { used }));
      await store.free(checkout.id, fence);
      expect(await store.forget(NOW)).toBe(0);
      expect(await store.forget(Date.now() + DAY)).toBeGreaterThanOrEqual(1);
      const after = await store.read(checkout.id);
      expect(JSON.stringify(after)).not.toContain(CANARY);
      expect(after).toMatchObject({ version: 3, checkout: { money: paid, items: booked } });
      expect(await store.forget(Date.now() + DAY)).toBe(0);
    });

    it('cuts the person from a hold that has no end and that nobody came back to', async () => {
      const { store } = world();
      const step = { id: 's1', kind: 'pay' as const, method: 'm', params: { name: CANARY } };
      const begun = newAttempt({ id: 'a1', option: 'x.card', client: NOBODY }, NOW);
      const attempts = [{ ...begun, step, memo: { handed: { name: CANARY } }, collection: { link: CANARY } }];
      const items = [someItem({ status: 'held' })];
      const { id } = await created(world(), { details, items, attempts, expiresAt: null });
      await store.forget(Date.now() + DAY);
      const after = await store.read(id);
      expect(JSON.stringify(after)).not.toContain(CANARY);
      expect(after?.checkout.items).toEqual(items);
    });

    it.each([
      ['money is owed', { items: [someItem({ status: 'failed' })], money: [someMoney({ refundDue: 1 })] }],
      ['the outcome is unknown', { items: [someItem({ status: 'unknown' })] }],
      ['a payment runs', { items: [someItem({ status: 'booking' })] }],
      ['the tickets are for later', { items: [{ ...someItem({ status: 'booked' }), startsAt: NOW * 2 }] }],
      ['a person must look', { items: booked, attention: { code: 'overpaid', since: NOW } as const }],
    ])('leaves everything while %s', async (_why, patch) => {
      const { store } = world();
      const checkout = await created(world(), { ...patch, details });
      await store.forget(Date.now() + DAY);
      expect(await store.read(checkout.id)).toEqual({ checkout, version: 1, dueAt: NOW });
    });

    it('leaves what somebody settles just now', async () => {
      const { store } = world();
      const { checkout } = await leased(world(), { details, items: booked, money: paid });
      await store.lease(checkout.id, 'one', Date.now() + DAY, DAY);
      await store.forget(Date.now() + DAY);
      expect((await store.read(checkout.id))?.checkout).toEqual(checkout);
    });
  });

  describe('housekeeping', () => {
    it('throws away what only mattered for a while', async () => {
      const url = await world().fresh();
      const store = await openStore(url);
      const database = await openDatabase(url);
      await store.count('old', 1000, NOW - DAY);
      await store.count('new', 1000, NOW);
      await store.claimKey('s', 'old', 'h', NOW - DAY);
      await store.claimKey('s', 'new', 'h', NOW);
      await tidy(database.db, NOW);
      const buckets = await database.db.selectFrom('limits').select('bucket').execute();
      const keys = await database.db.selectFrom('idempotency_keys').select('key').execute();
      expect([...buckets, ...keys]).toEqual([{ bucket: 'new' }, { key: 'new' }]);
      await database.close();
      await store.close();
    });
  });
}
