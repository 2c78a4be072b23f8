import type { Checkout, Totals } from '@/lib/checkout/model';
import type { Amount } from '@/lib/checkout/money';
import type { MoneyEntry } from '@/lib/checkout/step';
import type { Desk } from './desk';
import type { Paid, Row } from './map';

/** One payment pays for the whole order, so there is one line of money. */
const KEY = 'order';

/** Whether Musement takes the money itself, through a gateway that we have the key of. */
export function takesMoney({ config }: Pick<Desk, 'config'>): boolean {
  return config.stripeKey !== null || config.adyen !== null;
}

/** The money of a cart that nobody paid yet. Where only the partner collects, its collector's entry comes when it has some. */
export function unpaid(
  { amount: due, currency, exponent }: Amount,
  itemIds: readonly string[],
  desk: Pick<Desk, 'config'>,
): readonly MoneyEntry[] {
  if (due === 0 || !takesMoney(desk)) return [];
  const nothing = { authorised: 0, captured: 0, refunded: 0, refundDue: 0 };
  return [{ key: KEY, itemIds, collectedBy: 'supplier', currency, exponent, due, ...nothing }];
}

/**
 * The money of an order that was paid. Musement names no sums of the payment: all of it was taken. What an item cost that is
 * not to be had belongs back with the customer until it is said that it went back; `returned` is what `/refunds` tells of an
 * item, minor units, where it tells. Of what was paid to the partner Musement has nothing.
 */
export function moneyOf(
  paid: Paid,
  rows: readonly Row[],
  checkout: Pick<Checkout, 'money' | 'attempts' | 'items'>,
  returned: ReadonlyMap<string, number>,
): readonly MoneyEntry[] {
  const before = checkout.money.find(({ key }) => key === KEY);
  if (!before || checkout.attempts.some(({ proof }) => proof)) return [];
  const { standing: _, ...entry } = before;
  if (paid === 'moving') return [{ ...entry, standing: 'pending' }];
  if (paid === 'no') return [entry];
  const captured = Math.max(before.captured, before.due);
  let refunded = 0;
  let refundDue = 0;
  for (const { item, state } of rows) {
    const cost = costOf(checkout, item);
    // What a policy keeps is kept: then less goes back than it cost. Nothing has gone back yet while it is on its way.
    const told = returned.get(item);
    const back = Math.min(cost, told ?? cost);
    if (state === 'refunded') refunded += back;
    else if (state === 'refunding') refundDue += back > 0 ? back : cost;
    else if (state === 'failed') refundDue += cost;
  }
  return [{ ...entry, captured, refunded: Math.min(refunded, captured), refundDue }];
}

/** What an item costs the customer. Minor units. */
export function costOf({ items }: Pick<Checkout, 'items'>, id: string): number {
  const item = items.find((one) => one.id === id);
  return item ? item.price.amount + item.fee.amount : 0;
}

/** The sums of one payment: `due` is to be paid, `full` is what it was before anything was taken off, `fees` a part of both. */
export function totalOf({ amount: due, currency, exponent }: Amount, full: number, fees: number): Totals {
  const discount = Math.max(0, full - due);
  return { currency, exponent, items: due + discount - fees, fees, delivery: 0, discount, due };
}
