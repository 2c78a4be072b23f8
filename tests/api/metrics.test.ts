import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { metrics } from '@/lib/api/calls/system';
import { newsOf } from '@/lib/checkout/settle/news';
import { reporter } from '@/lib/news';
import { silentLog } from '@/lib/platform/log';
import { type App, app, OPS_KEY, send } from './support/app';
import { attempt, checkout, item } from './support/checkouts';

vi.mock('@/lib/foyer', () => import('./support/current'));

let a: App;
beforeAll(async () => {
  a = await app();
});
afterAll(() => a.close());

const read = async () => {
  const response = await send(metrics, { headers: { authorization: `Bearer ${OPS_KEY}` }, from: 'server' });
  return (await response.text()).split('\n');
};

/** The money of an order that was paid. */
const entry = (refundDue: number) =>
  checkout('x').money.map((one) => ({ ...one, captured: 6250, refundDue }));

describe('levels', () => {
  it('are counted from the store when they are read', async () => {
    expect(await read()).toContain('foyer_oldest_unsettled_seconds 0');
    const who = a.browser();
    await a.own(who, 'm1', { items: [item({ status: 'booked' })], money: entry(0) });
    await a.own(who, 'm2', { items: [item({ status: 'booking' })], money: entry(0) });
    await a.own(who, 'm3', { items: [item({ status: 'unknown' })] });
    await a.own(who, 'm4', {
      items: [item({ status: 'failed' })],
      money: entry(6250),
    });
    const lines = await read();
    expect(lines).toEqual(
      expect.arrayContaining([
        'foyer_checkouts{tickets="booked",money="captured",attention="none"} 1',
        'foyer_paid_not_booked 1',
        'foyer_unknown_outcomes 1',
        'foyer_refund_due 1',
        'foyer_store_up 1',
      ]),
    );
    expect(lines).not.toContain('foyer_oldest_unsettled_seconds 0');
  });

  it('are nobody’s when the database is away, which is said', async () => {
    const census = vi.spyOn(a.store, 'census').mockRejectedValue(new Error('away'));
    const lines = await read();
    expect(lines).toContain('foyer_store_up 0');
    expect(lines.filter((line) => line.startsWith('foyer_checkouts{'))).toEqual([]);
    census.mockRestore();
    expect(await read()).toContain('foyer_store_up 1');
  });
});

describe('news', () => {
  const before = checkout('n1', {
    items: [item({ status: 'held' })],
    attempts: [attempt({ status: 'open' })],
  });
  const after = {
    ...before,
    items: [item({ status: 'booked' })],
    attempts: [attempt({ status: 'done' })],
    attention: { code: 'overpaid' as const, since: 0 },
  };

  it('tell what changed, once', () => {
    expect(newsOf(before, after)).toMatchObject([
      { kind: 'state', ledger: 'tickets', from: 'held', to: 'booked' },
      { kind: 'attempt', outcome: 'done' },
      { kind: 'attention', code: 'overpaid' },
    ]);
    expect(newsOf(after, after)).toEqual([]);
  });

  it('are lines of the log and counters', async () => {
    const log = { ...silentLog, event: vi.fn(), warn: vi.fn() };
    const told = reporter(log, a.foyer.metrics);
    for (const one of newsOf(before, after)) told(one);
    told({ kind: 'refused', checkoutId: 'n1', command: 'attempt', code: 'hold_expired' });
    expect(log.event.mock.calls.map(([name]) => name)).toEqual([
      'checkout.changed',
      'attempt.ended',
      'checkout.refused',
    ]);
    expect(log.warn).toHaveBeenCalledWith(
      'checkout.attention',
      expect.objectContaining({ attention: 'overpaid' }),
    );
    const lines = await read();
    expect(lines).toContain('foyer_transitions_total{ledger="tickets",to="booked",supplier="sim"} 1');
    expect(lines).toContain('foyer_commands_refused_total{command="attempt",code="hold_expired"} 1');
  });
});
