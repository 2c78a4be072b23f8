import { describe, expect, it } from 'vitest';
import { stage } from './support/stage';

const MINUTE = 60_000;

async function asked(options: { refunds?: boolean } = {}) {
  const set = stage(options);
  await set.open();
  await set.attempt('sim.credit:till');
  return set;
}

describe('an option where the partner collects', () => {
  it('books only with the money in', async () => {
    const { world, clock, standing, heart, read } = await asked();
    await clock.advance(2 * MINUTE);
    expect(await standing()).toBe('held/none');
    expect(world.calls).not.toContain('book');
    world.pay('c-a1', 'ok');
    await clock.finish(heart.check('c1'));
    await clock.advance(1000);
    expect(await standing()).toBe('booked/captured');
    expect((await read()).money.find((entry) => entry.key === 'collected:a1')).toMatchObject({
      collectedBy: 'partner',
      captured: 2500,
    });
  });

  it('exists with a collector only', async () => {
    const set = stage();
    await set.open();
    expect(await set.attempt('sim.credit')).toMatchObject({
      ok: false,
      problem: { code: 'option_unavailable' },
    });
  });

  it('takes a refusal as a decline', async () => {
    const { world, clock, standing, read } = await asked();
    world.pay('c-a1', 'declined');
    await clock.advance(2 * MINUTE);
    expect(await standing()).toBe('held/none');
    expect((await read()).attempts[0]).toMatchObject({ status: 'declined', lastDecline: 'card_declined' });
  });

  it('gives the money back when the booking fails for good', async () => {
    const { world, clock, standing } = await asked();
    world.refuseBooking = true;
    world.pay('c-a1', 'ok');
    await clock.advance(2 * MINUTE);
    expect(await standing()).toBe('failed/refunded');
    expect(world.payments.get('c-a1')?.refunded).toBe(2500);
  });

  it('gives the money back at once when the supplier refuses to book, and lets go of what is still held', async () => {
    const { world, clock, standing } = await asked();
    world.refuseDetails = true;
    world.pay('c-a1', 'ok');
    await clock.advance(2 * MINUTE);
    expect(await standing()).toBe('released/refunded');
    expect(world.payments.get('c-a1')?.refunded).toBe(2500);
    expect(world.holds.get('h1')?.status).toBe('released');
  });

  it('owes the money where the collector cannot give back, until an operator marks it', async () => {
    const { world, clock, standing, heart, read } = await asked({ refunds: false });
    world.refuseBooking = true;
    world.pay('c-a1', 'ok');
    await clock.advance(2 * MINUTE);
    expect(await standing()).toBe('failed/refund_due');
    expect((await read()).attention?.code).toBe('refund_due');
    await clock.finish(heart.markRefunded('c1', 'collected:a1', 'ann', 'bank transfer'));
    expect(await standing()).toBe('failed/refunded');
    expect((await read()).attention).toBeNull();
  });

  it('holds the same again for money that comes late, at the same price', async () => {
    const { world, clock, standing } = await asked();
    await clock.advance(30 * MINUTE);
    expect(await standing()).toBe('expired/none');
    world.pay('c-a1', 'ok');
    await clock.advance(60 * MINUTE);
    expect(await standing()).toBe('booked/captured');
    expect(world.holds.size).toBe(2);
  });

  it('gives late money back when the price has risen', async () => {
    const { world, clock, standing } = await asked();
    await clock.advance(30 * MINUTE);
    world.price = 3000;
    world.pay('c-a1', 'ok');
    await clock.advance(60 * MINUTE);
    expect(await standing()).toBe('released/refunded');
    expect(world.payments.get('c-a1')?.refunded).toBe(2500);
  });

  it('owes back what was paid beyond the price', async () => {
    const { world, clock, read } = await asked();
    const payment = world.payments.get('c-a1');
    if (payment) payment.amount = 5000;
    world.pay('c-a1', 'ok');
    await clock.advance(2 * MINUTE);
    expect((await read()).money.find((entry) => entry.key === 'collected:a1')).toMatchObject({
      captured: 5000,
      refunded: 2500,
      refundDue: 0,
    });
  });
});
