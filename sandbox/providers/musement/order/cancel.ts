import type { Desk } from '../desk';
import { Refusal } from '../refusals';
import { end, move, note } from './change';
import type { Order, OrderItem } from './model';
import { refund, shareOf } from './refund';

const DAY_MS = 86_400_000;

/** How much comes back when it is cancelled this long before the start. */
export interface RefundPolicy {
  /** Until how long before the start, ISO 8601. */
  readonly period: string;
  readonly type: 'PERCENTAGE';
  readonly value: number;
}

/** All of it until so many days before, half of it until the start; or nothing at all. */
export function policiesOf(freeDays: number | null): RefundPolicy[] {
  if (freeDays === null) return [];
  return [
    { period: `P${freeDays}D`, type: 'PERCENTAGE', value: 100 },
    { period: 'P0D', type: 'PERCENTAGE', value: 50 },
  ];
}

/** Percent that would come back now; null when it cannot be cancelled any more. */
export function refundNow(desk: Desk, item: OrderItem): number | null {
  const { slot } = item.cartItem.product;
  const { freeCancellationDays } = slot.activity;
  const left = slot.startMs - desk.world.clock.now();
  if (freeCancellationDays === null || left <= 0) return null;
  return left >= freeCancellationDays * DAY_MS ? 100 : 50;
}

/** Cancels an item for its customer. 409 where its policy, or the state it is in, does not let it. */
export function cancel(desk: Desk, order: Order, item: OrderItem, reason: string, info: string | null): void {
  const percent = refundNow(desk, item);
  const able = item.status === 'OK' || item.status === 'PENDING';
  if (!able || !order.paid || percent === null)
    throw new Refusal(409, '1409', 'The order item cannot be cancelled.');
  const { behaviour } = item.cartItem.product.slot.activity;
  if (behaviour?.cancellationErrorMs !== undefined) {
    item.cancellation = { reason, info };
    move(desk, order, item, 'CANCELLATION_ERROR');
    desk.world.later(behaviour.cancellationErrorMs, () => resolve(desk, order, item, 'OK'));
    return;
  }
  end(desk, order, item, { reason, info, kept: item.amount - shareOf(item.amount, percent) });
  refund(desk, order, item, percent);
}

/** How a failed cancellation ends: the tickets are good again, or the money goes back. */
export function resolve(desk: Desk, order: Order, item: OrderItem, to: 'OK' | 'REFUNDED'): void {
  if (item.status !== 'CANCELLATION_ERROR') return;
  if (to === 'REFUNDED') {
    end(desk, order, item, item.cancellation ?? { reason: 'CANCELLED', info: null });
    refund(desk, order, item, 100);
    return;
  }
  item.cancellation = null;
  move(desk, order, item, 'OK');
  note(desk, order, item, 'booked');
}
