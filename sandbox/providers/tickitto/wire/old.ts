import type { Basket } from '../basket/model';
import { feeFor, itemPrice } from '../basket/prices';
import { major } from '../money';
import { seatLabel } from '../stock';
import { imagesOf, venueOf } from './parts';

/** A basket as Tickitto's hand-written documentation of 2020 to 2022 has it: other names, prices as bare numbers. */
export function oldBasketWire(basket: Basket, origin: string): Record<string, unknown> {
  const { currency } = basket;
  return {
    basket_id: basket.id,
    created_on: new Date(basket.createdMs).toISOString(),
    distributor_id: 'D-SANDBOX',
    items: basket.items.map((item) => {
      const own = itemPrice(item, currency);
      return {
        item_id: item.id,
        booking_options: item.lines.map(({ ticket, quantity, seats }) => ({
          concession_id: ticket.id,
          quantity,
          seat_ids: seats.map((seat) => seatLabel(item.band, seat)),
        })),
        display_data: item.displayData,
        event_id: item.event.id,
        event_name: item.event.title,
        from_date: item.performance.from,
        to_date: item.performance.to,
        price: major(own, currency),
        booking_fee: major(feeFor(own, currency), currency),
        currency,
        venue_location: venueOf(item.event.venue),
        event_image: imagesOf(item.event, origin).desktop,
        ttl: new Date(item.ttlMs).toISOString(),
        booked_successfully: item.booked,
        voucher_url: item.voucher ? `${origin}/vouchers/${item.voucher}.pdf` : null,
      };
    }),
  };
}
