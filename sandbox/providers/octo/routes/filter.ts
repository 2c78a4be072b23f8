import { z } from 'zod';
import type { Booking } from '../booking/model';

/** What lists can be narrowed by. */
export const filterInput = z.looseObject({
  resellerReference: z.string().optional(),
  supplierReference: z.string().optional(),
  localDate: z.iso.date().optional(),
  localDateStart: z.iso.date().optional(),
  localDateEnd: z.iso.date().optional(),
  productId: z.string().optional(),
  optionId: z.string().optional(),
});

export type Filter = z.infer<typeof filterInput>;

/** True when nothing was asked for, which no list answers. */
export function isEmpty(filter: Filter): boolean {
  return Object.keys(filterInput.shape).every((key) => !filter[key]);
}

/** Bookings that fit every field that was sent. Open dates fit no date. */
export function filterBookings(bookings: readonly Booking[], filter: Filter): Booking[] {
  const from = filter.localDate ?? filter.localDateStart;
  const to = filter.localDate ?? filter.localDateEnd;
  return bookings.filter((booking) => {
    const date = booking.slot?.date;
    return (
      fits(filter.resellerReference, booking.resellerReference) &&
      fits(filter.supplierReference, booking.supplierReference) &&
      fits(filter.productId, booking.product.id) &&
      fits(filter.optionId, booking.option.id) &&
      (!from || (date !== undefined && date >= from)) &&
      (!to || (date !== undefined && date <= to))
    );
  });
}

const fits = (wanted: string | undefined, has: string | null) => !wanted || wanted === has;
