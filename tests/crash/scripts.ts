import { activeAttempt } from '@/lib/checkout/ledgers';
import type { Checkout } from '@/lib/checkout/model';
import { buy, type Customer, hold, pay, report, standingOf, toTheTill } from '../support/customer';

/** Called after something that only the customer knows of. */
export type Mark = (name: string) => Promise<void>;

/** What a customer does. Every script can be begun again at any point, as a customer does who comes back. */
export type Script = (at: Customer, mark: Mark) => Promise<void>;

const MINUTE = 60_000;

/** By name. Together they have every acting verb in their journals. */
export const scripts: Readonly<Record<string, Script>> = {
  buy: async (at, mark) => {
    await hold(at);
    const step = await toTheTill(at);
    if (!step) return;
    const data = await pay(at, step, 'good');
    await mark('paid');
    await report(at, step, data);
    await mark('reported');
  },
  leave: async (at) => {
    await hold(at);
    await toTheTill(at);
  },
  again: async (at) => {
    const held = await hold(at);
    if (held.attempts.length === 0) await toTheTill(at);
    const seen = await at.heart.read(at.id);
    if (seen && activeAttempt(seen.checkout)) await at.heart.release(at.id);
    const now = await at.until((checkout) => checkout.closing === null, 20 * MINUTE);
    if (isGone(now)) await at.heart.hold(at.id);
    await buy(at);
  },
  cancel: async (at) => {
    await buy(at);
    const booked = await at.until((checkout) => standingOf(checkout) === 'booked/captured', 10 * MINUTE);
    if (standingOf(booked) !== 'booked/captured') return;
    const itemIds = booked.items.map(({ id }) => id);
    await at.heart.operate(at.id, { act: 'cancel', itemIds, by: 'operator', reason: 'asked for' });
  },
};

const isGone = (checkout: Checkout) => ['released/none', 'expired/none'].includes(standingOf(checkout));
