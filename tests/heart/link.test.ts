import { describe, expect, it } from 'vitest';
import type { Collection, Collector } from '@/lib/checkout/collector';
import { createHeart } from '@/lib/checkout/create-heart';
import type { JsonObject } from '@/lib/checkout/json';
import { nextOf } from '@/lib/checkout/next';
import type { Supplier } from '@/lib/checkout/supplier';
import { startSweeper } from '@/lib/checkout/sweeper';
import { messageOf } from '@/lib/checkout/words';
import { stage } from './support/stage';

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The stage has no such thing');
  return value;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A link that anybody may pay, as often as it is open: what came in so far, and what its bank is at. */
interface Link {
  paid: number;
  pending: boolean;
  open: boolean;
  looks: number;
}

/** A shop whose partner collects by such a link, and cannot give anything back. */
async function linked() {
  const set = stage({ sweep: false });
  const link: Link = { paid: 0, pending: false, open: true, looks: 0 };
  const word = (): Collection => {
    if (link.paid > 0) {
      const proof = { collector: 'link', reference: 'L1', amount: link.paid, currency: 'GBP' };
      return { kind: 'paid', proof, ...(link.open ? { open: true } : {}) };
    }
    if (link.pending)
      return { kind: 'ask', step: { kind: 'wait', retryAfterMs: 0, why: 'payment_processing' } };
    if (!link.open) return { kind: 'declined', code: 'payment_closed' };
    return {
      kind: 'ask',
      step: { kind: 'redirect', url: 'https://pay.example/', httpMethod: 'GET', fields: [] },
    };
  };
  const collector: Collector = {
    id: 'link',
    label: 'link',
    accepts: () => ({ available: true }),
    collect: async () => word(),
    check: async () => {
      link.looks += 1;
      return word();
    },
  };
  const deps = { ...set.first.deps, collectors: new Map([['link', collector]]) };
  const heart = createHeart(deps);
  startSweeper(deps, heart.door);
  await set.open();
  const client = { ip: null, userAgent: null, accept: null };
  const ask = (option = 'sim.credit:link', id = 'a1') =>
    set.clock.finish(heart.attempt('c1', { id, option, client }));
  await ask();
  const owed = async () => (await set.read()).money.find(({ key }) => key === 'collected:a1');
  const says = async () => messageOf(await set.read(), set.clock.now()).code;
  return { ...set, heart, link, ask, owed, says };
}

