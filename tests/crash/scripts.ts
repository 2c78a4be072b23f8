import { activeAttempt } from '@/lib/checkout/ledgers';
import type { Checkout } from '@/lib/checkout/model';
import {
  type Customer,
  hold,
  holdTwice,
  pay,
  report,
  standingOf,
  toTheTill,
  tryAgain,
} from '../support/customer';

/** Called after something that only the customer knows of. */
export type Mark = (name: string) => Promise<void>;

/** What a customer does. Every script can be begun again at any point, as a customer does who comes back. */
export type Script = (at: Customer, mark: Mark) => Promise<void>;

const MINUTE = 60_000;

/** By name. Together they have every acting verb in their journals. */
export const scripts: Readonly<Record<string, Script>> = {
  buy: purchase,
  leave: async (at) => {
    await hold(at);
    await toTheTill(at);
  },
  again: async (at) => {
    const held = await holdTwice(at);
    if (held.attempts.length === 0) await toTheTill(at);
    const seen = await at.heart.read(at.id);
    if (seen && activeAttempt(seen.checkout)) await at.heart.release(at.id);
    const now = await at.until((checkout) => checkout.closing === null, 20 * MINUTE);
    if (isGone(now)) await at.heart.hold(at.id);
    await purchase(at);
  },
  cancel: async (at) => {
    await purchase(at);
    const booked = await at.until((checkout) => standingOf(checkout) === 'booked/captured', 10 * MINUTE);
    if (standingOf(booked) !== 'booked/captured') return;
    const itemIds = booked.items.map(({ id }) => id);
    await at.heart.operate(at.id, { act: 'cancel', itemIds, by: 'operator', reason: 'asked for' });
  },
};

async function purchase(at: Customer, mark?: Mark): Promise<void> {
  await holdTwice(at);
  const step = await tryAgain(at);
  if (!step) return;
  const data = await pay(at, step, 'good');
  await mark?.('paid');
  await report(at, step, data);
  await mark?.('reported');
}

/** Where a script ends when the customer comes back to it, and the shop does its part. */
export const ENDS: Readonly<Record<string, string>> = {
  buy: 'booked/captured',
  again: 'booked/captured',
};

const isGone = (checkout: Checkout) => ['released/none', 'expired/none'].includes(standingOf(checkout));
