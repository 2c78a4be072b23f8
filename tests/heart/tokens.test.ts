import { expect, it } from 'vitest';
import type { Json } from '@/lib/checkout/json';
import { nextOf } from '@/lib/checkout/next';
import type { StepResult, Supplier } from '@/lib/checkout/supplier';
import { messageOf } from '@/lib/checkout/words';
import { stripeToken } from '@/lib/payments/stripe-token';
import { simSupplier } from './support/sim-supplier';
import type { SimWorld } from './support/sim-world';
import { done, stage } from './support/stage';

/** Card tokens that the supplier charges in `advance`: each is used once, is then forgotten, and nothing repeats it. */

const PAY: StepResult = {
  step: {
    kind: 'pay',
    method: 'stripe-token',
    params: { charges: [], scriptUrl: 'https://js.stripe.com/x' },
  },
};

/** What the supplier makes of the tokens. `again` asks for another set with the very same params. */
type Charge = 'booked' | 'declined' | 'again';

/** A supplier that charges tokens, and what reached it. */
function till(world: SimWorld, seen: Json[], charges: Charge[]): Supplier {
  const base = simSupplier(world);
  return {
    ...base,
    options: [{ id: 'sim.token', label: 'card', collects: 'supplier', method: 'stripe-token' }],
    start: async () => PAY,
    advance: async (_ctx, checkout, _attempt, input) =>
      world.call(checkout.id, 'advance', true, (): StepResult => {
        seen.push(input?.data ?? null);
        const charge = charges.shift() ?? 'declined';
        if (charge === 'again') return PAY;
        if (charge === 'declined')
          return { step: { kind: 'declined', code: 'card_declined', holdKept: true } };
        world.book(String(checkout.memo.hold));
        return { step: { kind: 'settled', items: [{ itemId: 'a', status: 'booked' }], money: [] } };
      }),
    check: async (_ctx, checkout, attempt) => {
      const step = attempt?.step;
      if (world.holds.get(String(checkout.memo.hold))?.status === 'booked')
        return { step: { kind: 'settled', items: [{ itemId: 'a', status: 'booked' }], money: [] } };
      return step?.kind === 'pay'
        ? PAY
        : { step: { kind: 'declined', code: 'card_declined', holdKept: true } };
    },
  };
}

/** A checkout with its card form open, and everything that was ever written down about it. */
async function atTheTill(...charges: Charge[]) {
  const seen: Json[] = [];
  const http = () => {
    throw new Error('The method asks nobody.');
  };
  const method = stripeToken.create(stripeToken.config.parse({}), { http, now: () => 0 });
  const set = stage({ supplier: (world) => till(world, seen, charges), methods: [method] });
  const written: Json[] = [];
  const evidence: Json[] = [];
  const save = set.store.save.bind(set.store);
  set.store.save = (write) => {
    written.push(JSON.parse(JSON.stringify(write)) as Json);
    evidence.push(...write.used.map((used) => used.evidence));
    return save(write);
  };
  await set.open();
  done(await set.attempt('sim.token'));
  const stepId = async () => (await set.read()).attempts.at(-1)?.step?.id ?? '';
  const give = (data: Json, step: string) => set.heart.result('c1', 'a1', step, data);
  const submit = async (data: Json, step: string) => set.clock.finish(give(data, step));
  return { ...set, seen, written, evidence, stepId, give, submit };
}

const tokens = (name: string) => ({ tokens: { b1: `tok_${name}1`, b2: `tok_${name}2` } });

it('hands the tokens to the supplier once and keeps only for which charges they were', async () => {
  const set = await atTheTill('booked');
  await set.submit(tokens('first'), await set.stepId());
  expect(set.seen).toEqual([tokens('first')]);
  expect(await set.standing()).toBe('booked/none');
  expect(set.evidence).toEqual([{ given: ['b1', 'b2'] }]);
  expect(await set.store.inputs('c1')).toEqual([]);
  expect(JSON.stringify([set.written, await set.store.journal('c1'), await set.read()])).not.toContain(
    'tok_',
  );
});

it('takes the second of two identical submits for a look', async () => {
  const set = await atTheTill('declined', 'booked');
  const step = await set.stepId();
  set.world.latency = () => 300;
  const both = [set.give(tokens('first'), step), set.give(tokens('first'), step)];
  await set.clock.finish(Promise.all(both));
  await set.clock.advance(5000);
  expect(set.seen).toHaveLength(1);
  expect(await set.store.inputs('c1')).toEqual([]);
});

