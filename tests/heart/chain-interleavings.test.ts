import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '@/lib/checkout/json';
import { comeToRest, objections, runs, sweep } from './support/at-rest';
import { type ChainStage, chainStage } from './support/chain-stage';
import type { SimFault } from './support/sim-world';

const CLIENT = { ip: null, userAgent: null, accept: null };

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
  set: ChainStage,
  processes: ChainStage['first'][],
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
async function give(set: ChainStage, heart: ChainStage['heart'], token: string): Promise<void> {
  const attempt = (await set.read()).attempts.at(-1);
  if (!attempt?.step) return;
  const own = token.endsWith('same') ? `${token}-${attempt.id}-${attempt.step.id}` : token;
  await heart.result('c1', attempt.id, attempt.step.id, { token: own });
}

describe('interleavings of chains and tokens', () => {
  it('never part money and tickets, and never send a token twice', { timeout: 6 * 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (played) => {
        expect(await play(played)).toEqual([]);
      }),
      { ...runs(), endOnFailure: false },
    );
  });
});
