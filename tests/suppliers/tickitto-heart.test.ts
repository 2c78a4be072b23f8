import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createHeart } from '@/lib/checkout/create-heart';
import type { Json } from '@/lib/checkout/json';
import { moneyOf, ticketsOf } from '@/lib/checkout/ledgers';
import type { Checkout } from '@/lib/checkout/model';
import { type HeartDeps, realClock } from '@/lib/checkout/settle/deps';
import { startSweeper } from '@/lib/checkout/sweeper';
import { MemoryStore } from '../heart/support/memory-store';
import { done } from '../heart/support/stage';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { clock } from '../support/supplier-desk';
import { until } from '../support/until';
import { CUSTOMER, confirm, pick, type Selection, shop } from './tickitto-shop';

/** The whole way with the real heart: what the customer would see of checkouts, and what the sandbox's ledger says. */

let sandbox: TestSandbox;
const stops: (() => unknown)[] = [];
beforeAll(async () => {
  sandbox = await testSandbox();
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  clock.offsetMs = 0;
  await sandbox.reset();
});
afterAll(() => sandbox.close());

/** Opens a checkout on what was picked, with the customer's details in it. */
async function open(...selections: Selection[]) {
  const { supplier, method } = shop(sandbox);
  let basket = null;
  for (const selection of selections) basket = (await pick(supplier, selection, basket)).basket;
  const ids = { count: 0 };
  const deps: HeartDeps = {
    store: new MemoryStore(clock.now),
    suppliers: new Map([['tickitto', supplier]]),
    methods: new Map([['stripe-card', method]]),
    collectors: new Map(),
    owner: 'test',
    clock: { ...realClock, now: clock.now },
    newId: () => `id${String(++ids.count).padStart(6, '0')}`,
    allowedRedirect: () => false,
    returnUrl: (token) => `http://localhost:3000/return/${token}`,
    log: () => undefined,
  };
  const heart = createHeart(deps);
  const sweeper = startSweeper(deps, heart.door);
  stops.push(() => sweeper.stop());
  await heart.open({
    id: 'c1',
    supplier: 'tickitto',
    request: { kind: 'basket', basket: basket ?? {} },
    locale: 'en-GB',
  });
  done(await heart.details('c1', CUSTOMER, 'strict'));
  const read = async (): Promise<Checkout> => {
    const stored = await deps.store.read('c1');
    if (!stored) throw new Error('It is gone');
    return stored.checkout;
  };
  const standing = (wanted: string) =>
    until(
      async () => {
        const checkout = await read();
        return `${ticketsOf(checkout)}/${moneyOf(checkout)}`;
      },
      (now) => now === wanted,
      { timeoutMs: 25_000 },
    );
  const attempt = async (id: string) => {
    const started = done(
      await heart.attempt('c1', {
        id,
        option: 'tickitto.stripe',
        client: { ip: null, userAgent: null, accept: null },
      }),
    );
    return started.attempts.at(-1) ?? null;
  };
  const step = async () => (await read()).attempts.at(-1)?.step ?? null;
  const report = async (data: Json) => {
    const at = await read();
    const last = at.attempts.at(-1);
    return done(await heart.result('c1', last?.id ?? '', last?.step?.id ?? '', data));
  };
  return { heart, read, standing, attempt, step, report };
}

const paramsIn = (step: Awaited<ReturnType<Awaited<ReturnType<typeof open>>['step']>>) => {
  if (step?.kind !== 'pay') throw new Error(`No payment: ${JSON.stringify(step)}`);
  return step.params;
};

const two = { event: 'T103', tickets: [{ type: 'adult', quantity: 2 }] };
const scenario = (event: string) => ({ event, tickets: [{ type: 'adult', quantity: 1 }] });

it('declines, then books on the same attempt, and the ledger agrees', async () => {
  const at = await open(two);
  await at.attempt('a1');
  const params = paramsIn(await at.step());
  await confirm(sandbox, params, 'pm_card_chargeDeclined');
  const declined = await at.report({ outcome: 'declined', code: 'card_declined' });
  expect(declined.attempts.at(-1)).toMatchObject({
    status: 'open',
    lastDecline: 'card_declined',
    declines: 1,
  });
  expect(paramsIn(await at.step())).toEqual(params);
  await confirm(sandbox, params);
  await at.report({ outcome: 'succeeded', intent: (params as { intent: string }).intent });
  await at.standing('booked/captured');
  const [item] = (await at.read()).items;
  expect(item?.vouchers).toHaveLength(1);
  expect((await sandbox.ledger()).charges.map(({ captured }) => captured)).toEqual([
    (await at.read()).totals[0]?.due,
  ]);
});

it('books without a browser: nobody reports, the sweeper looks', async () => {
  const at = await open(two);
  await at.attempt('a1');
  await confirm(sandbox, paramsIn(await at.step()));
  await at.standing('booked/captured');
});

it('owes what failed, and sees it go back', async () => {
  const at = await open(two, scenario('T902'));
  await at.attempt('a1');
  await confirm(sandbox, paramsIn(await at.step()));
  await at.heart.check('c1');
  await at.standing('part_booked/refund_due');
  await sandbox.clock(10_000);
  await at.heart.check('c1');
  const [entry] = (await at.read()).money;
  expect(entry).toMatchObject({ refundDue: 0 });
  expect((await sandbox.ledger()).charges[0]?.refunded).toBe(entry?.refunded);
});

it('asks before it charges more than was shown', async () => {
  const at = await open(scenario('T908'));
  const before = (await at.read()).totals[0]?.due ?? 0;
  await at.attempt('a1');
  const asked = await until(at.read, ({ accepted }) => !accepted);
  expect(asked.changes.map(({ kind }) => kind)).toEqual(['price']);
  expect(asked.totals[0]?.due).toBeGreaterThan(before);
  expect((await sandbox.ledger()).charges[0]?.captured).toBe(0);
});

it('lets go at the end of the hold, then holds the same again', async () => {
  const at = await open(scenario('T909'));
  clock.offsetMs = 61_000;
  await sandbox.clock(61_000);
  await at.heart.check('c1');
  await at.standing('expired/none');
  expect((await sandbox.ledger()).holds.filter(({ status }) => status === 'held')).toEqual([]);
  done(await at.heart.hold('c1'));
  await at.standing('held/none');
});

it.each([
  ['T909', 'is held anew and booked', 'booked/captured'],
  ['T910', 'is gone, and the money owed', 'failed/refund_due'],
])('%s: what is paid just after the hold ran out %s', async (event, _, wanted) => {
  const at = await open(scenario(event));
  expect((await at.attempt('a1'))?.status).toBe('open');
  const params = paramsIn(await at.step());
  // The supplier's clock is ahead: it ends the hold while our customer is still typing.
  await sandbox.clock(61_000);
  await confirm(sandbox, params);
  await at.heart.check('c1');
  await at.standing(wanted);
  const { captured, refundDue } = (await at.read()).money[0] ?? { captured: 0, refundDue: 0 };
  expect((await sandbox.ledger()).charges[0]).toMatchObject({ captured, refunded: 0 });
  expect(refundDue).toBe(event === 'T910' ? captured : 0);
});
