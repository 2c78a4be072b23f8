import type { Checkout, Totals } from '@/lib/checkout/model';
import type { Amount } from '@/lib/checkout/money';
import type { MoneyEntry } from '@/lib/checkout/step';
import type { Desk } from './desk';
import type { Paid, Row } from './map';
import { CANCELLED_BY_US } from './names';

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
 * item, minor units, where it tells, and null where nobody answers. Of what was paid to the partner Musement has nothing.
 */
export function moneyOf(
  paid: Paid,
  rows: readonly Row[],
  checkout: Pick<Checkout, 'money' | 'attempts' | 'items'>,
  returned: ReadonlyMap<string, number> | null,
): readonly MoneyEntry[] {
  const before = checkout.money.find(({ key }) => key === KEY);
  if (!before || checkout.attempts.some(({ proof }) => proof)) return [];
  const { standing: _, retained: noted = 0, ...entry } = before;
  if (paid === 'moving') return [{ ...entry, standing: 'pending' }];
  if (paid === 'no') return [entry];
  const captured = Math.max(before.captured, before.due);
  const { refunded, refundDue, retained } = goneOf(rows, checkout, returned, noted);
  const back = { refunded: Math.min(refunded, captured), refundDue };
  return [{ ...entry, captured, ...back, ...(retained > 0 && { retained }) }];
}

/**
 * What becomes of the money of items that are not to be had. What nobody has told the sum of yet is owed whole, but for what was
 * `noted` that the terms of what we cancelled keep.
 */
function goneOf(
  rows: readonly Row[],
  checkout: Pick<Checkout, 'items'>,
  returned: ReadonlyMap<string, number> | null,
  noted: number,
) {
  const gone = rows.filter(({ state }) => GONE.has(state));
  const all = { refunded: 0, refundDue: 0, retained: 0 };
  let untold = 0;
  for (const row of gone) {
    const cost = costOf(checkout, row.item);
    const ours = row.wire?.cancellation_reason === CANCELLED_BY_US;
    const told = toldOf(row, returned);
    const back = Math.min(cost, told ?? cost);
    if (row.state === 'refunded' && told !== null) all.refunded += back;
    else all.refundDue += back;
    if (ours && told === null) untold += cost;
    // What was never had, or was taken away, is owed whole: nobody's terms keep any of it.
    if (ours) all.retained += cost - back;
    else all.refundDue += cost - back;
  }
  const kept = Math.min(untold, Math.max(0, noted - all.retained));
  return { ...all, refundDue: all.refundDue - kept, retained: all.retained + kept };
}

const GONE: ReadonlySet<Row['state']> = new Set(['failed', 'refunding', 'refunded']);

/** How much goes back of an item, as far as it was told: all of what is over and named nowhere. Null: nobody has told. */
function toldOf({ item, state }: Row, returned: ReadonlyMap<string, number> | null): number | null {
  if (state === 'failed' || returned === null) return null;
  if (state === 'refunded') return returned.get(item) ?? Number.POSITIVE_INFINITY;
  // Nothing has gone back yet while it is on its way.
  return returned.get(item) || null;
}

/** What refund policies keep of items that are being cancelled, noted until it is told what went back. Minor units. */
export function noteKept(checkout: Checkout, kept: number): Checkout {
  const money = checkout.money.map((entry) =>
    entry.key === KEY ? { ...entry, retained: (entry.retained ?? 0) + kept } : entry,
  );
  return { ...checkout, money };
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
