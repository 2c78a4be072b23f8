import type { Item, TicketLine } from '@/lib/checkout/model';
import type { Amount } from '@/lib/checkout/money';
import { isFrom } from '@/lib/platform/address';
import { knownZone } from '@/lib/platform/zone';
import { type Choice, unitPrice } from './choose';
import { dayOf, momentOf, retail, texts } from './map-parts';
import { isAllDay, isPricedByBooking, unitTitle, venueOf } from './map-product';
import type { Booking } from './order';

export type ShownItem = Omit<Item, 'status' | 'vouchers'>;

/** Said where the day is not chosen when buying. */
const ANY_DAY = 'Valid on the day on which you first use it.';

/** A held booking as the customer sees it; null when its price is not told. */
export function itemOf(booking: Booking, id: string, expiresAt: number | null): ShownItem | null {
  const { price, startsAt, day, timeZone, venue, image, title, notices, tickets } = booking;
  if (!price) return null;
  return {
    id,
    title,
    ...when(startsAt, day, timeZone),
    venue: venue ?? undefined,
    image: image ?? undefined,
    expiresAt: expiresAt ?? undefined,
    tickets: linesOf(tickets.map((one) => ({ ...one, quantity: 1 }))),
    price,
    fee: { ...price, amount: 0 },
    notices: [...notices, ...(startsAt === null && day === null ? [ANY_DAY] : [])],
  };
}

/** A chosen line as it would be held; null when its price is not told. */
export function itemOfChoice(choice: Choice, id: string, imageOrigins: readonly string[]): ShownItem | null {
  const { product, slot, units, price, title, currency } = choice;
  if (!price) return null;
  const local = slot?.localDateTimeStart ?? '';
  const wholeDay = slot?.allDay === true || isAllDay(product);
  const { coverImageUrl: image } = product;
  const each = isPricedByBooking(product) ? () => null : unitPrice;
  return {
    id,
    title,
    ...when(wholeDay ? null : momentOf(local), wholeDay ? dayOf(local) : null, knownZone(product.timeZone)),
    venue: venueOf(product) ?? undefined,
    image: isFrom(image, imageOrigins) ? image : undefined,
    tickets: linesOf(
      units.map(({ unit, quantity }) => {
        const one = each(unit, slot, currency);
        return { unitId: unit.id, label: unitTitle(unit), quantity, price: one && retail(one) };
      }),
    ),
    price,
    fee: { ...price, amount: 0 },
    notices: texts([product.bookingTerms, product.cancellationPolicy, slot ? null : ANY_DAY]),
  };
}

function when(startsAt: number | null, day: string | null, timeZone: string | null) {
  return {
    ...(startsAt === null ? {} : { startsAt }),
    ...(day === null ? {} : { day }),
    ...(timeZone === null ? {} : { timeZone }),
  };
}

interface Row {
  readonly unitId: string;
  readonly label: string;
  readonly quantity: number;
  /** Of one. */
  readonly price: Amount | null;
}

/** One line a kind of ticket; its price is for all of them, and absent where only the booking has one. */
function linesOf(rows: readonly Row[]): readonly TicketLine[] {
  const lines = new Map<string, TicketLine>();
  for (const { unitId, label, quantity, price } of rows) {
    const known = lines.get(unitId);
    const sum = price && { ...price, amount: price.amount * quantity + (known?.price?.amount ?? 0) };
    lines.set(unitId, {
      type: unitId,
      label,
      quantity: quantity + (known?.quantity ?? 0),
      ...(sum ? { price: sum } : {}),
    });
  }
  return [...lines.values()];
}
