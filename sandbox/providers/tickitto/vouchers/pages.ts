import type { VoucherPage } from '../../../print/ticket-pdf';
import { type Item, type Line, seatsOf } from '../basket/model';
import { unitPrice } from '../basket/prices';
import { price } from '../money';
import { seatLabel } from '../stock';

/** The pages of an item's voucher: all of its tickets, or the one at `ticket`. */
export function pagesOf(item: Item, currency: string, ticket: number | null): VoucherPage[] {
  const { event } = item;
  const seats = seatsOf(item);
  const each = item.lines.flatMap((line: Line) => Array.from({ length: line.quantity }, () => line));
  const pages = each.map((line, index): VoucherPage => {
    const seat = seats[index];
    const { amount } = price(unitPrice(item, line, currency), currency);
    return {
      title: event.title,
      venue: `${event.venue.name}, ${event.venue.city}`,
      address: event.venue.address,
      when: when(item),
      ticket: line.ticket.name,
      seat: seat === undefined ? null : seatLabel(item.band, seat),
      reference: `${item.reference}-${index + 1}`,
      price: `${amount} ${currency}`,
      position: `Ticket ${index + 1} of ${each.length}`,
      notes: event.entryNotes,
      colours: event.poster.colours,
    };
  });
  return ticket === null ? pages : pages.slice(ticket, ticket + 1);
}

function when(item: Item): string {
  const day = (local: string) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(
      Date.parse(`${local.slice(0, 10)}T00:00Z`),
    );
  const { from, to, time } = item.performance;
  if (item.event.admission === 'open_entry') return `Any day until ${day(to.local)}`;
  return time === null ? day(from.local) : `${day(from.local)}, ${time} local time`;
}
