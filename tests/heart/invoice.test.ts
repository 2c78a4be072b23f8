import { describe, expect, it } from 'vitest';
import type { Collector } from '@/lib/checkout/collector';
import { createHeart } from '@/lib/checkout/create-heart';
import { startSweeper } from '@/lib/checkout/sweeper';
import { invoice } from '@/lib/collectors/invoice';
import { stage } from './support/stage';

/** A shop whose partner settles by invoice, and nobody else collects. */
async function billed() {
  const set = stage({ sweep: false });
  const collector: Collector = invoice.create(
    { on: true },
    {
      now: () => set.clock.now(),
      http: () => {
        throw new Error('An invoice asks nobody');
      },
    },
  );
  const deps = { ...set.first.deps, collectors: new Map([['invoice', collector]]) };
  const heart = createHeart(deps);
  startSweeper(deps, heart.door);
  await set.open();
  const pay = (option = 'sim.credit:invoice') =>
    set.clock.finish(
      heart.attempt('c1', { id: 'a1', option, client: { ip: null, userAgent: null, accept: null } }),
    );
  return { ...set, heart, pay };
}

describe('an option that is paid by invoice', () => {
  it('books with the proof, and needs nobody afterwards', async () => {
    const { clock, pay, standing, read, world } = await billed();
    await pay();
    await clock.advance(2000);
    expect(await standing()).toBe('booked/captured');
    const checkout = await read();
    expect(checkout.attempts[0]?.proof).toEqual({
      collector: 'invoice',
      reference: checkout.reference,
      amount: 2500,
      currency: 'GBP',
    });
    expect(checkout.attention).toBeNull();
    expect(world.calls.filter((call) => call === 'book')).toHaveLength(1);
  });

  it('owes the money when the booking fails for good, until an operator marks it as returned', async () => {
    const { clock, pay, standing, read, heart, world } = await billed();
    world.refuseBooking = true;
    await pay();
    await clock.advance(60_000);
    expect(await standing()).toBe('failed/refund_due');
    const { attention, money } = await read();
    expect(attention?.code).toBe('refund_due');
    expect(money.find(({ key }) => key === 'collected:a1')).toMatchObject({
      captured: 2500,
      refundDue: 2500,
    });
    await clock.finish(heart.markRefunded('c1', 'collected:a1', 'ann', 'credit note 12'));
    expect(await standing()).toBe('failed/refunded');
    expect((await read()).attention).toBeNull();
  });

  it('is never booked without the collector', async () => {
    const { clock, pay, world } = await billed();
    expect(await pay('sim.credit')).toMatchObject({ ok: false, problem: { code: 'option_unavailable' } });
    expect(await pay('sim.credit:operator')).toMatchObject({ ok: false });
    await clock.advance(5000);
    expect(world.calls).not.toContain('book');
  });
});

describe('an operator who has the money', () => {
  const received = { reference: 'till 4711', amount: 2500, currency: 'GBP' };
  const word = { option: 'sim.credit', received, by: 'ann', reason: 'paid at the till' };
  const held = async () => {
    const set = stage();
    await set.open();
    return { ...set, book: (over = {}) => set.clock.finish(set.heart.bookFor('c1', { ...word, ...over })) };
  };

  it('books with their word as the proof, under their name', async () => {
    const { book, clock, standing, read, world } = await held();
    expect(await book()).toMatchObject({ ok: true });
    await clock.advance(2000);
    expect(await standing()).toBe('booked/captured');
    const checkout = await read();
    expect(checkout.attempts[0]).toMatchObject({
      option: 'sim.credit:operator',
      proof: { collector: 'operator', ...received },
    });
    expect(checkout.marks).toMatchObject([{ by: 'ann', reason: 'paid at the till' }]);
    expect(world.calls.filter((call) => call === 'book')).toHaveLength(1);
    await book();
    await clock.advance(2000);
    expect(world.calls.filter((call) => call === 'book')).toHaveLength(1);
  });

  it.each([
    ['less than is due', { received: { ...received, amount: 2499 } }, 'data_invalid'],
    ['another currency', { received: { ...received, currency: 'EUR' } }, 'data_invalid'],
    ['an option that the supplier collects for', { option: 'sim.card' }, 'option_unavailable'],
    ['an option that nobody knows', { option: 'sim.gift' }, 'option_unavailable'],
  ])('is refused for %s, and nothing is begun', async (_, over, code) => {
    const { book, clock, read, world } = await held();
    expect(await book(over)).toMatchObject({ ok: false, problem: { code } });
    await clock.advance(5000);
    expect((await read()).attempts).toEqual([]);
    expect((await read()).marks).toEqual([]);
    expect(world.calls).not.toContain('book');
  });

  it('is refused once the hold is over', async () => {
    const { book, clock, standing } = await held();
    await clock.advance(60 * 60_000);
    expect(await standing()).toBe('expired/none');
    expect(await book()).toMatchObject({ ok: false, problem: { code: 'hold_expired' } });
  });

  it('owes back what was given beyond the price', async () => {
    const { book, clock, read } = await held();
    await book({ received: { ...received, amount: 3000 } });
    await clock.advance(2000);
    expect((await read()).money.find(({ collectedBy }) => collectedBy === 'partner')).toMatchObject({
      captured: 3000,
      refundDue: 500,
    });
    expect((await read()).attention?.code).toBe('overpaid');
  });

  it('owes it back when the booking fails for good', async () => {
    const { book, clock, standing, world } = await held();
    world.refuseBooking = true;
    await book();
    await clock.advance(60_000);
    expect(await standing()).toBe('failed/refund_due');
  });

  it('books nothing that the customer has paid for in the meantime', async () => {
    const { attempt, book, clock, read, standing, world } = await held();
    await attempt();
    const intent = [...world.payments.keys()][0] ?? '';
    world.pay(intent, 'ok');
    await book();
    await clock.advance(10 * 60_000);
    expect(await standing()).toBe('booked/refund_due');
    // What the operator has in hand was for nothing, and goes back; the customer's own payment stands.
    const { money, attention } = await read();
    expect(money.find(({ collectedBy }) => collectedBy === 'partner')).toMatchObject({
      captured: 2500,
      refundDue: 2500,
    });
    expect(attention?.code).toBe('overpaid');
    expect(world.calls).not.toContain('book');
  });
});
