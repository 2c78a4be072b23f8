import { isCancellable } from '../booking/cancel';
import type { Booking, UnitItem } from '../booking/model';
import { isUpdatable } from '../booking/update';
import type { Desk } from '../desk';
import { outstanding, shownStatus } from '../order/model';
import type { Session } from '../session';
import { localWithOffset, utc, utcOrNull } from '../time';
import { bookedSlotWire } from './availability';
import { optionWire, productWire, unitWire } from './product';
import { ticketWire } from './ticket';

/**
 * A booking. `payment` is its order's `cardPayment`; lists have none of it (undefined), as the documentation says, and
 * no returnUrl either.
 */
export function bookingWire(
  desk: Desk,
  session: Session,
  booking: Booking,
  payment: Record<string, unknown> | null | undefined,
): Record<string, unknown> {
  const { capabilities } = session;
  const { order, product, option, slot } = booking;
  const now = desk.world.clock.now();
  const status = shownStatus(booking);
  const onHold = status === 'ON_HOLD';
  return {
    id: booking.id,
    uuid: booking.uuid,
    testMode: order.testMode,
    resellerReference: booking.resellerReference,
    supplierReference: booking.supplierReference,
    status,
    utcCreatedAt: utc(booking.createdMs),
    utcUpdatedAt: utc(booking.updatedMs),
    utcExpiresAt: onHold || booking.status === 'EXPIRED' ? utc(order.expiresMs) : null,
    utcRedeemedAt: utcOrNull(booking.redeemedMs),
    utcConfirmedAt: utcOrNull(booking.confirmedMs),
    productId: product.id,
    product: productWire(desk, session, product),
    optionId: option.id,
    option: optionWire(desk, session, product, option),
    cancellable: isCancellable(booking, now),
    cancellation: booking.cancellation && {
      refund: booking.cancellation.refund,
      reason: booking.cancellation.reason,
      utcCancelledAt: utc(booking.cancellation.atMs),
    },
    freesale: slot === null,
    availabilityId: slot?.id ?? null,
    availability: slot && bookedSlotWire(slot),
    contact: booking.contact,
    notes: booking.notes,
    deliveryMethods: product.methods,
    voucher: product.methods.includes('VOUCHER')
      ? ticketWire(booking, booking.voucher, session.origin)
      : null,
    unitItems: booking.unitItems.map((item) => itemWire(desk, session, booking, item)),
    settlementMethod: order.connection.settlement,
    quote: false,
    confirmable: onHold || (['CONFIRMED', 'PENDING'].includes(status) && outstanding(order) > 0),
    updatable: isUpdatable(booking),
    active: ['ON_HOLD', 'PENDING', 'CONFIRMED'].includes(status),
    emailReceipt: booking.emailReceipt,
    metadata: booking.metadata,
    requiredContactFields: option.required,
    visibleContactFields: option.visible,
    localDateTimeStart: slot && localWithOffset(slot.startMs, product.place.timeZone),
    localDateTimeEnd: slot && localWithOffset(slot.endMs, product.place.timeZone),
    ...(capabilities.has('octo/pricing') && { pricing: booking.pricing }),
    ...(capabilities.has('octo/cart') && {
      orderId: order.id,
      orderReference: order.reference,
      primary: order.bookings[0] === booking,
    }),
    ...(payment !== undefined && { cardPayment: payment, returnUrl: order.returnUrl }),
  };
}

function itemWire(desk: Desk, session: Session, booking: Booking, item: UnitItem): Record<string, unknown> {
  return {
    uuid: item.uuid,
    unitId: item.unit.id,
    unit: unitWire(desk, session, booking.product, item.unit),
    resellerReference: item.resellerReference,
    supplierReference: item.supplierReference,
    status: shownStatus(booking),
    utcRedeemedAt: utcOrNull(booking.redeemedMs),
    contact: item.contact,
    ticket: booking.product.methods.includes('TICKET')
      ? ticketWire(booking, item.ticket, session.origin)
      : null,
    ...(session.capabilities.has('octo/pricing') && item.pricing && { pricing: item.pricing }),
  };
}
