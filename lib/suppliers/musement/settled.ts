import type { Checkout } from '@/lib/checkout/model';
import type { Step } from '@/lib/checkout/step';
import type { CallContext } from '@/lib/checkout/supplier';
import { calls } from './calls';
import type { Desk } from './desk';
import { outcomeOf, type Paid, type Row, rowsOf } from './map';
import { amountOf } from './map-parts';
import type { HoldMemo } from './memo';
import { moneyOf } from './money';
import type { OrderWire } from './wire-order';

/**
 * A paid order in the heart's terms, item by item: the order's own status says least, because it waits for the slowest of
 * them. What went back is asked about where something did.
 */
export async function settledStep(
  desk: Desk,
  ctx: CallContext,
  checkout: Checkout,
  hold: HoldMemo,
  order: OrderWire,
  paid: Paid = 'yes',
): Promise<Extract<Step, { kind: 'settled' }>> {
  const rows = rowsOf(order, hold);
  const returned = await returnedOf(desk, ctx, rows, order);
  const known = {
    items: checkout.items,
    documentOrigins: desk.config.documentOrigins,
    paidAt: paidAt(checkout, order),
  };
  return {
    kind: 'settled',
    items: rows.map((row) => outcomeOf(row, order, known)),
    money: moneyOf(paid, rows, checkout, returned),
  };
}

/** An order is made when it is about to be paid. Always the same for the same order, so that waiting is no news. */
function paidAt({ attempts, createdAt }: Checkout, { date }: OrderWire): number {
  const at = Date.parse(date ?? '');
  return Number.isNaN(at) ? (attempts.at(-1)?.startedAt ?? createdAt) : at;
}

/** How much went back of each item, where the supplier tells; null when nobody answers. Of what it does not name all went back. */
async function returnedOf(
  desk: Desk,
  ctx: CallContext,
  rows: readonly Row[],
  order: OrderWire,
): Promise<ReadonlyMap<string, number> | null> {
  if (!rows.some(({ state }) => state === 'refunding' || state === 'refunded')) return new Map();
  const reply = await desk.send(ctx, calls.refunds(order.uuid));
  if (reply.kind !== 'ok') return reply.kind === 'refused' ? new Map() : null;
  return new Map(
    rows.flatMap(({ item, wire }): (readonly [string, number])[] => {
      const own = reply.value.filter((one) => one.item !== null && one.item === wire?.uuid);
      const sums = own.flatMap(({ amount }) => (amount ? [amountOf(amount).amount] : []));
      return sums.length > 0 ? [[item, sums.reduce((sum, one) => sum + one, 0)]] : [];
    }),
  );
}
