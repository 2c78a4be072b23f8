import type { VoucherPage } from '../../../print/ticket-pdf';
import { price } from '../money';
import type { Order, OrderItem } from '../order/model';
import { languageWire } from '../wire/activity';

/** The pages of an item's voucher, one a ticket. */
export function pagesOf(order: Order, item: OrderItem): VoucherPage[] {
  const { product, quantity, language } = item.cartItem;
  const { slot, holder, feature } = product;
  const { activity, date, time } = slot;
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00Z`),
  );
  const reference = item.reference ?? order.identifier;
  return Array.from({ length: quantity }, (_, index) => ({
    title: activity.title,
    venue: `${activity.city.name}, ${activity.city.country}`,
    address: activity.meetingPoint,
    when: `${day}, ${time} local time`,
    ticket: activity.features.length > 1 ? `${holder.name}, ${feature.name}` : holder.name,
    seat: null,
    reference,
    code: `${reference}-${index + 1}`,
    price: price(Math.floor(item.amount / quantity), order.currency).formatted_value,
    position: `Ticket ${index + 1} of ${quantity}`,
    notes: [
      `Order ${order.identifier}.`,
      ...(language === null ? [] : [`Guided in ${languageWire(language).name}.`]),
    ],
    colours: activity.poster.colours,
  }));
}
