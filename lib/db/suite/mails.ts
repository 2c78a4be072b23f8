import { describe, expect, it } from 'vitest';
import { created, leased, NOW, type World, writeOf } from './world';

/** The outbox: each thing once, each mail with one sender. */
export function mailSuite(world: () => World): void {
  const take = async (each: World['store'], checkoutId: string, now: number) =>
    (await each.outbox(now, 1000)).filter((mail) => mail.checkoutId === checkoutId);

  describe('outbox', () => {
    it('keeps one mail a key, for good', async () => {
      const { store, other } = world();
      const { checkout, fence } = await leased(world());
      const { id } = checkout;
      const mail = { key: `${id}:confirmation`, checkoutId: id, kind: 'confirmation' } as const;
      await store.save(writeOf(checkout, fence, { mails: [mail] }));
      await store.save(writeOf(checkout, fence, { version: 2, mails: [mail] }));
      await Promise.all([store.enqueue(mail, NOW), other.enqueue(mail, NOW)]);
      const [only, ...more] = await take(store, id, Date.now());
      expect(more).toEqual([]);
      expect(only).toMatchObject({ ...mail, tries: 1 });
      await store.mailSent(only?.id ?? 0, NOW);
      await store.enqueue(mail, NOW);
      expect(await take(store, id, Date.now() + 1e9)).toEqual([]);
    });

    it('gives each mail to one of two senders, and to the other when the first died', async () => {
      const { store, other } = world();
      const { id } = await created(world());
      for (let index = 0; index < 10; index += 1) {
        await store.enqueue({ key: `${id}:${index}`, checkoutId: id, kind: 'link' }, NOW);
      }
      const both = await Promise.all([take(store, id, NOW), take(other, id, NOW), take(store, id, NOW)]);
      expect(
        both
          .flat()
          .map(({ key }) => key)
          .sort(),
      ).toEqual(Array.from({ length: 10 }, (_, index) => `${id}:${index}`));
      expect(await take(other, id, NOW + 59_999)).toEqual([]);
      expect(await take(other, id, NOW + 60_000)).toHaveLength(10);
    });

    it('offers a failed mail again when its time has come, oldest first', async () => {
      const { store } = world();
      const { id } = await created(world());
      await store.enqueue({ key: `${id}:b`, checkoutId: id, kind: 'link' }, NOW - 1);
      await store.enqueue({ key: `${id}:a`, checkoutId: id, kind: 'link' }, NOW - 2);
      const mails = await take(store, id, NOW);
      expect(mails.map(({ key }) => key)).toEqual([`${id}:a`, `${id}:b`]);
      await store.mailFailed(mails[0]?.id ?? 0, NOW + 5000);
      expect(await take(store, id, NOW + 4999)).toEqual([]);
      expect(await take(store, id, NOW + 5000)).toMatchObject([{ key: `${id}:a`, tries: 2 }]);
    });
  });
}
