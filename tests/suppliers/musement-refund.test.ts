import { describe, expect, it } from 'vitest';
import { owedBack } from '@/lib/checkout/ledgers';
import type { Checkout } from '@/lib/checkout/model';
import { messageOf } from '@/lib/checkout/words';
import { musementUnderTest } from '../contract/musement';
import { objections, type Stage, stage } from '../contract/stage';
import { hold, pay, report, standingOf, toTheTill } from '../support/customer';
import { onStage, sandbox, store } from '../support/stage-set';

/** An operator cancels what its refund policy gives back in part: the supplier's word, the heart's, and the customer's. */

onStage('musement-refund');

async function bought(events: readonly string[]): Promise<Stage> {
  const way = musementUnderTest.options[0];
  if (!way) throw new Error('unreachable');
  const at = await stage(sandbox, store, musementUnderTest, way, events);
  await hold(at);
  const step = await toTheTill(at);
  if (!step) throw new Error('Nothing to pay with');
  await report(at, step, await pay(at, step, 'good'));
  expect(standingOf(await at.rest())).toBe('booked/captured');
  return at;
}

const cancel = (at: Stage, ...itemIds: string[]) =>
  at.heart.operate(at.id, { act: 'cancel', itemIds, by: 'operator', reason: 'asked for' });

const sums = ({ money: [entry] }: Checkout) =>
  entry && {
    captured: entry.captured,
    refunded: entry.refunded,
    refundDue: entry.refundDue,
    retained: entry.retained ?? 0,
  };
const owed = (checkout: Checkout) => owedBack(checkout).map(({ amount }) => amount);

describe('a refund policy that keeps a part', () => {
  it('owes the rest from the start, and ends with nobody called', async () => {
    const at = await bought(['0918']);
    await cancel(at, 'i1');
    const under = await at.until(({ order }) => order === null, 60_000);
    // The supplier has said what comes back before it came back: never more is promised than that.
    expect(sums(under)).toEqual({ captured: 2000, refunded: 0, refundDue: 1000, retained: 1000 });
    expect(owed(under)).toEqual([1000]);
    expect(under.marks.at(-1)?.what).toContain('50 %');
    const end = await at.rest();
    expect(sums(end)).toEqual({ captured: 2000, refunded: 1000, refundDue: 0, retained: 1000 });
    expect([owed(end), end.attention]).toEqual([[], null]);
    expect(messageOf(end, Date.now())).toEqual({ code: 'cancelled_kept', safeToPay: false });
    expect(await objections(at)).toEqual([]);
  });

  it('is one item’s alone: what else was bought is booked and paid for, and may be cancelled by its own', async () => {
    const at = await bought(['0918', '0101']);
    await cancel(at, 'i1');
    const first = await at.rest();
    expect(standingOf(first)).toBe('part_booked/captured');
    expect(sums(first)).toEqual({ captured: 3800, refunded: 1000, refundDue: 0, retained: 1000 });
    expect(first.attention).toBeNull();
    expect(await objections(at)).toEqual([]);
    await cancel(at, 'i2');
    const under = await at.until(({ order }) => order === null, 60_000);
    expect(sums(under)).toEqual({ captured: 3800, refunded: 1000, refundDue: 1800, retained: 1000 });
    const end = await at.rest();
    expect(sums(end)).toEqual({ captured: 3800, refunded: 2800, refundDue: 0, retained: 1000 });
    expect(messageOf(end, Date.now()).code).toBe('cancelled_kept');
    expect(await objections(at)).toEqual([]);
  });

  it('is not believed of what was never had: all of that is owed', async () => {
    const at = await bought(['0918', '0906']);
    await cancel(at, 'i1');
    await at.jump(30_000);
    const end = await at.rest();
    // The venue gave the second one up: nobody’s terms keep any of it.
    expect(sums(end)).toEqual({ captured: 4000, refunded: 3000, refundDue: 0, retained: 1000 });
    expect(await objections(at)).toEqual([]);
  });

  it('is not guessed while the supplier does not tell what went back', async () => {
    const at = await bought(['0918']);
    const refunds = `GET /api/v3/orders/${(await at.now()).memo.order}/refunds`;
    await sandbox.fault({ provider: 'musement', call: refunds, kind: 'status', status: 503, times: 6 });
    await cancel(at, 'i1');
    expect(sums(await at.rest())).toEqual({ captured: 2000, refunded: 1000, refundDue: 0, retained: 1000 });
    expect(await objections(at)).toEqual([]);
  });
});
