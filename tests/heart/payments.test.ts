import { expect, it } from 'vitest';
import { chainStage } from './support/chain-stage';
import { oracle } from './support/oracle';
import { done, stage } from './support/stage';

/** Payments that nobody expects any more, each found by the interleavings first. */

it('sees a form that was left open being paid after the tickets were booked in another way', async () => {
  const set = stage({ refunds: false });
  const { clock, world, read, standing } = set;
  await set.open();
  done(await set.attempt('sim.card', 'a1'));
  done(await set.attempt('sim.credit:till', 'a2'));
  for (const payment of world.payments.values()) if (payment.collector) world.pay(payment.id, 'ok');
  await clock.advance(90_000);
  expect(await standing()).toBe('booked/captured');
  for (const payment of world.payments.values()) if (!payment.collector) world.pay(payment.id, 'ok');
  await clock.advance(5 * 60_000);
  expect(await standing()).toBe('booked/refund_due');
  expect(oracle(world, await read())).toEqual([]);
});

it('sees a form being paid that was open when an earlier link was paid and the tickets booked for that', async () => {
  const set = stage({ refunds: false });
  const { clock, world, read, standing } = set;
  await set.open();
  done(await set.attempt('sim.credit:till', 'a1'));
  done(await set.attempt('sim.card', 'a2'));
  for (const payment of world.payments.values()) if (payment.collector) world.pay(payment.id, 'ok');
  await clock.advance(90_000);
  expect(await standing()).toBe('booked/captured');
  for (const payment of world.payments.values()) if (!payment.collector) world.pay(payment.id, 'ok');
  await clock.advance(5 * 60_000);
  expect(await standing()).toBe('booked/refund_due');
  expect(oracle(world, await read())).toEqual([]);
});

it('calls a person when what was paid is not booked, though nothing more is heard of it', async () => {
  const set = stage();
  const { clock, world, read, standing } = set;
  world.bookMs = 10 * 86_400_000;
  await set.open();
  done(await set.attempt('sim.card', 'a1'));
  for (const payment of world.payments.values()) world.pay(payment.id, 'ok');
  await clock.advance(12 * 60_000);
  expect(await standing()).toBe('attempting/captured');
  expect((await read()).attention?.code).toBe('paid_not_booked');
});

it('ends no payment to a collector when an operator says that the customer has left the payment pages', async () => {
  const set = chainStage();
  const { clock, heart, world, read, standing } = set;
  await set.open();
  await set.attempt('sim.credit:till');
  const order = { act: 'timeout-callback', itemIds: [], by: 'olga', reason: 'left alone' } as const;
  await clock.finish(heart.operate('c1', order));
  expect(world.calls).not.toContain('advance');
  expect((await read()).marks.at(-1)?.what).toBe('timeout callback: nothing to end');
  for (const payment of world.payments.values()) world.pay(payment.id, 'ok');
  await clock.advance(90_000);
  expect(await standing()).toBe('booked/captured');
});