it('does the same when the supplier asks again with the very same params', async () => {
  const set = await atTheTill('again', 'booked', 'booked');
  const first = await set.stepId();
  set.world.latency = () => 300;
  await set.clock.finish(Promise.all([set.give(tokens('first'), first), set.give(tokens('first'), first)]));
  await set.clock.advance(5000);
  expect(set.seen).toHaveLength(1);
  const second = await set.stepId();
  expect(second).not.toBe(first);
  expect(nextOf(await set.read(), set.clock.now()).action).toBe('pay');
  // What was meant for the first form changes nothing; what the second form makes does.
  await set.submit(tokens('late'), first);
  expect(set.seen).toHaveLength(1);
  await set.submit(tokens('second'), second);
  await set.clock.advance(1000);
  expect(set.seen).toEqual([tokens('first'), tokens('second')]);
  expect(await set.standing()).toBe('booked/none');
});

it('keeps no token of a result for a step that is over', async () => {
  const set = await atTheTill('booked');
  await set.submit(tokens('old'), 's0');
  expect(set.seen).toEqual([]);
  expect(set.evidence).toEqual([null]);
  expect(JSON.stringify(set.written)).not.toContain('tok_');
});

it('asks nobody for a card while the tokens are being charged', async () => {
  const set = await atTheTill('declined');
  set.world.latency = () => 4000;
  const submitted = set.submit(tokens('first'), await set.stepId());
  const answered = done(await submitted);
  expect(set.seen).toEqual([]);
  expect(nextOf(answered, set.clock.now())).toMatchObject({ action: 'wait' });
  expect(nextOf(answered, set.clock.now()).retryAfterMs).toBeLessThan(3000);
  expect(messageOf(answered, set.clock.now())).toEqual({ code: 'confirming', safeToPay: false });
  await set.clock.advance(10_000);
  expect(messageOf(await set.read(), set.clock.now())).toEqual({ code: 'declined', safeToPay: true });
});

it.each(['before-call', 'after-call'])(
  'forgets the tokens of a process that died %s, and repeats nothing',
  async (point) => {
    const set = await atTheTill('booked');
    set.first.dieAt(point);
    void set.give(tokens('first'), await set.stepId());
    await set.clock.advance(1000);
    set.first.kill();
    set.boot('two');
    await set.clock.advance(60_000);
    expect(set.seen).toHaveLength(point === 'before-call' ? 0 : 1);
    expect(await set.store.inputs('c1')).toEqual([]);
    expect(await set.standing()).toBe(point === 'before-call' ? 'held/none' : 'booked/none');
    expect(JSON.stringify(set.written)).not.toContain('tok_');
  },
);

/**
 * What a customer gave is used before anything is let go of: it may be money already, and who gives a card after asking
 * to let go wants the tickets. Once the release is on its way it decides, and what comes then is not sent any more.
 */
it('that came while a release was asked for buy, and nothing is let go of', async () => {
  const set = await atTheTill('booked');
  const step = await set.stepId();
  set.world.latency = () => 500;
  // The line is busy with a look; both wait for it, the release in front.
  void set.heart.check('c1');
  await set.clock.advance(100);
  const asked = [set.heart.release('c1'), set.give(tokens('first'), step)];
  await set.clock.finish(Promise.all(asked));
  await set.clock.advance(60_000);
  expect(set.seen).toEqual([tokens('first')]);
  expect(await set.standing()).toBe('booked/none');
  expect((await set.read()).closing).toBeNull();
  expect(set.world.calls).not.toContain('release');
});

it('that were refused leave the release to do, and those that come after it are not sent', async () => {
  const set = await atTheTill('declined', 'booked');
  const step = await set.stepId();
  set.world.latency = () => 500;
  void set.heart.check('c1');
  await set.clock.advance(100);
  await set.clock.finish(Promise.all([set.heart.release('c1'), set.give(tokens('first'), step)]));
  void set.give(tokens('late'), step);
  await set.clock.advance(60_000);
  expect(set.seen).toEqual([tokens('first')]);
  expect(await set.standing()).toBe('released/none');
  expect(set.world.calls.filter((call) => call === 'release')).toHaveLength(1);
  expect(await set.store.inputs('c1')).toEqual([]);
});

it('that come while the release is on its way are not sent', async () => {
  const set = await atTheTill('booked');
  const step = await set.stepId();
  set.world.latency = () => 500;
  const release = set.heart.release('c1');
  await set.clock.advance(600);
  expect(set.world.calls).toContain('release');
  await set.clock.finish(Promise.all([release, set.give(tokens('late'), step)]));
  await set.clock.advance(60_000);
  expect(set.seen).toEqual([]);
  expect(await set.standing()).toBe('released/none');
  expect(JSON.stringify(set.written)).not.toContain('tok_');
});
