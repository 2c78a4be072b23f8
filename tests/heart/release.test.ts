import { describe, expect, it } from 'vitest';
import { createHeart } from '@/lib/checkout/create-heart';
import { startSweeper } from '@/lib/checkout/sweeper';
import { simSupplier } from './support/sim-supplier';
import { stage } from './support/stage';

const MINUTE = 60_000;

/** A hold that is to be let go of, while the supplier's answers to a release are lost. */
async function unanswered(expires: boolean) {
  const set = stage({ sweep: false });
  const base = simSupplier(set.world);
  const hold: typeof base.hold = async (...args) => {
    const held = await base.hold(...args);
    return held.kind === 'held' && !expires ? { ...held, expiresAt: null } : held;
  };
  const deps = { ...set.first.deps, suppliers: new Map([['sim', { ...base, hold }]]) };
  const heart = createHeart(deps);
  startSweeper(deps, heart.door);
  const request = { kind: 'basket', basket: {} } as const;
  await set.clock.finish(heart.open({ id: 'c1', supplier: 'sim', request, locale: 'en' }));
  set.world.fault = (call) => (call === 'release' ? 'lost-before' : null);
  await set.clock.finish(heart.release('c1'));
  return { ...set, heart };
}

describe('a release that is not confirmed', () => {
  it('calls a person after ten minutes, and no more once the supplier has let go', async () => {
    const { clock, read, standing, world } = await unanswered(false);
    await clock.advance(9 * MINUTE);
    expect((await read()).attention).toBeNull();
    await clock.advance(2 * MINUTE);
    expect(await standing()).toBe('held/none');
    expect((await read()).attention?.code).toBe('hold_not_released');
    world.fault = () => null;
    await clock.advance(5 * MINUTE);
    expect(await standing()).toBe('released/none');
    expect((await read()).attention).toBeNull();
    expect((await read()).closingSince).toBeUndefined();
  });

  it('never ends a hold without an end of its own by waiting, and is tried again ever more rarely', async () => {
    const { clock, read, standing, world } = await unanswered(false);
    await clock.advance(24 * 60 * MINUTE);
    expect(await standing()).toBe('held/none');
    expect((await read()).attention?.code).toBe('hold_not_released');
    const before = world.calls.filter((call) => call === 'release').length;
    expect(before).toBeLessThan(300);
    await clock.advance(12 * 60 * MINUTE);
    expect(world.calls.filter((call) => call === 'release').length - before).toBeLessThan(6);
  });

  it('is over with the supplier’s own end of the hold', async () => {
    const { clock, read, standing } = await unanswered(true);
    await clock.advance(12 * MINUTE);
    expect((await read()).attention?.code).toBe('hold_not_released');
    await clock.advance(20 * MINUTE);
    expect(await standing()).toBe('released/none');
    expect((await read()).attention).toBeNull();
  });
});
