import { SOURCES } from '../catalogue/sources';
import type { Desk } from '../desk';
import type { Changed } from '../trolley/change';
import type { Order } from '../trolley/model';
import type { User } from '../users';
import { hold, letGo } from './hold';
import { noteHolds } from './ledger';
import { type Bundle, type FailedOrder, type HeldOrder, ordersOf, type Transaction } from './model';
import { v1 } from './uuid';

/** A hold lasts a quarter of an hour, as the platform's documentation has it. */
export const HOLD_MS = 15 * 60_000;

/**
 * Holds what a trolley wishes for, bundle by bundle; a bundle is held whole or not at all. Without any bundle there is
 * no transaction, and only the orders that failed are told.
 */
export function reserve(
  desk: Desk,
  who: { user: User; subUser: string },
  changed: Changed,
): Transaction | { unreserved: FailedOrder[]; unavailable: boolean } {
  const bundles: Bundle[] = [];
  const unreserved: FailedOrder[] = [];
  for (const source of Object.values(SOURCES)) {
    const orders = changed.orders.filter(({ event }) => event.source === source.code);
    if (orders.length === 0) continue;
    const got = holdAll(desk, orders);
    if ('failed' in got) unreserved.push(...got.failed);
    else bundles.push(bundleOf(source, got.held));
  }
  const { unavailable } = changed;
  if (bundles.length === 0) return { unreserved, unavailable };
  const now = desk.world.clock.now();
  const length = Math.min(...ordersOf({ bundles }).map(({ event }) => event.behaviour?.holdMs ?? HOLD_MS));
  const transaction: Transaction = {
    uuid: v1(now),
    ...who,
    reservedMs: now,
    expiresMs: now + length,
    bundles,
    unreserved,
    unavailable,
    status: 'reserved',
    id: null,
    purchasedMs: null,
    customer: null,
    addressLineTwo: '',
    tokens: new Map(),
    remoteSite: '',
    callout: null,
    reservePage: null,
    purchasePage: null,
  };
  desk.store.transactions.set(transaction.uuid, transaction);
  noteHolds(desk, transaction, 'held');
  desk.world.later(length, () => void release(desk, transaction, 'expired'));
  return transaction;
}

/** Ends a hold that nobody tried to buy; true when it is released, now or before. */
export function release(desk: Desk, transaction: Transaction, how: 'released' | 'expired'): boolean {
  if (transaction.status === 'released') return true;
  if (transaction.status !== 'reserved') return false;
  transaction.status = 'released';
  for (const order of ordersOf(transaction)) letGo(desk, order);
  noteHolds(desk, transaction, how);
  return true;
}

/** A hold whose time is up is released, whether or not its timer has run. */
export function refresh(desk: Desk, transaction: Transaction): void {
  if (transaction.expiresMs <= desk.world.clock.now()) release(desk, transaction, 'expired');
}

function holdAll(desk: Desk, orders: readonly Order[]): { held: HeldOrder[] } | { failed: FailedOrder[] } {
  const held: HeldOrder[] = [];
  for (const order of orders) {
    const got = hold(desk, order);
    if (typeof got !== 'string') {
      held.push(got);
      continue;
    }
    for (const one of held) letGo(desk, one);
    const others = 'Not reserved, because another order at the same supplier failed.';
    return { failed: orders.map((one) => ({ order: one, comment: one === order ? got : others })) };
  }
  return { held };
}

function bundleOf(source: Bundle['source'], orders: readonly HeldOrder[]): Bundle {
  return {
    source,
    orders,
    result: null,
    payment: { state: 'none', charge: null },
    callouts: { done: 0 },
  };
}
