import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { created, NOW, type World } from './world';

/** Grants, baskets, idempotency keys and limits. */
export function shopSuite(world: () => World): void {
  describe('grants', () => {
    it('let a session see its own checkouts, newest first', async () => {
      const { store, other } = world();
      const session = randomUUID();
      const old = await created(world(), { createdAt: NOW - 5000 });
      const young = await created(world());
      for (const { id } of [young, old, old]) await store.grant(session, id);
      await store.grant(session, 'not-held-yet');
      expect(await other.grantsOf(session, 10)).toEqual([young.id, old.id]);
      expect(await other.grantsOf(session, 1)).toEqual([young.id]);
      expect(await other.granted(session, old.id)).toBe(true);
      expect(await other.granted(session, 'not-held-yet')).toBe(true);
      expect(await other.granted(randomUUID(), old.id)).toBe(false);
    });
  });

  describe('baskets', () => {
    const make = (session: string, createdAt = NOW) => ({
      id: randomUUID(),
      supplier: 'demo',
      session,
      basket: { ref: 'a' },
      checkoutId: null,
      createdAt,
    });

    it('are listed until they are checkouts, and never change hands', async () => {
      const { store } = world();
      const session = randomUUID();
      const [first, second] = [make(session, NOW - 1), make(session)];
      await store.putBasket(first);
      await store.putBasket(second);
      expect(await store.openBaskets(session)).toEqual([second, first]);
      await store.claimBasket(first.id, 'c1');
      await store.putBasket({ ...first, session: 'thief', basket: { ref: 'b' } });
      expect(await store.openBaskets(session)).toEqual([second]);
      expect(await store.basket(first.id)).toEqual({ ...first, basket: { ref: 'b' }, checkoutId: 'c1' });
      await expect(store.claimBasket('nothing', 'c1')).rejects.toThrow();
    });

    it('become one checkout however many claim them at once', async () => {
      const { store, other } = world();
      const basket = make(randomUUID());
      await store.putBasket(basket);
      const claims = Array.from({ length: 12 }, (_, index) =>
        (index % 2 ? store : other).claimBasket(basket.id, `c${index}`),
      );
      expect(new Set(await Promise.all(claims)).size).toBe(1);
    });
  });

  describe('idempotency keys', () => {
    it('let one of many equal requests work, and tell the others what came of it', async () => {
      const { store, other } = world();
      const key = randomUUID();
      const claims = Array.from({ length: 12 }, (_, index) =>
        (index % 2 ? store : other).claimKey('s', key, 'h', NOW),
      );
      const answers = await Promise.all(claims);
      expect(answers.filter((answer) => answer === null)).toHaveLength(1);
      expect(await store.claimKey('s', key, 'h2', NOW)).toEqual({ requestHash: 'h', outcome: null });
      await store.finishKey('s', key, '{"id":"c"}');
      expect(await other.claimKey('s', key, 'h', NOW)).toEqual({ requestHash: 'h', outcome: '{"id":"c"}' });
      expect(await store.claimKey('elsewhere', key, 'h', NOW)).toBeNull();
    });

    it('are free again when dropped, unless finished', async () => {
      const { store } = world();
      const key = randomUUID();
      await store.claimKey('s', key, 'h', NOW);
      await store.dropKey('s', key);
      expect(await store.claimKey('s', key, 'h2', NOW)).toBeNull();
      await store.finishKey('s', key, 'done');
      await store.dropKey('s', key);
      expect(await store.claimKey('s', key, 'h2', NOW)).toMatchObject({ outcome: 'done' });
    });

    it('survive claims and drops at the same time', async () => {
      const { store, other } = world();
      const key = randomUUID();
      const rounds = Array.from({ length: 20 }, async (_, index) => {
        const each = index % 2 ? store : other;
        if ((await each.claimKey('s', key, 'h', NOW)) === null) await each.dropKey('s', key);
      });
      await expect(Promise.all(rounds)).resolves.toHaveLength(20);
    });
  });

  describe('limits', () => {
    it('count every event of many instances once', async () => {
      const { store, other } = world();
      const bucket = randomUUID();
      const counts = await Promise.all(
        Array.from({ length: 40 }, (_, index) => (index % 2 ? store : other).count(bucket, 1000, NOW)),
      );
      expect(counts.map(({ count }) => count).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 40 }, (_, index) => index + 1),
      );
      expect(await store.counted(bucket, NOW + 999)).toEqual({ count: 40, resetsAt: NOW + 1000 });
    });

    it('begin anew when their window ended', async () => {
      const { store } = world();
      const bucket = randomUUID();
      expect(await store.counted(bucket, NOW)).toEqual({ count: 0, resetsAt: NOW });
      await store.count(bucket, 1000, NOW);
      expect(await store.counted(bucket, NOW + 1000)).toMatchObject({ count: 0 });
      expect(await store.count(bucket, 1000, NOW + 1000)).toEqual({ count: 1, resetsAt: NOW + 2000 });
    });
  });
}
