import { isFrom } from '@/lib/platform/address';
import { knownZone } from '@/lib/platform/zone';
import type { Subject } from './calls';
import { gatewayOf, paidOf, savedCards } from './map-gateway';
import { dayOf, momentOf, retail, sumOf, texts } from './map-parts';
import { isAllDay, titleOf, venueOf } from './map-product';
import { vouchersOf } from './map-vouchers';
import type { Booking, Order, State, Ticket } from './order';
import type { BookingWire, OrderWire, UnitItemWire } from './wire-order';

/** What the mapping of an order needs beside it. */
export interface Frame {
  readonly imageOrigins: readonly string[];
  readonly documentOrigins: readonly string[];
}

const STATES: Readonly<Record<string, State>> = {
  ON_HOLD: 'held',
  PENDING: 'pending',
  CONFIRMED: 'booked',
  REDEEMED: 'booked',
  // Tickets that were not used, or were changed into better ones, are tickets.
  NOSHOW: 'booked',
  NO_SHOW: 'booked',
  UPGRADED: 'booked',
  EXPIRED: 'expired',
  CANCELLED: 'cancelled',
  REJECTED: 'rejected',
};

/** A status; `unknown` for what nobody has heard of. */
export function stateOf(status: string): State {
  return (Object.hasOwn(STATES, status) && STATES[status]) || 'unknown';
}

/** An order of one or several bookings. */
export function orderOf(wire: OrderWire, frame: Frame): Order {
  const bookings = wire.bookings.map((booking) => bookingOf(booking, frame));
  const price = wire.pricing ? retail(wire.pricing) : sumOf(bookings.filter(isLive).map((one) => one.price));
  return {
    subject: { kind: 'order', id: wire.id },
    state: stateOf(wire.status),
    expiresAt: momentOf(wire.utcExpiresAt),
    bookings,
    price,
    gateway: gatewayOf(wire.cardPayment, { settlementMethod: wire.settlementMethod, due: price?.amount }),
    paid: paidOf(wire.cardPayment),
    cards: savedCards(wire.cardPayment),
    vouchers: vouchersOf(wire.voucher, wire.id, 'Voucher', frame.documentOrigins),
  };
}

/** A booking that stands by itself, as an order of one. */
export function loneOrder(wire: BookingWire, frame: Frame): Order {
  const booking = bookingOf(wire, frame);
  return {
    subject: { kind: 'booking', id: wire.uuid },
    state: booking.state,
    expiresAt: momentOf(wire.utcExpiresAt),
    bookings: [booking],
    price: booking.price,
    gateway: gatewayOf(wire.cardPayment, {
      settlementMethod: wire.settlementMethod,
      due: booking.price?.amount,
    }),
    paid: paidOf(wire.cardPayment),
    cards: savedCards(wire.cardPayment),
    vouchers: [],
  };
}

const isLive = ({ state }: Booking) => state !== 'cancelled' && state !== 'expired';

/** What a booking was held as: by itself, or in the order that the supplier made for it. */
export function subjectOf(wire: BookingWire): Subject {
  return wire.orderId ? { kind: 'order', id: wire.orderId } : { kind: 'booking', id: wire.uuid };
}

/** One booking in our terms. */
export function bookingOf(wire: BookingWire, frame: Frame): Booking {
  const { product, availability: slot } = wire;
  const option = wire.option ?? product?.options.find(({ id }) => id === wire.optionId) ?? null;
  const local = slot?.localDateTimeStart ?? '';
  const wholeDay = slot?.allDay === true || isAllDay(product);
  const { coverImageUrl: image } = product ?? {};
  return {
    uuid: wire.uuid,
    state: stateOf(wire.status),
    title: titleOf(product, option) || wire.productId,
    startsAt: wholeDay ? null : momentOf(local),
    day: wholeDay ? dayOf(local) : null,
    timeZone: knownZone(product?.timeZone),
    venue: venueOf(product),
    image: isFrom(image, frame.imageOrigins) ? image : null,
    price: wire.pricing
      ? retail(wire.pricing)
      : sumOf(wire.unitItems.map(({ pricing }) => (pricing ? retail(pricing) : null))),
    tickets: wire.unitItems.map(ticketOf),
    notices: texts([product?.bookingTerms, product?.cancellationPolicy]),
    instructions: product?.redemptionInstructions || null,
    reference: wire.supplierReference || null,
    vouchers: vouchersIn(wire, frame),
    required: option?.requiredContactFields ?? [],
    visible: option?.visibleContactFields ?? [],
    cancellable: wire.cancellable === true,
    wasBooked: Boolean(wire.utcConfirmedAt),
    refund: wire.cancellation?.refund ?? null,
  };
}

function ticketOf({ uuid, unitId, unit, pricing }: UnitItemWire): Ticket {
  return {
    uuid,
    unitId,
    label: unit?.title || unit?.internalName || unitId,
    price: pricing ? retail(pricing) : null,
    asks: unit?.requiredContactFields ?? [],
  };
}

/** `deliveryMethods` says where to look, and what does not apply is null: whatever is there is handed out. */
function vouchersIn(wire: BookingWire, { documentOrigins }: Frame): Booking['vouchers'] {
  const whole = vouchersOf(wire.voucher, wire.uuid, 'Voucher', documentOrigins);
  const names = numbered(wire.unitItems.map((item) => ticketOf(item).label));
  const each = wire.unitItems.flatMap((item, index) =>
    vouchersOf(item.ticket, `${wire.uuid}.${index + 1}`, names[index] ?? '', documentOrigins),
  );
  return [...whole, ...each];
}

/** Names as they are, and those that several have with a number each: two links of one name could not be told apart. */
function numbered(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return names.map((name) => {
    if (names.filter((other) => other === name).length === 1) return name;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    return `${name} ${counts.get(name)}`;
  });
}
