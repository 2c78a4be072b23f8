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
      request: { kind: 'basket', basket: { ref: 'a' } } as const,
      checkoutId: null,
      createdAt,
    });
    const lines = (...offers: string[]) => ({
      kind: 'lines' as const,
      lines: offers.map((offer) => ({ event: 'e1', offer, tickets: [{ type: 'adult', quantity: 2 }] })),
      delivery: {},
    });

    it('are listed until they are checkouts, and never change hands', async () => {
      const { store } = world();
      const session = randomUUID();
      const [first, second] = [make(session, NOW - 1), make(session)];
      await store.putBasket(first);
      await store.putBasket(second);
      expect(await store.openBaskets(session)).toEqual([second, first]);
      await store.claimBasket(first.id, 'c1');
      await store.putBasket({
        ...first,
        session: 'thief',
        request: { kind: 'basket', basket: { ref: 'b' } },
      });
      expect(await store.openBaskets(session)).toEqual([second]);
      const request = { kind: 'basket', basket: { ref: 'b' } };
      expect(await store.basket(first.id)).toEqual({ ...first, request, checkoutId: 'c1' });
      await expect(store.claimBasket('nothing', 'c1')).rejects.toThrow();
    });

    it('of lines are one a session and supplier while open', async () => {
      const { store, other } = world();
      const session = randomUUID();
      const begun = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          (index % 2 ? store : other).addBasket({ ...make(session), request: lines(`o${index}`) }),
        ),
      );
      expect(begun.filter(Boolean)).toHaveLength(1);
      expect(await store.addBasket({ ...make(session), supplier: 'else', request: lines('o') })).toBe(true);
      const [first] = (await store.openBaskets(session)).filter(({ supplier }) => supplier === 'demo');
      if (!first) throw new Error('There is no basket');
      await store.claimBasket(first.id, 'c1');
      expect(await other.addBasket({ ...make(session), request: lines('again') })).toBe(true);
    });

    it('of lines change only from what was read, and not once they are a checkout', async () => {
      const { store, other } = world();
      const basket = { ...make(randomUUID()), request: lines('o1') };
      await store.addBasket(basket);
      const changes = await Promise.all(
        ['a', 'b', 'c', 'd'].map((offer, index) =>
          (index % 2 ? store : other).changeBasket(basket, lines('o1', offer)),
        ),
      );
      expect(changes.filter(Boolean)).toHaveLength(1);
      const now = await store.basket(basket.id);
      if (!now) throw new Error('The basket is gone');
      expect(now.request).toMatchObject({ lines: [{ offer: 'o1' }, {}] });
      await store.claimBasket(basket.id, 'c1');
      expect(await store.changeBasket(now, lines())).toBe(false);
      expect(await other.basket(basket.id)).toMatchObject({ request: now.request, checkoutId: 'c1' });
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
