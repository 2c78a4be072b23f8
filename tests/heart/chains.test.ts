import { describe, expect, it } from 'vitest';
import { activeAttempt } from '@/lib/checkout/ledgers';
import { objections } from './support/at-rest';
import { type ChainStage, chainStage } from './support/chain-stage';

const MINUTE = 60_000;

/** A customer at the first payment page. */
async function atThePage(hops = 1): Promise<ChainStage> {
  const set = chainStage({ hops });
  await set.open();
  await set.attempt('sim.hops');
  return set;
}

const comeBack = (
  { clock, heart, chains }: ChainStage,
  outcome: 'yes' | 'no',
  token = chains.handedOut.at(-1),
) => clock.finish(heart.returned(token ?? '', { outcome }));

const callbacks = ({ world }: ChainStage) => world.calls.filter((call) => call === 'advance').length;

describe('a chain of payment pages', () => {
  it('ends in tickets after its last page', async () => {
    const set = await atThePage(3);
    for (let hop = 1; hop < 3; hop += 1) {
      await comeBack(set, 'yes');
      expect(activeAttempt(await set.read())?.step).toMatchObject({ kind: 'redirect' });
    }
    await comeBack(set, 'yes');
    expect(await set.standing()).toBe('booked/captured');
    expect(new Set(set.chains.handedOut).size).toBe(3);
  });

  it('makes one callback of fifty equal returns', async () => {
    const set = await atThePage();
    const token = set.chains.handedOut.at(-1) ?? '';
    const all = Array.from({ length: 50 }, () => set.heart.returned(token, { outcome: 'yes' }));
    await set.clock.advance(5000);
    await Promise.all(all);
    expect(callbacks(set)).toBe(1);
    expect(await set.standing()).toBe('booked/captured');
  });

  it('asks nothing of the supplier for the token of an earlier page', async () => {
    const set = await atThePage(2);
    const first = set.chains.handedOut[0];
    await comeBack(set, 'yes');
    await comeBack(set, 'no', first);
    expect(callbacks(set)).toBe(1);
    await comeBack(set, 'yes');
    expect(await set.standing()).toBe('booked/captured');
  });

  it('sends the customer to the same page again when the callback never got there', async () => {
    const set = await atThePage();
    set.world.fault = (call) => (call === 'advance' ? 'lost-before' : null);
    await comeBack(set, 'yes');
    set.world.fault = () => null;
    await set.clock.advance(5000);
    expect(activeAttempt(await set.read())?.step).toMatchObject({ kind: 'redirect' });
    await comeBack(set, 'yes');
    expect(await set.standing()).toBe('booked/captured');
  });

  it('goes on to the next page when only the answer was lost', async () => {
    const set = await atThePage(2);
    set.world.fault = (call) => (call === 'advance' ? 'lost-after' : null);
    await comeBack(set, 'yes');
    set.world.fault = () => null;
    await set.clock.advance(5000);
    await comeBack(set, 'yes');
    expect(await set.standing()).toBe('booked/captured');
  });

  it('is closed from here when the customer never comes back, and the tickets go', async () => {
    const set = await atThePage();
    await set.clock.advance(60 * MINUTE);
    expect(await set.standing()).toBe('expired/none');
    expect(set.chains.waitsFor('h1')).toBeNull();
  });

  it('never sends a customer to a place that is not allowed, and closes that payment', async () => {
    const set = chainStage();
    set.chains.bank = 'https://bank.evil.test/';
    await set.open();
    await set.attempt('sim.hops');
    await set.clock.advance(5000);
    expect((await set.read()).attempts.map(({ step }) => step?.kind)).not.toContain('redirect');
    expect(set.chains.waitsFor('h1')).toBeNull();
    expect(set.logs).toContain('redirect.refused');
    expect(await set.standing()).toBe('expired/none');
  });

  it('loses the seats with a refusal', async () => {
    const set = await atThePage();
    await comeBack(set, 'no');
    expect(await set.standing()).toBe('expired/none');
    expect(await objections(set)).toEqual([]);
  });
});

describe('a card token', () => {
  async function atTheForm(): Promise<ChainStage & { give(token: string): Promise<unknown> }> {
    const set = chainStage();
    await set.open();
    await set.attempt('sim.token');
    const give = async (token: string) => {
      const attempt = activeAttempt(await set.read());
      return set.clock.finish(
        set.heart.result('c1', attempt?.id ?? 'a1', attempt?.step?.id ?? 's1', { token }),
      );
    };
    return { ...set, give };
  }

  it('is sent once and not kept', async () => {
    const set = await atTheForm();
    await Promise.all([set.give('ok-1'), set.give('ok-1')]);
    await set.clock.advance(5000);
    expect(await set.standing()).toBe('booked/captured');
    expect(set.world.violations).toEqual([]);
    expect(JSON.stringify([await set.read(), await set.store.journal('c1')])).not.toContain('ok-1');
  });

  it('refused for its details asks for those again and keeps what was typed', async () => {
    const set = await atTheForm();
    await set.clock.finish(set.heart.details('c1', { name: 'Ann' }, 'strict'));
    await set.attempt('sim.token', 'a2');
    await set.give('bad-1');
    const { details, attempts } = await set.read();
    expect(details).toMatchObject({ draft: details.values, rejected: [] });
    expect(attempts.at(-1)?.status).toBe('declined');
    const refused = await set.attempt('sim.token', 'a3');
    expect(refused).toMatchObject({ ok: false, problem: { code: 'details_missing' } });
    await set.clock.finish(set.heart.details('c1', { name: 'Bea' }, 'strict'));
    await set.attempt('sim.token', 'a4');
    await set.give('ok-2');
    expect(await set.standing()).toBe('booked/captured');
  });

  it('whose fate is unknown is never sent again', async () => {
    const set = await atTheForm();
    set.world.fault = (call) => (call === 'advance' ? 'lost-before' : null);
    await set.give('ok-1');
    set.world.fault = () => null;
    await set.clock.advance(5000);
    expect(await set.standing()).toBe('held/none');
    expect(callbacks(set)).toBe(1);
    expect(activeAttempt(await set.read())).toBeNull();
  });
});
