import type { Desk } from '../desk';
import { bad } from '../refusals';
import { letGo } from '../transaction/hold';
import { noteBookings, noteCharge } from '../transaction/ledger';
import type { Bundle, HeldOrder, Transaction } from '../transaction/model';
import { orderTotal } from '../trolley/model';

/** What cancelling came to: the items that are cancelled now, or those that would have to go along. */
export type Cancelled = { items: number[] } | { mustAlso: HeldOrder[] };

/** Cancels some items of a purchase, all of them where none is named. What is refused is left as it is. */
export async function cancel(
  desk: Desk,
  transaction: Transaction,
  items: readonly number[],
): Promise<Cancelled> {
  if (transaction.status !== 'purchased') throw bad('the transaction is not purchased');
  const bundles = transaction.bundles.filter(({ result }) => result?.success);
  const open = bundles.flatMap(({ orders }) => orders.filter(({ cancelled }) => cancelled !== 'cancelled'));
  const wanted = items.length === 0 ? open : open.filter(({ item }) => items.includes(item));
  const mustAlso = bundles
    .filter(({ source, orders }) => !source.cancelsSingly && orders.some((order) => wanted.includes(order)))
    .flatMap(({ orders }) => orders.filter((order) => open.includes(order) && !wanted.includes(order)));
  if (mustAlso.length > 0) return { mustAlso };
  const done: number[] = [];
  for (const bundle of bundles) {
    const own = bundle.orders.filter((order) => wanted.includes(order));
    for (const order of own) if (take(desk, transaction, bundle, order)) done.push(order.item);
    await refund(
      desk,
      transaction,
      bundle,
      own.filter(({ item }) => done.includes(item)),
    );
  }
  return { items: done };
}

function take(desk: Desk, transaction: Transaction, bundle: Bundle, order: HeldOrder): boolean {
  if (order.event.behaviour?.cancelFails) {
    order.cancelled = 'tried_and_failed';
    return false;
  }
  if (!order.event.cancellable) return false;
  order.cancelled = 'cancelled';
  letGo(desk, order);
  noteBookings(desk, transaction, bundle, 'cancelled', [order]);
  return true;
}

/** Gives the money of cancelled orders back where the platform took it; on credit there is none. */
async function refund(
  desk: Desk,
  transaction: Transaction,
  bundle: Bundle,
  orders: readonly HeldOrder[],
): Promise<void> {
  const { payment, source } = bundle;
  if (payment.state !== 'captured' || orders.length === 0) return;
  if (transaction.user.payment === 'redirect') {
    const gone = bundle.orders.filter(({ cancelled }) => cancelled === 'cancelled');
    noteCharge(desk, transaction, bundle, 'captured', sum(gone));
  }
  const items = orders.map(({ item }) => item).join('-');
  if (payment.charge)
    await desk.stripe.refund(
      source.debitor,
      payment.charge,
      `cancel-${transaction.uuid}-${items}`,
      sum(orders),
    );
}

function sum(orders: readonly HeldOrder[]): number {
  return orders.reduce((total, order) => total + orderTotal(order), 0);
}
