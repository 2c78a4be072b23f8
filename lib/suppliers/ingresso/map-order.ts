import type { Item, TicketLine } from '@/lib/checkout/model';
import { plainText } from '@/lib/platform/plain-text';
import { thumbnailOf } from './map-event';
import { STANDARD } from './map-offer';
import { startOf } from './map-time';
import { type Currency, maybeAmount } from './money';
import type { OrderWire, SeatWire } from './wire-order';

/** What the mapping of orders needs beside them. */
export interface OrderFrame {
  readonly currency: Currency;
  readonly imageOrigins: readonly string[];
  readonly expiresAt?: number;
}

/** An order as an item is shown before it is booked. */
export type ShownItem = Omit<Item, 'status' | 'vouchers'>;

/** Items are known by the order's number, which stays the same within a transaction and in every trolley of the same lines. */
export function itemIdOf({ item_number: number }: Pick<OrderWire, 'item_number'>): string {
  return String(number);
}

/** An order as an item; null when its price cannot be read, because nothing may be charged that nobody was shown. */
export function itemOf(
  order: OrderWire,
  { currency, imageOrigins, expiresAt }: OrderFrame,
): ShownItem | null {
  const price = maybeAmount(order.total_sale_seatprice, currency);
  const fee = maybeAmount(order.total_sale_surcharge, currency);
  if (!price || !fee) return null;
  const seats = seatsIn(order);
  return {
    id: itemIdOf(order),
    title: order.event.event_desc || order.event.event_id,
    ...startOf(order.event, order.performance),
    venue: order.event.venue_desc ?? undefined,
    image: thumbnailOf(order.event, imageOrigins),
    expiresAt,
    tickets: ticketsOf(order, currency),
    seats: seats.length > 0 ? seats.map(({ full_id }) => full_id) : undefined,
    price,
    fee,
    notices: noticesOf(order, seats),
    delivery: order.send_method?.send_desc || undefined,
  };
}

/** Tickets by kind; `price` is the face value of all of one kind. */
export function ticketsOf(order: OrderWire, currency: Currency): readonly TicketLine[] {
  return ticketOrders(order).map((one) => ({
    type: one.discount_code || STANDARD,
    label: one.discount_desc || 'Ticket',
    quantity: one.no_of_seats,
    price: maybeAmount(one.total_sale_seatprice, currency) ?? undefined,
  }));
}

function ticketOrders(order: OrderWire) {
  return order.ticket_orders?.ticket_order ?? [];
}

/** All seats of an order, kind by kind. */
export function seatsIn(order: OrderWire): readonly SeatWire[] {
  return ticketOrders(order).flatMap(({ seats }) => seats ?? []);
}

/** What must be read before paying: where one sits, what is wrong with seats, and what the performance is called. */
function noticesOf(order: OrderWire, seats: readonly SeatWire[]): readonly string[] {
  const place = [order.ticket_type_desc, order.price_band_desc].filter(Boolean).join(', ');
  const restricted = seats
    .filter(({ is_restricted_view }) => is_restricted_view)
    .map(({ full_id }) => full_id);
  const texts = seats.flatMap(({ full_id, seat_text: text }) =>
    text ? [`${full_id}: ${plainText(text, 500)}`] : [],
  );
  return [
    ...(place ? [place] : []),
    ...(order.performance?.perf_name ? [order.performance.perf_name] : []),
    ...(restricted.length > 0 ? [`Restricted view: ${restricted.join(', ')}.`] : []),
    ...texts,
  ];
}
