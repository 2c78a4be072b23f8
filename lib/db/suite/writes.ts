import { describe, expect, it } from 'vitest';
import type { Input } from '@/lib/checkout/model';
import { created, leased, NOW, someCheckout, type World, writeOf } from './world';

export function someInput(checkoutId: string, id: string, patch: Partial<Input> = {}): Input {
  return {
    id,
    checkoutId,
    attemptId: 'a1',
    stepId: null,
    kind: 'return',
    data: { x: '1' },
    at: NOW,
    ...patch,
  };
}

/** One durable step: state, history, inputs, mails and wake-up, all or nothing. */
export function writeSuite(world: () => World): void {
  describe('writes', () => {
    it('change state, history, inputs, tokens and wake-up together', async () => {
      const { store } = world();
      const { checkout, fence } = await leased(world());
      const { id } = checkout;
      await store.append(someInput(id, `${id}-1`, { data: { token: 'secret' } }));
      const write = writeOf({ ...checkout, accepted: false }, fence, {
        dueAt: NOW + 700,
        journal: [
          { at: NOW, kind: 'intent', name: 'start', attemptId: 'a1' },
          { at: NOW, kind: 'call', name: 'GET /x', data: { status: 200 } },
        ],
        used: [{ id: `${id}-1`, evidence: { kept: true } }],
        mails: [{ key: `${id}:confirmation`, checkoutId: id, kind: 'confirmation' }],
        returnToken: { token: `token-${id}`, attemptId: 'a1' },
      });
      expect(await store.save(write)).toBe(2);
      expect(await store.read(id)).toEqual({ checkout: write.checkout, version: 2, dueAt: NOW + 700 });
      expect(await store.inputs(id)).toEqual([]);
      expect(await store.returned(`token-${id}`)).toEqual({ checkoutId: id, attemptId: 'a1' });
      expect(await store.journal(id)).toEqual([{ at: NOW, kind: 'created', name: 'demo' }, ...write.journal]);
    });

    it('let a fixed return find the newest try of its payment, and no other checkout take it', async () => {
      const { store } = world();
      const first = await leased(world());
      const second = await leased(world());
      const key = `viva:${first.checkout.id}`;
      const named = (attemptId: string) => ({ returnKeys: [{ key, attemptId }] });
      expect(await store.save(writeOf(first.checkout, first.fence, named('a1')))).toBe(2);
      const again = { ...writeOf(first.checkout, first.fence, named('a2')), version: 2 };
      expect(await store.save(again)).toBe(3);
      expect(await store.save(writeOf(second.checkout, second.fence, named('a9')))).toBe(2);
      expect(await store.returned(key)).toEqual({ checkoutId: first.checkout.id, attemptId: 'a2' });
    });

    it('are refused when the version moved', async () => {
      const { store } = world();
      const { checkout, fence } = await leased(world());
      expect(await store.save(writeOf(checkout, fence))).toBe(2);
      expect(await store.save(writeOf({ ...checkout, accepted: false }, fence))).toBeNull();
      expect((await store.read(checkout.id))?.checkout.accepted).toBe(true);
    });

    it('of one version are had by one of two that write at once', async () => {
      const { store, other } = world();
      const { checkout, fence } = await leased(world());
      const both = [store.save(writeOf(checkout, fence)), other.save(writeOf(checkout, fence))];
      expect((await Promise.all(both)).sort()).toEqual([2, null]);
    });

    it('leave nothing behind when their last part fails', async () => {
      const { store } = world();
      const first = await leased(world());
      const second = await leased(world());
      const returnToken = { token: `twice-${first.checkout.id}`, attemptId: 'a1' };
      await store.save(writeOf(first.checkout, first.fence, { returnToken }));
      const { id } = second.checkout;
      await store.append(someInput(id, `${id}-1`));
      const write = writeOf({ ...second.checkout, accepted: false }, second.fence, {
        journal: [{ at: NOW, kind: 'outcome', name: 'start' }],
        used: [{ id: `${id}-1`, evidence: null }],
        mails: [{ key: `${id}:confirmation`, checkoutId: id, kind: 'confirmation' }],
        returnToken,
      });
      await expect(store.save(write)).rejects.toThrow();
      expect(await store.read(id)).toEqual({ checkout: second.checkout, version: 1, dueAt: NOW });
      expect(await store.journal(id)).toHaveLength(1);
      expect(await store.inputs(id)).toHaveLength(1);
      expect((await store.outbox(NOW + 1e6, 100)).filter(({ checkoutId }) => checkoutId === id)).toEqual([]);
      expect(await store.save({ ...write, returnToken: undefined })).toBe(2);
    });

    it('keep the first of two checkouts with one id, and refuse a reference twice', async () => {
      const { store, other } = world();
      const checkout = someCheckout();
      const journal = [{ at: NOW, kind: 'created', name: 'demo' }] as const;
      await Promise.all([store, other].map((each) => each.create(checkout, journal, NOW)));
      expect(await store.journal(checkout.id)).toHaveLength(1);
      await expect(
        store.create(someCheckout({ reference: checkout.reference }), journal, NOW),
      ).rejects.toThrow();
    });

    it('bring every character and a large body back as they were', async () => {
      const { store } = world();
      const text = 'Ünïcödé \u0000 \u2028 "quotes" \'; drop table checkouts; -- 🎫 日本語 \ud83d';
      const memo = {
        text,
        nested: [null, true, 0.1, -1, 2 ** 53 - 1, { '': [] }],
        big: 'x'.repeat(2_000_000),
      };
      const checkout = await created(world(), { memo });
      expect((await store.read(checkout.id))?.checkout).toEqual(checkout);
    });

    it('are found by id and reference; an impossible key finds nothing', async () => {
      const { store } = world();
      const checkout = await created(world());
      expect((await store.byReference(checkout.reference))?.checkout.id).toBe(checkout.id);
      for (const key of ['', '\0', "' or 1=1 --", '\ud800']) {
        expect(await store.read(key)).toBeNull();
        expect(await store.byReference(key)).toBeNull();
        expect(await store.returned(key)).toBeNull();
        expect(await store.basket(key)).toBeNull();
        expect(await store.granted(key, key)).toBe(false);
      }
    });
  });

  describe('history', () => {
    it('keeps the order of many writers', async () => {
      const { store, other } = world();
      const { checkout, fence } = await leased(world());
      const { id } = checkout;
      const note = (name: string) => ({ at: NOW, kind: 'call' as const, name });
      await Promise.all(
        Array.from({ length: 10 }, (_, index) =>
          (index % 2 ? store : other).note(id, [note(`${index}a`), note(`${index}b`)]),
        ),
      );
      await store.save(writeOf(checkout, fence, { journal: [note('last')] }));
      const names = (await other.journal(id)).map(({ name }) => name);
      expect(names).toHaveLength(22);
      expect(names.at(-1)).toBe('last');
      for (let index = 0; index < 10; index += 1) {
        expect(names.indexOf(`${index}b`)).toBe(names.indexOf(`${index}a`) + 1);
      }
      await store.note(
        id,
        Array.from({ length: 2500 }, (_, index) => note(`n${index}`)),
      );
      expect((await store.journal(id)).at(-1)?.name).toBe('n2499');
      await store.note('nothing', [note('x')]);
    });
  });
}
