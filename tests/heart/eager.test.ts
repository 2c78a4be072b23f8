import { describe, expect, it } from 'vitest';
import { activeAttempt } from '@/lib/checkout/ledgers';
import { lookDelay } from '@/lib/checkout/schedule';
import { done, stage } from './support/stage';

const SECOND = 1000;

/** A paid checkout that its supplier books `bookMs` after the payment, in a shop of `processes` that all sweep. */
async function paid(bookMs: number, processes = 1) {
  const set = stage();
  const hearts = [set.heart];
  for (let n = 1; n < processes; n += 1) hearts.push(set.boot(`p${n}`).heart);
  set.world.bookMs = bookMs;
  await set.open();
  const step = activeAttempt(done(await set.attempt()))?.step;
  set.world.pay('pi1', 'ok');
  const begun = set.clock.now();
  await set.clock.finish(set.heart.result('c1', 'a1', step?.id ?? '', { outcome: 'paid' }));
  return { ...set, hearts, begun };
}

/** How often the schedule itself would look in `ms` of nothing new. */
function scheduled(ms: number): number {
  let looks = 0;
  for (let since = 0; since < ms; looks += 1) since += lookDelay(since) ?? Infinity;
  return looks;
}

describe('a customer who waits for tickets', () => {
  it.each([700, 1000, 2500, 6000])(
    'has them soon after a supplier that books in %d ms did',
    async (bookMs) => {
      const { clock, standing, begun } = await paid(bookMs);
      const late = Math.max(250, bookMs / 4) + 100;
      while (clock.now() < begun + bookMs + late && (await standing()) !== 'booked/captured')
        await clock.advance(10);
      expect(await standing()).toBe('booked/captured');
    },
  );

  it('makes the shop ask the supplier as often as one alone does, however many tabs and processes wait', async () => {
    const { clock, world, hearts, begun } = await paid(3600 * SECOND, 3);
    const before = world.calls.length;
    const until = begun + 30 * SECOND;
    while (clock.now() < until) {
      for (let tab = 0; tab < 20; tab += 1) await hearts[tab % hearts.length]?.read('c1');
      await clock.advance(200);
    }
    const asked = world.calls.slice(before).filter((name) => name === 'check').length;
    expect(asked).toBeGreaterThan(10);
    expect(asked).toBeLessThanOrEqual(scheduled(30 * SECOND));
  });

  it('is looked for by another process when the one that took the payment is killed', async () => {
    const { clock, standing, first, boot } = await paid(700);
    first.kill();
    boot('two');
    await clock.advance(15 * SECOND);
    expect(await standing()).toBe('booked/captured');
  });
});
