import type { TicketLine } from '@/lib/checkout/model';
import { type Amount, exponentOf, sum } from '@/lib/checkout/money';
import type { Again, BasketItem, ItemState } from './basket';
import { amountOf, dayOf, dayText, pictureOf, utcMs } from './map-parts';
import { startOf } from './map-time';
import { vouchersOf } from './map-vouchers';
import type { ItemWire, ReservationWire } from './wire';

/** What the mapping of items needs to know of us. */
export interface ItemFrame {
  readonly currency: string;
  readonly imageOrigins: readonly string[];
  /** Origin that vouchers are served from. */
  readonly url: string;
  readonly locale: string;
}

/** Every item status of Tickitto's published OpenAPI document; what it adds later is `unknown` until it is listed here. */
const ITEM_STATES: Readonly<Record<string, ItemState>> = {
  unreserved: 'lost',
  reservation_pending: 'holding',
  reserving: 'holding',
  reserved: 'held',
  // Not held, but booked at checkout all the same: to the customer there is no difference.
  saved: 'held',
  booking: 'working',
  fulfilment_pending: 'working',
  // Booked; only its documents could not be fetched yet.
  fulfilment_errored: 'booked',
  booked: 'booked',
  errored: 'failed',
  seller_rejected: 'failed',
  cancelling: 'cancelling',
  cancelled: 'cancelled',
  errored_and_refunded: 'refunded',
};

/** One item; null when it has no id. */
export function itemOf(wire: ItemWire, frame: ItemFrame): BasketItem | null {
  const id = wire.id ?? wire.item_id;
  if (!id) return null;
  const currency = wire.currency ?? frame.currency;
  const price = amountOf(wire.price, currency);
  const fee = wire.booking_fee ? amountOf(wire.booking_fee, currency) : { ...price, amount: 0 };
  const admission = wire.event?.admission_type;
  const dated = admission !== 'open_entry' && admission !== 'date_entry';
  const day = admission === 'date_entry' ? (dayOf(wire.from_date) ?? undefined) : undefined;
  const seats = (wire.reservations ?? []).flatMap(({ seat_selection }) => seat_selection || []);
  return {
    shown: {
      id,
      title: wire.event_name,
      ...(dated ? startOf(wire.from_date, wire.location ?? wire.venue_location) : {}),
      day,
      venue: (wire.location ?? wire.venue_location)?.venue_name ?? undefined,
      image: pictureOf(wire.event_image, ['thumbnail', 'mobile', 'desktop'], frame.imageOrigins),
      expiresAt: utcMs(wire.ttl) ?? undefined,
      tickets: ticketsOf(wire, currency),
      seats: seats.length > 0 ? seats : undefined,
      price,
      fee,
      notices: noticesOf(wire, frame.locale),
    },
    state: stateOf(wire),
    again: againOf(wire),
    reference: referenceOf(wire),
    vouchers: vouchersOf(wire, id, frame.url),
    fulfilled: isFulfilled(wire),
  };
}

/** The old generation says only whether an item was booked. Booked is booked, whatever status stands beside it. */
function stateOf({ status, booked_successfully: booked }: ItemWire): ItemState {
  const known = status ? (ITEM_STATES[status] ?? 'unknown') : 'held';
  return booked && (known === 'unknown' || known === 'held' || known === 'working') ? 'booked' : known;
}

function ticketsOf(wire: ItemWire, currency: string): readonly TicketLine[] {
  const reservations = wire.reservations ?? [];
  if (reservations.length === 0) {
    const options = wire.booking_options ?? [{ concession_id: null, quantity: 1 }];
    return options.map(({ concession_id, quantity }) => ({
      type: concession_id ?? 'ticket',
      label: 'Ticket',
      quantity: quantity ?? 1,
    }));
  }
  const lines = new Map<
    string,
    { type: string; label: string; quantity: number; prices: (Amount | null)[] }
  >();
  for (const reservation of reservations) {
    const { type, label } = kindOf(reservation);
    const line = lines.get(type) ?? { type, label, quantity: 0, prices: [] };
    line.quantity += 1;
    line.prices.push(reservation.price ? amountOf(reservation.price, currency) : null);
    lines.set(type, line);
  }
  return [...lines.values()].map(({ prices, ...line }) => ({ ...line, price: together(prices, currency) }));
}

function kindOf({ concession_id, concession_name, product_selection }: ReservationWire) {
  const label = concession_name ?? product_selection ?? 'Ticket';
  return { type: concession_id ?? label, label };
}

/** Only where every ticket has a price in the item's currency; half a sum would be a wrong one. */
function together(prices: readonly (Amount | null)[], currency: string): Amount | undefined {
  const known = prices.filter((price): price is Amount => price?.currency === currency);
  return known.length === prices.length ? sum(known, currency, exponentOf(currency)) : undefined;
}

function noticesOf(wire: ItemWire, locale: string): readonly string[] {
  const last = wire.event?.admission_type === 'open_entry' ? dayText(wire.to_date, locale) : null;
  return [
    ...(last ? [`Valid on any one day until ${last}.`] : []),
    ...(wire.important_information ?? []),
    ...(wire.ticket_instructions ?? []),
    ...(wire.cancellation_policy_information ?? []),
  ].slice(0, 12);
}

function againOf(wire: ItemWire): Again | null {
  const { event_id: event, availability_id: availability, product_id: product } = wire;
  if (!availability || !product) return null;
  const counts = new Map<string | null, number>();
  for (const { concession_id } of wire.reservations ?? []) {
    counts.set(concession_id ?? null, (counts.get(concession_id ?? null) ?? 0) + 1);
  }
  const options = [...counts].map(([concession, quantity]) => ({ concession, quantity }));
  if (options.length === 0) return null;
  return { event, availability, product, band: wire.band_id ?? null, options };
}

function referenceOf(wire: ItemWire): string | undefined {
  const all = new Set(
    (wire.reservations ?? []).flatMap(({ supplier_reference }) => supplier_reference || []),
  );
  return all.size > 0 ? [...all].join(', ') : (wire.external_reference ?? undefined);
}

/** Collected at the venue's desk: then no document will ever come. */
function isFulfilled({ event }: ItemWire): boolean {
  const ways = event?.delivery_methods ?? [];
  return ways.length === 0 || ways.some((way) => way !== 'collection');
}
