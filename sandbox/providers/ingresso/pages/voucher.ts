import { html, raw } from 'hono/html';
import QRCode from 'qrcode';
import { dateDesc, timeDesc } from '../time';
import type { HeldOrder, Transaction } from '../transaction/model';
import { barcodeOf } from '../wire/seat';
import { page } from './shell';

/** The voucher to print: what, when and where, the venue's reference, and a code for each ticket. */
export async function voucherPage(transaction: Transaction, order: HeldOrder): Promise<Response> {
  const { event, performance } = order;
  const when = event.dated
    ? `${dateDesc(performance.date)}${performance.time ? `, ${timeDesc(performance.time)}` : ''}`
    : 'Valid once, on any day';
  const kinds = order.lines.flatMap(({ discount, places }) =>
    places.map((place) => ({ place, kind: discount.desc })),
  );
  const tickets = await Promise.all(
    kinds.map(async ({ place, kind }) => {
      const seat = order.seats[place];
      const code = barcodeOf(transaction.uuid, seat?.id ?? `${order.item}.${place}`);
      const drawing = await QRCode.toString(code, { type: 'svg', margin: 1 });
      return html`<section class="ticket" aria-label="Ticket ${place + 1}">${raw(drawing)}<div>
<strong>${kind}</strong><br>${order.type.desc}${seat ? html`, seat ${seat.id}` : ''}
${seat?.restricted ? html`<br>Restricted view` : ''}${seat?.text ? html`<br>${seat.text}` : ''}
<br><span class="code">${code}</span></div></section>`;
    }),
  );
  return page(
    `${event.title} – eTicket`,
    html`<h1>${event.title}</h1>
<p>${when}<br>${event.venue.name}, ${event.venue.address.join(', ')}, ${event.venue.city} ${event.venue.postcode}</p>
<dl><div><dt>Booking reference</dt><dd class="code">${order.reference}</dd></div>
<div><dt>Name</dt><dd><bdi>${String(transaction.customer?.first_name ?? '')} ${String(transaction.customer?.last_name ?? '')}</bdi></dd></div>
<div><dt>Tickets</dt><dd>${order.count}</dd></div></dl>
${tickets}
<p class="soft">Print this page or show it on your phone. Each code admits one person, once.</p>`,
    { wide: true },
  );
}
