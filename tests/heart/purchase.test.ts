import { describe, expect, it } from 'vitest';
import { activeAttempt, moneyOf, ticketsOf } from '@/lib/checkout/ledgers';
import { done, stage } from './support/stage';

const MINUTE = 60_000;

/** A checkout that stands at the till: held, attempt open, intent known. */
async function atTheTill() {
  const set = stage();
  await set.open();
  const checkout = done(await set.attempt());
  const step = activeAttempt(checkout)?.step;
  if (step?.kind !== 'pay') throw new Error('No pay step');
  const report = (outcome: 'paid' | 'declined', id = step.id) =>
    set.clock.finish(set.heart.result('c1', 'a1', id, { outcome }));
  return { ...set, step, report };
}

describe('a purchase by card', () => {
  it('is held, paid and booked, and told once', async () => {
    const { world, report, clock, standing, store, read } = await atTheTill();
    expect(await standing()).toBe('held/none');
    world.pay('pi1', 'ok');
    await report('paid');
    expect(await standing()).toBe('attempting/captured');
    await clock.advance(5000);
    expect(await standing()).toBe('booked/captured');
    expect((await read()).items[0]?.reference).toBe('R-h1');
    await clock.advance(10 * MINUTE);
    expect(store.mails.map(({ kind }) => kind)).toEqual(['confirmation']);
    expect(world.violations).toEqual([]);
  });

  it('is booked without a browser when the tab dies right after paying', async () => {
    const { world, clock, standing, store } = await atTheTill();
    world.pay('pi1', 'ok');
    await clock.advance(MINUTE);
    expect(await standing()).toBe('booked/captured');
    expect(store.mails).toHaveLength(1);
  });

  it('does not believe a browser that says it paid', async () => {
    const { report, clock, standing } = await atTheTill();
    await report('paid');
    await clock.advance(MINUTE);
    expect(await standing()).toBe('held/none');
  });

  it('keeps the attempt after a decline, under a new step', async () => {
    const { world, report, step, read, standing, clock } = await atTheTill();
    world.pay('pi1', 'declined');
    await report('declined');
    const attempt = activeAttempt(await read());
    expect(attempt).toMatchObject({ id: 'a1', status: 'open', declines: 1, lastDecline: 'card_declined' });
    expect(attempt?.step?.id).not.toBe(step.id);
    await report('declined', step.id);
    expect(activeAttempt(await read())?.declines).toBe(1);
    world.pay('pi1', 'ok');
    await report('paid', attempt?.step?.id);
    await clock.advance(5000);
    expect(await standing()).toBe('booked/captured');
    expect(world.payments.size).toBe(1);
  });

  it('closes the door after five declines', async () => {
    const { world, report, read, clock } = await atTheTill();
    for (let n = 0; n < 5; n += 1) {
      world.pay('pi1', 'declined');
      await report('declined', activeAttempt(await read())?.step?.id);
    }
    await clock.advance(5000);
    expect(ticketsOf(await read())).toBe('released');
    expect(world.payments.get('pi1')?.status).toBe('cancelled');
    expect(world.holds.get('h1')?.status).toBe('released');
  });

  it('joins a second submit, from this tab or another', async () => {
    const { attempt, world, read } = await atTheTill();
    const again = done(await attempt('sim.card', 'a2'));
    expect(again.attempts).toHaveLength(1);
    expect((await read()).attempts[0]?.id).toBe('a1');
    expect(world.calls.filter((call) => call === 'start')).toHaveLength(1);
  });

  it('says what is owed when the supplier could not book what was paid', async () => {
    const { world, clock, standing, read, store } = await atTheTill();
    world.refuseBooking = true;
    world.pay('pi1', 'ok');
    await clock.advance(MINUTE);
    expect(await standing()).toBe('failed/refund_due');
    expect((await read()).attention?.code).toBe('refund_due');
    expect(store.mails.map(({ kind }) => kind)).toEqual(['follow_up']);
  });
});

describe('time', () => {
  it('lets a hold lapse, closes the way to pay, and holds the same again', async () => {
    const { world, clock, standing, heart } = await atTheTill();
    await clock.advance(15 * MINUTE + 2000);
    expect(await standing()).toBe('expired/none');
    expect(world.payments.get('pi1')?.status).toBe('cancelled');
    expect(world.pay('pi1', 'ok')).toBe(false);
    done(await clock.finish(heart.hold('c1')));
    expect(await standing()).toBe('held/none');
    expect(world.holds.size).toBe(2);
  });

  it('asks before it takes a higher price', async () => {
    const { world, clock, heart, read, attempt } = await atTheTill();
    await clock.advance(16 * MINUTE);
    world.price = 3000;
    done(await clock.finish(heart.hold('c1')));
    const changed = await read();
    expect(changed).toMatchObject({
      accepted: false,
      changes: [{ kind: 'price', before: { amount: 2500 }, after: { amount: 3000 } }],
    });
    const refused = await attempt('sim.card', 'a2');
    expect(refused).toMatchObject({ ok: false, problem: { code: 'changes_unaccepted' } });
    const stored = await heart.read('c1');
    done(await clock.finish(heart.accept('c1', stored?.version ?? 0)));
    expect((await read()).accepted).toBe(true);
  });

  it('refuses to begin in the last half minute', async () => {
    const set = stage();
    await set.open();
    await set.clock.advance(15 * MINUTE - 20_000);
    expect(await set.attempt()).toMatchObject({ ok: false, problem: { code: 'hold_ending' } });
  });

  it('finds money that arrives after the hold lapsed while nobody looked', async () => {
    const { world, clock, standing, first } = await atTheTill();
    first.sweeper?.stop();
    await clock.advance(14 * MINUTE);
    world.pay('pi1', 'ok');
    await clock.advance(10 * MINUTE);
    const { sweeper } = stageSweeper({ clock, first });
    await clock.advance(MINUTE);
    expect(await standing()).toBe('booked/captured');
    sweeper.stop();
  });
});

function stageSweeper({ clock, first }: Pick<Awaited<ReturnType<typeof atTheTill>>, 'clock' | 'first'>) {
  const stop = clock.every(1000, () => void first.heart.check('c1'));
  return { sweeper: { stop } };
}

describe('letting go', () => {
  it('releases once, and never what is being paid', async () => {
    const { world, clock, heart, standing } = await atTheTill();
    world.pay('pi1', 'ok');
    await clock.finish(heart.release('c1'));
    await clock.advance(MINUTE);
    expect(await standing()).toBe('booked/captured');
    expect(await clock.finish(heart.release('c1'))).toMatchObject({
      ok: false,
      problem: { code: 'wrong_state' },
    });
  });

  it('releases an abandoned hold at the supplier', async () => {
    const { world, clock, heart, standing } = await atTheTill();
    done(await clock.finish(heart.release('c1')));
    await clock.advance(1000);
    expect(await standing()).toBe('released/none');
    expect(world.holds.get('h1')?.status).toBe('released');
    expect(world.calls.filter((call) => call === 'release')).toHaveLength(1);
  });
});

describe('a hold that cannot be had', () => {
  it('ends with reasons, and nothing charged', async () => {
    const set = stage();
    set.world.fault = (call) => (call === 'hold' ? 'lost-after' : null);
    const stored = await set.open();
    expect(moneyOf(stored.checkout)).toBe('none');
    expect(stored.checkout.refusals).toEqual([{ code: 'supplier_unavailable' }]);
  });
});
