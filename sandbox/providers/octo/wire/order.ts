import { isCancellable } from '../booking/cancel';
import type { ContactField } from '../catalogue/types';
import type { Desk } from '../desk';
import { live, type Order, outstanding, pricingOf, statusOf } from '../order/model';
import type { Session } from '../session';
import { utc, utcOrNull } from '../time';
import { bookingWire } from './booking';

/** An order with its bookings; `payment` as in a booking. */
export function orderWire(
  desk: Desk,
  session: Session,
  order: Order,
  payment: Record<string, unknown> | null | undefined,
): Record<string, unknown> {
  const now = desk.world.clock.now();
  const status = statusOf(order, now);
  const bookings = live(order);
  const onHold = status === 'ON_HOLD';
  return {
    id: order.id,
    testMode: order.testMode,
    supplierReference: order.reference,
    settlementMethod: order.connection.settlement,
    settlementMethods: [order.connection.settlement],
    status,
    utcCreatedAt: utc(order.createdMs),
    utcUpdatedAt: utc(order.updatedMs),
    utcExpiresAt: onHold || status === 'EXPIRED' ? utc(order.expiresMs) : null,
    utcConfirmedAt: utcOrNull(order.confirmedMs),
    quote: false,
    active: status !== 'CANCELLED' && status !== 'EXPIRED',
    cancellable: bookings.length > 0 ? bookings.every((one) => isCancellable(one, now)) : onHold,
    confirmable: bookings.length > 0 && (onHold || outstanding(order) > 0),
    updatable: onHold || status === 'CONFIRMED',
    contact: order.contact,
    emailReceipt: order.emailReceipt,
    requiredContactFields: fields(order, 'required'),
    visibleContactFields: fields(order, 'visible'),
    bookings: order.bookings.map((booking) => bookingWire(desk, session, booking, payment)),
    voucher: null,
    ...(session.capabilities.has('octo/pricing') && { pricing: pricingOf(order) }),
    ...(payment !== undefined && { cardPayment: payment, returnUrl: order.returnUrl }),
  };
}

/** What any of the order's bookings asks for. */
function fields(order: Order, which: 'required' | 'visible'): ContactField[] {
  return [...new Set(live(order).flatMap(({ option }) => option[which]))];
}
