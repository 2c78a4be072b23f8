import type { JsonObject } from '@/lib/checkout/json';
import type { Change } from '@/lib/checkout/model';
import type { Amount } from '@/lib/checkout/money';
import type { HoldResult } from '@/lib/checkout/supplier';
import { detailsSchema } from './details';
import { itemOf } from './map-item';
import type { HoldMemo } from './memo';
import { unpaid } from './money';
import { type Order, outstanding } from './order';
import { totalOf } from './quote';

/** A booking that was reserved as one of the checkout's items, and what it was going to cost. */
export interface Expected {
  readonly item: string;
  readonly uuid: string;
  readonly price: Amount | null;
}

/**
 * How long before the supplier lets go we do: what was paid in the page and never told us is looked for then, while it
 * can still be booked.
 */
const MARGIN_MS = 15_000;

/** When the hold ends for the customer. Milliseconds; null where the supplier names no end. */
export function endOf({ expiresAt }: Order): number | null {
  return expiresAt === null ? null : expiresAt - MARGIN_MS;
}

/** An order in the heart's terms; null when it cannot be read whole: such a one is neither shown nor paid. */
export function heldFrom(
  order: Order,
  expected: readonly Expected[],
  locale: string,
): Extract<HoldResult, { kind: 'held' }> | null {
  const expiresAt = endOf(order);
  const rows = expected.map(({ item, uuid, price }) => {
    const booking = order.bookings.find((one) => one.uuid === uuid);
    const shown = booking ? itemOf(booking, item, expiresAt) : null;
    return booking && shown ? { item, booking, shown, price } : null;
  });
  const known = rows.filter((row) => row !== null);
  const due = outstanding(order);
  const [first] = known;
  if (!first || known.length < expected.length || !order.price || due === null) return null;
  const memo: HoldMemo = {
    subject: { ...order.subject },
    group: first.booking.uuid,
    bookings: known.map(({ item, booking }) => ({
      item,
      uuid: booking.uuid,
      units: booking.tickets.map(({ uuid, unitId, asks }) => ({ uuid, unitId, asks: asks.length > 0 })),
    })),
    gateway: order.gateway.id,
    gatewayName: order.gateway.id === 'unknown' ? order.gateway.name : order.gateway.id,
    cards: order.cards.map((card) => ({ ...card })),
    paidBefore: order.paid.total ?? 0,
  };
  return {
    kind: 'held',
    memo: { ...memo } as JsonObject,
    items: known.map(({ shown }) => shown),
    totals: [totalOf(order.price, due)],
    money: unpaid(order, memo),
    changes: known.flatMap(({ item, shown, price }) => moved(item, price, shown.price)),
    schema: detailsSchema({ locale, bookings: known }),
    expiresAt,
  };
}

/** Reserving is when prices become final: what availability said a moment ago may be old. */
function moved(itemId: string, before: Amount | null, after: Amount): readonly Change[] {
  if (!before || before.amount === after.amount) return [];
  return [{ itemId, kind: 'price', before, after }];
}
