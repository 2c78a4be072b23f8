import { describe, expect, it } from 'vitest';
import type { Checkout } from '@/lib/checkout/model';
import { messageOf } from '@/lib/checkout/words';
import { objections, type Stage } from '../contract/stage';
import { pay, report, standingOf } from '../support/customer';
import { FULL } from '../support/full';
import { at, atTill, onStage, sandbox } from './octo-stage';

/** `PAYMENT_PENDING` for a whole day: asked again on a schedule, with the tickets held, until somebody decides. */

onStage('octo-day');

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** When a call was made, in milliseconds after the first one of its kind. */
async function timesOf(end: 'confirm' | 'extend'): Promise<readonly number[]> {
  const { calls } = await sandbox.ledger();
  const own = calls.filter(({ provider, path }) => provider === 'octo' && path.endsWith(`/${end}`));
  const times = own.map((row) => Date.parse(row.at));
  return times.map((time) => time - (times[0] ?? 0));
}

/** Time between two calls of those that lie in a span, the longest and the shortest. */
function gaps(times: readonly number[], from: number, to: number) {
  const within = times.filter((time) => time >= from && time <= to);
  const between = within.slice(1).map((time, index) => time - (within[index] ?? 0));
  return { longest: Math.max(...between), shortest: Math.min(...between) };
}

const says = (checkout: Checkout, customer: Stage) => messageOf(checkout, customer.shop.clock.now());

/** Pays, and lets a day pass in which the supplier hears nothing from its gateway. */
async function aDayOn(customer: Stage): Promise<Checkout> {
  const step = await atTill(customer);
  await customer.act({ action: 'hold-webhooks', id: 'on' });
  await report(customer, step, await pay(customer, step, 'good'));
  expect(says(await customer.now(), customer)).toEqual({ code: 'confirming', safeToPay: false });
  return customer.until(() => false, DAY);
}

describe('a day without the gateway’s word', () => {
  it('is a day of the same question on its schedule, with the tickets held, and then they are booked', async () => {
    const customer = await at('octo.adyen', ['OC103', 'OC105']);
    const waiting = await aDayOn(customer);

    expect(standingOf(waiting)).toMatch(/^attempting/);
    expect(says(waiting, customer)).toEqual({ code: 'confirming_long', safeToPay: false });
    expect(waiting.attention?.code).toBe('stuck');

    const asked = await timesOf('confirm');
    expect(gaps(asked, 0, 2 * MINUTE).longest).toBeLessThanOrEqual(7_000);
    expect(gaps(asked, 20 * MINUTE, 110 * MINUTE).longest).toBeLessThanOrEqual(2 * MINUTE + 5_000);
    const later = gaps(asked, 3 * 60 * MINUTE, DAY);
    expect(later.longest).toBeLessThanOrEqual(15 * MINUTE + 5_000);
    expect(later.shortest).toBeGreaterThanOrEqual(14 * MINUTE);

    // Half an hour at a time, so the tickets were never given to anybody else.
    expect((await timesOf('extend')).length).toBeGreaterThan(40);
    const { holds } = await sandbox.ledger();
    expect(holds.map(({ status }) => status)).toEqual(['held', 'held']);
    expect(waiting.expiresAt).toBeGreaterThan(customer.shop.clock.now());

    await customer.act({ action: 'hold-webhooks', id: 'off' });
    const end = await customer.rest();
    expect(standingOf(end)).toBe('booked/captured');
    expect(says(end, customer)).toEqual({ code: 'booked_paid', safeToPay: false });
    expect(await objections(customer)).toEqual([]);
  });

  it.runIf(FULL)(
    'and then a no end with nothing taken, and with words that say what became of tickets and money',
    async () => {
      const customer = await at('octo.stripe');
      const waiting = await aDayOn(customer);
      await customer.act({ action: 'fail-confirm', id: 'OC101' });
      await customer.act({ action: 'hold-webhooks', id: 'off' });
      const end = await customer.rest();
      expect(standingOf(waiting)).toMatch(/^attempting/);
      expect(standingOf(end)).toBe('expired/none');
      expect(says(end, customer)).toEqual({ code: 'lost_booking', safeToPay: true });
      expect((await sandbox.ledger()).charges.filter(({ captured }) => captured > 0)).toEqual([]);
      expect(await objections(customer)).toEqual([]);
    },
  );
});
