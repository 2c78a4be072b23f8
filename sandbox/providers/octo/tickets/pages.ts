import { localAt } from '../../../core/local-time';
import type { VoucherPage } from '../../../print/ticket-pdf';
import type { Booking } from '../booking/model';
import type { TicketKey } from '../store';
import { valueFor } from '../wire/ticket';

/** The pages of a ticket, or of a voucher for all of a booking. `key` is what its code carries. */
export function pagesOf({ booking, index }: TicketKey, key: string, origin: string): VoucherPage[] {
  const { product, unitItems } = booking;
  const pages = unitItems.map((item, at): VoucherPage => {
    const pricing = item.pricing ?? booking.pricing;
    const amount = (pricing.retail / 10 ** pricing.currencyPrecision).toFixed(pricing.currencyPrecision);
    return {
      title: product.title,
      venue: `${product.place.name}, ${product.place.city}`,
      address: product.place.address,
      when: when(booking),
      ticket: item.unit.name,
      seat: null,
      reference: `${booking.supplierReference} · ${item.supplierReference}`,
      code: valueFor(booking, 'QRCODE', key, origin),
      price: `${amount} ${pricing.currency}`,
      position: `Ticket ${at + 1} of ${unitItems.length}`,
      notes: [product.redemption],
      colours: product.poster.colours,
    };
  });
  return index === null ? pages : pages.slice(index, index + 1);
}

/** When it is for, as the guest would say it. */
export function when({ product, slot }: Booking): string {
  if (slot === null) return 'Any day within a year';
  const local = localAt(slot.startMs, product.place.timeZone);
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(
    Date.parse(`${local.slice(0, 10)}T00:00Z`),
  );
  return slot.allDay ? day : `${day}, ${local.slice(11, 16)} local time`;
}
