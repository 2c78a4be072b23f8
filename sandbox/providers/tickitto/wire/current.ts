import { productId } from '../basket/add';
import { type Basket, type Item, type Line, seatsOf } from '../basket/model';
import { feeFor, itemPrice, unitPrice } from '../basket/prices';
import { totals } from '../basket/totals';
import { convert, price, rate } from '../money';
import { discountOf, findPromocode } from '../promocodes';
import { seatLabel } from '../stock';
import { imagesOf, venueOf } from './parts';

/** Spread between the market's rate and the one that customers get. */
const LOCAL_SPREAD = 1.02;

/** A basket in the current generation of the wire format. */
export function basketWire(basket: Basket, origin: string): Record<string, unknown> {
  const { currency } = basket;
  const sums = totals(basket);
  return {
    _id: basket.id,
    checkout_status: basket.status,
    created_on: new Date(basket.createdMs).toISOString(),
    distributor_id: 'D-SANDBOX',
    external_reference: null,
    profile_external_user_id: null,
    items: basket.items.map((item) => itemWire(item, currency, origin)),
    total_items_price: price(sums.items, currency),
    total_booking_fee: price(sums.fee, currency),
    total_discount: price(sums.discount, currency),
    total_price: price(sums.total, currency),
    ...localWire(basket, sums.total),
    promocodes: basket.promocodes.map((code) => {
      const known = findPromocode(code);
      return {
        code,
        title: known?.title ?? code,
        description: known?.description ?? '',
        image: null,
        applicable: true,
        expired: false,
        discount: price(discountOf(code, basket.items, currency), currency),
      };
    }),
  };
}

function localWire(basket: Basket, total: number): Record<string, unknown> {
  if (!basket.local) return { total_local_price: null, total_local_price_ttl: null };
  const { currency, ttlMs } = basket.local;
  const base = rate(basket.currency, currency);
  const spread = currency === basket.currency ? 1 : LOCAL_SPREAD;
  return {
    total_local_price: price(Math.round(convert(total, basket.currency, currency) * spread), currency),
    total_local_price_ttl: new Date(ttlMs).toISOString(),
    total_local_price_exchange_rate: (base * spread).toFixed(6),
    total_local_price_base_exchange_rate: base.toFixed(6),
  };
}

function itemWire(item: Item, currency: string, origin: string): Record<string, unknown> {
  const { event, performance } = item;
  const own = itemPrice(item, currency);
  return {
    id: item.id,
    event_id: event.id,
    product_id: productId(event),
    event_name: event.title,
    event_slug: event.slug,
    from_date: performance.from,
    to_date: performance.to,
    price: price(own, currency),
    booking_fee: price(feeFor(own, currency), currency),
    ttl: new Date(item.ttlMs).toISOString(),
    status: item.status,
    event: {
      admission_type: event.admission,
      delivery_methods: ['eticket'],
      is_tbd: { time: false, date: false },
    },
    booked_successfully: item.booked,
    voucher_url: item.voucher ? `${origin}/vouchers/${item.voucher}.pdf` : null,
    booked_at: item.bookedMs === null ? null : new Date(item.bookedMs).toISOString(),
    created_on: new Date(item.createdMs).toISOString(),
    availability_id: performance.id,
    band_id: item.band.id,
    external_reference: null,
    cancellation_allowed: event.cancellation.allowed,
    cancellation_policy_information: event.cancellation.policy,
    important_information: event.entryNotes,
    ticket_instructions: ['Show the QR code at the entrance, on paper or on a screen.'],
    resources: [],
    notes: null,
    billing_information: null,
    location: venueOf(event.venue),
    event_image: imagesOf(event, origin),
    organiser: null,
    pickup: null,
    dropoff: null,
    display_data: item.displayData,
    reservation_attempts: item.attempts,
    adjustments: [],
    supplier_adjustment: price(0, currency),
    reservations: reservations(item, currency, origin),
  };
}

function reservations(item: Item, currency: string, origin: string): Record<string, unknown>[] {
  const seats = seatsOf(item);
  const each = item.lines.flatMap((line: Line) => Array.from({ length: line.quantity }, () => line));
  return each.map((line, index) => {
    const seat = seats[index];
    const voucher = item.ticketVouchers[index];
    return {
      product_selection: item.band.rows ? item.band.name : line.ticket.name,
      price: price(unitPrice(item, line, currency), currency),
      commission: price(Math.round(unitPrice(item, line, currency) * 0.1), currency),
      concession_id: line.ticket.id,
      concession_name: line.ticket.name,
      seat_selection: seat === undefined ? null : seatLabel(item.band, seat),
      supplier_reference: item.reference === null ? null : `${item.reference}-${index + 1}`,
      external_reference: null,
      voucher_url: voucher === undefined ? null : `${origin}/vouchers/${voucher}.pdf`,
      ticket:
        voucher === undefined
          ? null
          : {
              barcodes: [{ format: 'QR_CODE', data: `${item.reference}-${index + 1}`, image: null }],
              delivery_methods: ['eticket'],
            },
    };
  });
}
