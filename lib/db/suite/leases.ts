import { describe, expect, it } from 'vitest';
import { created, LEASE, leased, NOW, type World, writeOf } from './world';

/** One holder at a time, and none that overslept. */
export function leaseSuite(world: () => World): void {
  describe('leases', () => {
    it('are had by one of many who ask at once', async () => {
      const { store, other } = world();
      const { id } = await created(world());
      const asks = Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? store : other).lease(id, `p${index}`, NOW, LEASE),
      );
      const got = (await Promise.all(asks)).filter((fence) => fence !== null);
      expect(got).toEqual([1]);
    });

    it('are refused while held, and go to the next with a higher fence once lapsed', async () => {
      const { other } = world();
      const { checkout, fence } = await leased(world());
      expect(await other.lease(checkout.id, 'two', NOW + LEASE - 1, LEASE)).toBeNull();
      expect(await other.lease(checkout.id, 'two', NOW + LEASE, LEASE)).toBe(fence + 1);
    });

    it('can be taken again at once when given back', async () => {
      const { store, other } = world();
      const { checkout, fence } = await leased(world());
      await store.free(checkout.id, fence);
      expect(await other.lease(checkout.id, 'two', NOW, LEASE)).toBe(fence + 1);
    });

    it('are prolonged by their holder only, and not once given back', async () => {
      const { store, other } = world();
      const { checkout, fence } = await leased(world());
      expect(await store.renew(checkout.id, fence, NOW + 9000, LEASE)).toBe(true);
      expect(await other.lease(checkout.id, 'two', NOW + LEASE, LEASE)).toBeNull();
      const next = await other.lease(checkout.id, 'two', NOW + 9000 + LEASE, LEASE);
      expect(await store.renew(checkout.id, fence, NOW + 30_000, LEASE)).toBe(false);
      await other.free(checkout.id, next ?? 0);
      expect(await other.renew(checkout.id, next ?? 0, NOW + 30_000, LEASE)).toBe(false);
      expect(await store.lease(checkout.id, 'one', NOW + 30_000, LEASE)).toBe(fence + 2);
    });

    it('are not given back by who lost them', async () => {
      const { store, other } = world();
      const { checkout, fence } = await leased(world());
      await other.lease(checkout.id, 'two', NOW + LEASE, LEASE);
      await store.free(checkout.id, fence);
      expect(await store.lease(checkout.id, 'one', NOW + LEASE + 1, LEASE)).toBeNull();
    });

    it('of what does not exist are had by nobody', async () => {
      expect(await world().store.lease('nothing', 'one', NOW, LEASE)).toBeNull();
    });
  });

  describe('fences', () => {
    it('keep a holder whose lease went to another from writing and postponing', async () => {
      const { store, other } = world();
      const { checkout, fence } = await leased(world());
      const next = await other.lease(checkout.id, 'two', NOW + LEASE, LEASE);
      const late = { ...checkout, accepted: false };
      expect(await store.save(writeOf(late, fence, { dueAt: NOW + 5 }))).toBeNull();
      await store.postpone(checkout.id, fence, NOW + 99);
      expect(await store.read(checkout.id)).toEqual({ checkout, version: 1, dueAt: NOW });
      expect(await other.save(writeOf(late, next ?? 0))).toBe(2);
    });

    it('keep a holder that gave its lease back from writing', async () => {
      const { store } = world();
      const { checkout, fence } = await leased(world());
      await store.free(checkout.id, fence);
      expect(await store.save(writeOf(checkout, fence))).toBeNull();
    });

    it('let a holder that overslept keep the answer it has, while nobody else acted', async () => {
      const { store, other } = world();
      const { checkout, fence } = await leased(world());
      expect(await store.save(writeOf({ ...checkout, accepted: false }, fence))).toBe(2);
      expect(await other.lease(checkout.id, 'two', NOW + LEASE, LEASE)).toBe(fence + 1);
    });
  });
}
