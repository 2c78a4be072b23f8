import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/checkout/json';
import { activeAttempt } from '@/lib/checkout/ledgers';
import { comeToRest, objections, runs, sweep } from './support/at-rest';
import { chainSupplier, tokenMethod } from './support/chain-supplier';
import { SimChains } from './support/sim-chain';
import type { SimFault } from './support/sim-world';
import { stage } from './support/stage';

const MINUTE = 60_000;
const CLIENT = { ip: null, userAgent: null, accept: null };

/** A stage whose supplier is paid from page to page, or by card tokens. */
function chainStage(options: { refunds?: boolean; sweep?: boolean; hops?: number } = {}) {
  let chains: SimChains | undefined;
  const set = stage({
    ...options,
    supplier: (world) => {
      chains = new SimChains(world);
      chains.hops = options.hops ?? 1;
      return chainSupplier(world, chains);
    },
    methods: [tokenMethod],
  });
  if (!chains) throw new Error('The stage made no supplier');
  return { ...set, chains };
}

type Stage = ReturnType<typeof chainStage>;

/** A customer at the first payment page. */
async function atThePage(hops = 1): Promise<Stage> {
  const set = chainStage({ hops });
  await set.open();
  await set.attempt('sim.hops');
  return set;
}

const comeBack = ({ clock, heart, chains }: Stage, outcome: 'yes' | 'no', token = chains.handedOut.at(-1)) =>
  clock.finish(heart.returned(token ?? '', { outcome }));

const callbacks = ({ world }: Stage) => world.calls.filter((call) => call === 'advance').length;

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
  async function atTheForm(): Promise<Stage & { give(token: string): Promise<unknown> }> {
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

/** What can happen, in any order; `who` is the process that it happens at. */
type Happening =
  | { do: 'advance'; ms: number }
  | { do: 'return'; who: 0 | 1; outcome: 'yes' | 'no' | 'bare'; token: 'newest' | 'oldest'; times: number }
  | { do: 'give'; who: 0 | 1; kind: 'ok' | 'no' | 'bad'; again: boolean }
  | { do: 'collector-pays'; outcome: 'ok' | 'declined' }
  | { do: 'attempt'; who: 0 | 1; option: 'sim.hops' | 'sim.token' | 'sim.credit:till' }
  | { do: 'release' | 'hold' | 'accept' | 'check' | 'details' | 'timeout'; who: 0 | 1 }
  | { do: 'price'; to: number }
  | { do: 'kill'; who: 0 | 1; at: 'now' | 'before-call' | 'after-call' | 'after-write' };

const who = fc.constantFrom<0 | 1>(0, 1);
const one = <T extends string>(...values: T[]) => fc.constantFrom<T>(...values);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: one('advance'), ms: fc.constantFrom(0, 40, 700, 3000, 65_000, 600_000) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: one('return'),
      who,
      outcome: one('yes', 'yes', 'no', 'bare'),
      token: one('newest', 'newest', 'oldest'),
      times: fc.constantFrom(1, 1, 3),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: one('give'), who, kind: one('ok', 'no', 'bad'), again: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: one('collector-pays'), outcome: one('ok', 'declined') }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: one('attempt'),
      who,
      option: one('sim.hops', 'sim.hops', 'sim.token', 'sim.token', 'sim.credit:till'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: one('release', 'hold', 'accept', 'check', 'details', 'timeout'), who }),
  },
  { weight: 1, arbitrary: fc.record({ do: one('price'), to: fc.constantFrom(2000, 2500, 3000) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: one('kill'),
      who,
      at: one('now', 'before-call', 'after-call', 'after-write'),
    }),
  },
);

const scenario = fc.record({
  happenings: fc.array(happening, { minLength: 2, maxLength: 22 }),
  faults: fc.array(
    fc.constantFrom<SimFault | null>(null, null, null, 'lost-before', 'lost-after', 'throw-after'),
    { maxLength: 12 },
  ),
  latencies: fc.array(fc.constantFrom(0, 0, 30, 400, 8000, 25_000), { maxLength: 12 }),
  refunds: fc.boolean(),
  refuseBooking: fc.boolean(),
  hops: fc.constantFrom(1, 2, 3),
});

type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

async function play(played: Scenario): Promise<readonly string[]> {
  const set = chainStage({ refunds: played.refunds, sweep: false, hops: played.hops });
  const { clock, world } = set;
  world.refuseBooking = played.refuseBooking;
  const processes = [set.first, set.boot('two')];
  await set.open();
  let calls = 0;
  world.fault = () => {
    calls += 1;
    return played.faults[calls % 16] ?? null;
  };
  world.latency = () => played.latencies[calls % 16] ?? 0;
  for (const [index, event] of played.happenings.entries()) {
    void Promise.all(started(set, processes, event, index)).catch(() => undefined);
    await clock.advance(event.do === 'advance' ? event.ms : 0);
    for (const process of processes) await sweep(set, process);
  }
  world.fault = () => null;
  world.latency = () => 0;
  await comeToRest(set, set.boot('last'));
  return objections(set);
}

/** Starts what happens and does not wait for it: that is the point. */
function started(
  set: Stage,
  processes: Stage['first'][],
  event: Happening,
  index: number,
): Promise<unknown>[] {
  const { world, chains } = set;
  const process = 'who' in event ? processes[event.who] : undefined;
  const heart = process?.heart ?? set.heart;
  switch (event.do) {
    case 'advance':
      return [];
    case 'return': {
      const token = event.token === 'newest' ? chains.handedOut.at(-1) : chains.handedOut[0];
      const params: JsonObject = event.outcome === 'bare' ? {} : { outcome: event.outcome };
      return Array.from({ length: event.times }, () => heart.returned(token ?? 'nobody', params));
    }
    case 'give':
      return [give(set, heart, `${event.kind}-${event.again ? 'same' : index}`)];
    case 'collector-pays':
      for (const payment of world.payments.values())
        if (payment.collector) world.pay(payment.id, event.outcome);
      return [];
    case 'attempt':
      return [heart.attempt('c1', { id: set.first.deps.newId(), option: event.option, client: CLIENT })];
    case 'details':
      return [heart.details('c1', { name: `Ann ${index}` }, 'strict')];
    case 'accept':
      return [set.store.read('c1').then((stored) => heart.accept('c1', stored?.version ?? 0))];
    case 'timeout':
      return [
        heart.operate('c1', { act: 'timeout-callback', itemIds: [], by: 'olga', reason: 'left alone' }),
      ];
    case 'release':
    case 'hold':
    case 'check':
      return [heart[event.do]('c1')];
    case 'price':
      world.price = event.to;
      return [];
    case 'kill':
      if (event.at === 'now') process?.kill();
      else process?.dieAt(event.at);
      return [];
  }
}

/** A browser makes a token of its own each time; one that is given twice comes from a double click. */
async function give(set: Stage, heart: Stage['heart'], token: string): Promise<void> {
  const attempt = (await set.read()).attempts.at(-1);
  if (!attempt?.step) return;
  const own = token.endsWith('same') ? `${token}-${attempt.id}-${attempt.step.id}` : token;
  await heart.result('c1', attempt.id, attempt.step.id, { token: own });
}

describe('interleavings of chains and tokens', () => {
  it('never part money and tickets, and never send a token twice', { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (played) => {
        expect(await play(played)).toEqual([]);
      }),
      { ...runs(), endOnFailure: false },
    );
  });
});