describe('a link that the partner is paid by', () => {
  it('is seen to be paid within seconds, with no page that reports', async () => {
    const { link, clock, standing } = await linked();
    await clock.advance(20_000);
    link.paid = 2500;
    await clock.advance(5000);
    expect(await standing()).toBe('booked/captured');
  });

  it('books once and owes the rest when two pay', async () => {
    const { link, clock, standing, owed, read } = await linked();
    link.paid = 5000;
    await clock.advance(MINUTE);
    expect(await standing()).toBe('booked/refund_due');
    expect(await owed()).toMatchObject({ captured: 5000, refundDue: 2500 });
    expect((await read()).attention?.code).toBe('overpaid');
  });

  it('owes what comes in after the tickets were booked, as often as somebody pays', async () => {
    const { link, clock, standing, owed, read, world } = await linked();
    link.paid = 2500;
    await clock.advance(MINUTE);
    expect(await standing()).toBe('booked/captured');
    link.paid = 5000;
    await clock.advance(5 * 60 * MINUTE);
    expect(await owed()).toMatchObject({ captured: 5000, refundDue: 2500 });
    expect((await read()).attention?.code).toBe('overpaid');
    link.paid = 7500;
    await clock.advance(5 * 60 * MINUTE);
    expect(await owed()).toMatchObject({ captured: 7500, refundDue: 5000 });
    expect(world.calls.filter((call) => call === 'book')).toHaveLength(1);
  });

  it('is looked at until it is closed over there, and then no more', async () => {
    const { link, clock } = await linked();
    link.paid = 2500;
    await clock.advance(3 * DAY);
    const before = link.looks;
    await clock.advance(DAY);
    expect(link.looks).toBeGreaterThan(before);
    link.open = false;
    await clock.advance(DAY);
    const last = link.looks;
    await clock.advance(2 * DAY);
    expect(link.looks).toBe(last);
  });

  it('books nothing for less than the price, lets go, and owes what came', async () => {
    const { link, clock, standing, owed, read, says, world } = await linked();
    link.paid = 1000;
    await clock.advance(MINUTE);
    expect(await standing()).toBe('released/refund_due');
    expect(await owed()).toMatchObject({ captured: 1000, refundDue: 1000 });
    expect((await read()).attention?.code).toBe('refund_due');
    expect(await says()).toBe('no_tickets_refund_due_partner');
    expect(world.calls).not.toContain('book');
    // The rest comes too late: nothing is sought for it any more.
    link.paid = 2500;
    await clock.advance(DAY);
    expect(await standing()).toBe('released/refund_due');
    expect(await owed()).toMatchObject({ captured: 2500, refundDue: 2500 });
  });

  it('owes what comes in once the booking has failed, and books nothing for it', async () => {
    const { link, clock, standing, owed, heart, world } = await linked();
    world.refuseBooking = true;
    link.paid = 2500;
    await clock.advance(MINUTE);
    expect(await standing()).toBe('failed/refund_due');
    await clock.finish(heart.markRefunded('c1', 'collected:a1', 'ann', 'bank transfer'));
    world.refuseBooking = false;
    link.paid = 3000;
    await clock.advance(DAY);
    expect(await standing()).toBe('failed/refund_due');
    expect(await owed()).toMatchObject({ captured: 3000, refunded: 2500, refundDue: 500 });
    expect(world.calls.filter((call) => call === 'book')).toHaveLength(1);
  });

  it('asks nobody to pay while a bank is at it', async () => {
    const { link, clock, standing, says, ask, read } = await linked();
    link.pending = true;
    await clock.advance(10_000);
    expect(await standing()).toBe('held/pending');
    expect(await says()).toBe('confirming');
    expect(nextOf(await read(), clock.now()).action).toBe('wait');
    await ask('sim.card', 'a2');
    expect((await read()).attempts).toHaveLength(1);
    link.pending = false;
    await clock.advance(MINUTE);
    expect(await standing()).toBe('held/none');
    expect(nextOf(await read(), clock.now()).action).toBe('redirect');
    link.paid = 2500;
    await clock.advance(MINUTE);
    expect(await standing()).toBe('booked/captured');
  });

  it('says that nobody knows when the hold ends while a bank is at it, and books when it pays', async () => {
    const { link, clock, standing, says } = await linked();
    await clock.advance(14 * MINUTE);
    link.pending = true;
    await clock.advance(10 * MINUTE);
    expect(await standing()).toBe('expired/pending');
    expect(await says()).toBe('no_tickets_money_unknown');
    link.paid = 2500;
    await clock.advance(60 * MINUTE);
    expect(await standing()).toBe('booked/captured');
  });

  it('warns of the link that is still open once the hold is gone, follows it, and stops when it is closed', async () => {
    const { link, clock, says, read } = await linked();
    await clock.advance(20 * MINUTE);
    expect(await says()).toBe('link_open');
    expect(nextOf(await read(), clock.now())).toMatchObject({
      action: 'hold_again',
      retryAfterMs: expect.any(Number),
    });
    link.open = false;
    await clock.advance(60 * MINUTE);
    expect(await says()).toBe('expired_not_charged');
    expect(nextOf(await read(), clock.now())).toEqual({ action: 'hold_again' });
  });

  it('goes back when the same was paid by card meanwhile', async () => {
    const { link, clock, standing, owed, ask, world } = await linked();
    await clock.advance(MINUTE);
    await ask('sim.card', 'a2');
    const intent = [...world.payments.keys()][0] ?? '';
    world.pay(intent, 'ok');
    await clock.advance(MINUTE);
    expect(await standing()).toBe('booked/captured');
    link.paid = 2500;
    await clock.advance(5 * 60 * MINUTE);
    expect(await standing()).toBe('booked/refund_due');
    expect(await owed()).toMatchObject({ captured: 2500, refundDue: 2500 });
  });

  it('that is closed unpaid is a try that did not work, and no card tester’s', async () => {
    const { link, clock, standing, read, ask } = await linked();
    for (let tries = 1; tries <= 6; tries += 1) {
      link.open = false;
      await clock.advance(MINUTE / 2);
      expect((await read()).attempts.at(-1)).toMatchObject({
        status: 'declined',
        lastDecline: 'payment_closed',
      });
      link.open = true;
      await ask('sim.credit:link', `a${tries + 1}`);
    }
    link.paid = 2500;
    await clock.advance(MINUTE);
    expect(await standing()).toContain('booked');
  });

  it('is found by its collector’s own notes, whatever the supplier notes when it books', async () => {
    const { first, clock, open } = stage({ sweep: false });
    const seen: JsonObject[] = [];
    const link = { paid: 0 };
    const word = (memo: JsonObject): Collection => {
      seen.push(memo);
      const proof = { collector: 'link', reference: 'L1', amount: link.paid, currency: 'GBP' };
      const step = { kind: 'redirect', url: 'https://pay.example/', httpMethod: 'GET', fields: [] } as const;
      const noted = { memo: { token: 'L1' } };
      return link.paid > 0 ? { kind: 'paid', proof, open: true, ...noted } : { kind: 'ask', step, ...noted };
    };
    const collector: Collector = {
      id: 'link',
      label: 'link',
      accepts: () => ({ available: true }),
      collect: async (_ctx, _checkout, { memo }) => word(memo),
      check: async (_ctx, _checkout, { memo }) => word(memo),
    };
    const noting: Supplier = {
      ...required(first.deps.suppliers.get('sim')),
      book: async (ctx, checkout, attempt, proof) => ({
        ...(await required(first.deps.suppliers.get('sim')?.book)(ctx, checkout, attempt, proof)),
        memo: { order: 'O1', earlier: attempt.memo },
      }),
    };
    const deps = {
      ...first.deps,
      suppliers: new Map([['sim', noting]]),
      collectors: new Map([['link', collector]]),
    };
    const heart = createHeart(deps);
    startSweeper(deps, heart.door);
    await open();
    const client = { ip: null, userAgent: null, accept: null };
    await clock.finish(heart.attempt('c1', { id: 'a1', option: 'sim.credit:link', client }));
    link.paid = 2500;
    await clock.advance(2 * DAY);
    const [attempt] = (await deps.store.read('c1'))?.checkout.attempts ?? [];
    expect(attempt?.memo).toEqual({ order: 'O1', earlier: {} });
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual([{}, ...seen.slice(1).map(() => ({ token: 'L1' }))]);
  });
});
