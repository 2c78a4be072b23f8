import { describe, expect, it } from 'vitest';
import { created, LEASE, leased, NOW, someItem, someMoney, type World, writeOf } from './world';
import { someInput } from './writes';

/** What makes settle come: inputs, time, and what a person must see. */
export function wakeUpSuite(world: () => World): void {
  const mine = (ids: readonly string[], ...known: readonly string[]) =>
    ids.filter((id) => known.includes(id));

  describe('inputs', () => {
    it('arrive while another holds the lease, without moving the version', async () => {
      const { store, other } = world();
      const { checkout, fence } = await leased(world());
      const { id } = checkout;
      await store.postpone(id, fence, NOW + 60_000);
      await other.append(someInput(id, `${id}-b`, { at: NOW + 20 }));
      await other.append(someInput(id, `${id}-a`, { at: NOW + 10, kind: 'result', stepId: 's1', data: [1] }));
      await other.append(someInput(id, `${id}-a`));
      expect((await store.inputs(id)).map((input) => input.id)).toEqual([`${id}-b`, `${id}-a`]);
      expect((await store.inputs(id))[1]).toEqual(
        someInput(id, `${id}-a`, { at: NOW + 10, kind: 'result', stepId: 's1', data: [1] }),
      );
      expect(await store.read(id)).toMatchObject({ version: 1, dueAt: NOW });
      expect(await store.save(writeOf(checkout, fence))).toBe(2);
    });

    it('that the holder has not used keep the checkout due, whatever it writes', async () => {
      const { store, other } = world();
      const { checkout, fence } = await leased(world());
      const { id } = checkout;
      await other.append(someInput(id, `${id}-1`, { at: NOW + 5 }));
      await store.save(writeOf(checkout, fence, { dueAt: NOW + 900_000 }));
      expect((await store.read(id))?.dueAt).toBe(NOW + 5);
      await store.postpone(id, fence, null);
      expect((await store.read(id))?.dueAt).toBe(NOW + 5);
      const used = [{ id: `${id}-1`, evidence: null }];
      await store.save(writeOf(checkout, fence, { version: 2, used }));
      expect((await store.read(id))?.dueAt).toBeNull();
    });

    it('for nothing are nobody’s', async () => {
      await world().store.append(someInput('nothing', 'nothing-1'));
      expect(await world().store.inputs('nothing')).toEqual([]);
    });
  });

  describe('due', () => {
    it('answers the oldest first, without what is leased or rests', async () => {
      const { store } = world();
      const made = [
        await leased(world()),
        await leased(world()),
        await leased(world()),
        await leased(world()),
      ];
      const times = [NOW - 2000, NOW - 3000, null, NOW + 1];
      for (const [index, { checkout, fence }] of made.entries()) {
        await store.postpone(checkout.id, fence, times[index] ?? null);
        await store.free(checkout.id, fence);
      }
      const [a = '', b = '', c = '', d = ''] = made.map(({ checkout }) => checkout.id);
      expect(mine(await store.due(NOW, 1000), a, b, c, d)).toEqual([b, a]);
      expect(mine(await store.due(NOW + 1, 1000), a, b, c, d)).toEqual([b, a, d]);
      await store.lease(b, 'one', NOW, LEASE);
      expect(mine(await store.due(NOW, 1000), a, b)).toEqual([a]);
      expect(mine(await store.due(NOW + LEASE, 1000), a, b)).toEqual([b, a]);
      expect(await store.due(NOW + LEASE, 1)).toHaveLength(1);
    });

    it('includes a new checkout at once', async () => {
      const { id } = await created(world());
      expect(await world().store.due(NOW, 1000)).toContain(id);
    });
  });

  describe('what a person must see', () => {
    it('is listed oldest first and counted by its ledgers', async () => {
      const { store } = world();
      const money = [someMoney({ captured: 6250, refundDue: 6250 })];
      const lost = { items: [someItem({ status: 'failed' })], money };
      const later = await created(world(), { ...lost, attention: { code: 'refund_due', since: NOW + 9 } });
      const sooner = await created(world(), { ...lost, attention: { code: 'refund_due', since: NOW + 3 } });
      const listed = (await store.needingAttention(100)).map(({ checkout }) => checkout.id);
      expect(mine(listed, later.id, sooner.id)).toEqual([sooner.id, later.id]);
      const cells = await store.census();
      expect(cells).toContainEqual({
        tickets: 'failed',
        money: 'refund_due',
        attention: 'refund_due',
        count: 2,
        oldest: NOW,
      });
      expect(cells.some(({ attention, tickets }) => attention === null && tickets === 'open')).toBe(true);
    });
  });
}
