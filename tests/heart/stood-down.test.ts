import { expect, it } from 'vitest';
import { applyStep } from '@/lib/checkout/apply/step';
import { ticketsOf } from '@/lib/checkout/ledgers';
import { stage } from './support/stage';

/** Found by a random order in 25,000: tickets that waited for ever for an attempt nobody had paid. */
it('tickets stop waiting for a given-up attempt that turns out unpaid', async () => {
  const set = stage();
  await set.open();
  await set.attempt('sim.card', 'a1');
  const processing = { kind: 'wait', retryAfterMs: 1000, why: 'payment_processing' } as const;
  await set.attempt('sim.credit:till', 'a2');
  const now = set.clock.now();
  const revived = applyStep(await set.read(), 'a1', { step: processing }, now);
  expect(ticketsOf(revived)).toBe('attempting');
  const open = { kind: 'pay', method: 'sim-card', params: { intent: 'pi1' } } as const;
  const calmed = applyStep(revived, 'a1', { step: open }, now);
  expect(ticketsOf(calmed)).toBe('held');
  expect(calmed.attempts.map(({ status }) => status)).toEqual(['abandoned', 'open']);
});
