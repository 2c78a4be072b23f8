import type { BookingRow, ChargeRow, HoldRow } from '../../../core/ledger';
import type { Desk } from '../desk';
import { orderTotal } from '../trolley/model';
import { type Bundle, type HeldOrder, ordersOf, type Transaction } from './model';

/** Rows are named by transaction and item, and grouped by transaction. */
const rowId = ({ uuid }: Transaction, { item }: HeldOrder) => `${uuid}/${item}`;

/** A row for each order's hold. */
export function noteHolds(
  desk: Desk,
  transaction: Transaction,
  status: HoldRow['status'],
  orders: readonly HeldOrder[] = ordersOf(transaction),
): void {
  for (const order of orders) {
    desk.world.ledger.hold({
      provider: 'ingresso',
      id: rowId(transaction, order),
      group: transaction.uuid,
      title: order.event.title,
      status,
      expiresAt: new Date(transaction.expiresMs).toISOString(),
    });
  }
}

/** A row for each order's booking: its tickets, fees and sending, minor units. */
export function noteBookings(
  desk: Desk,
  transaction: Transaction,
  bundle: Bundle,
  status: BookingRow['status'],
  orders: readonly HeldOrder[] = bundle.orders,
): void {
  for (const order of orders) {
    desk.world.ledger.booking({
      provider: 'ingresso',
      id: rowId(transaction, order),
      group: transaction.uuid,
      title: order.event.title,
      status,
      amount: orderTotal(order),
      currency: bundle.source.currency.toUpperCase(),
      reference: order.reference ?? undefined,
    });
  }
}

/** What a bundle comes to, minor units. */
export function bundleTotal({ orders }: Pick<Bundle, 'orders'>): number {
  return orders.reduce((sum, order) => sum + orderTotal(order), 0);
}

/** The row of a payment on the platform's own pages; what goes through Stripe is in Stripe's rows. */
export function noteCharge(
  desk: Desk,
  transaction: Transaction,
  bundle: Bundle,
  status: ChargeRow['status'],
  refunded = 0,
): void {
  const amount = bundleTotal(bundle);
  if (amount === 0) return;
  desk.world.ledger.charge({
    provider: 'ingresso',
    id: `${transaction.uuid}/${bundle.source.code}`,
    group: transaction.uuid,
    status,
    amount,
    captured: status === 'captured' ? amount : 0,
    refunded,
    currency: bundle.source.currency.toUpperCase(),
    declines: status === 'failed' ? ['declined'] : [],
  });
}
