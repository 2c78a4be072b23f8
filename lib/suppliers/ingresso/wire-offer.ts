import { z } from 'zod';
import { lenient } from '@/lib/platform/wire';
import { count, currencyDetails, flag, listOf, money, shown, word } from './wire-parts';

const texts = lenient(z.array(z.string()));

const prices = {
  sale_seatprice: money,
  sale_surcharge: money,
  sale_combined: money,
  non_offer_sale_seatprice: money,
  non_offer_sale_surcharge: money,
  is_offer: flag,
  absolute_saving: money,
  percentage_saving: money,
  number_available: count,
  valid_quantities: lenient(z.array(z.int())),
};

/** A kind of ticket within a band, such as "Child". */
export const discountWire = z.looseObject({
  ...prices,
  discount_code: z.string().max(60),
  discount_desc: shown(200),
  discount_semantic_type: word,
  discount_minimum_eligible_age: count,
  discount_maximum_eligible_age: count,
});
export type DiscountWire = z.infer<typeof discountWire>;

/** Present only where seats may be chosen: free seats by row, in blocks of neighbours. */
const seatBlocks = z.looseObject({
  blocks_by_row: z.record(z.string(), z.array(z.array(z.string().max(40)))),
  restricted_view_seats: texts,
  seats_by_text_message: lenient(z.record(z.string(), z.array(z.string()))),
  separators_by_row: lenient(z.record(z.string(), z.string())),
});

const bandWire = z.looseObject({
  ...prices,
  price_band_code: z.string().min(1).max(60),
  price_band_desc: shown(200),
  unsuffixed_price_band_code: word,
  discount_code: lenient(z.string().max(60)),
  discount_desc: shown(200),
  allows_leaving_single_seats: word,
  min_order_no_of_seats: count,
  max_order_no_of_seats: count,
  possible_discounts: lenient(z.looseObject({ discount: listOf(discountWire) })),
  free_seat_blocks: lenient(seatBlocks),
});
export type BandWire = z.infer<typeof bandWire>;

const typeWire = z.looseObject({
  ticket_type_code: z.string().min(1).max(60),
  ticket_type_desc: shown(200),
  price_band: listOf(bandWire),
});
export type TypeWire = z.infer<typeof typeWire>;

/** availability.v1. Nothing available is an empty list; so is a broken ticketing system, which says so beside it. */
export const availabilityWire = z.looseObject({
  availability: z.looseObject({ ticket_type: listOf(typeWire) }).nullish(),
  backend_is_broken: flag,
  backend_is_down: flag,
  backend_throttle_failed: flag,
  can_leave_singles: flag,
  contiguous_seat_selection_only: flag,
  must_select_whole_seat_block: flag,
  valid_quantities: lenient(z.array(z.int())),
  max_bundle_size: count,
  currency_code: word,
  currency_details: currencyDetails,
});
export type AvailabilityWire = z.infer<typeof availabilityWire>;
