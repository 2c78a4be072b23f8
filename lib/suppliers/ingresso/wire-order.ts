import { z } from 'zod';
import { lenient } from '@/lib/platform/wire';
import { eventWire, performanceWire } from './wire-event';
import { commissionWire, count, currencyWire, flag, listOf, money, shown, word } from './wire-parts';

/** A reserved seat. `seat_text` must be read by the customer before it is paid. */
export const seatWire = z.looseObject({
  full_id: z.string().max(40),
  row_id: word,
  col_id: word,
  separator: word,
  is_restricted_view: flag,
  seat_text: shown(500),
  seat_text_code: word,
  barcode: lenient(z.string().max(2000)),
  seat_apple_wallet_urls: lenient(z.looseObject({ apple_wallet_gen_url: word })),
  seat_google_pay_urls: lenient(z.looseObject({ gpay_jwt_url: word, gpay_save_url: word })),
});
export type SeatWire = z.infer<typeof seatWire>;

/** Tickets of one discount within an order. `_in_desired` is an indication in the partner's own currency. */
export const ticketOrderWire = z.looseObject({
  discount_code: z.string().max(60),
  discount_desc: shown(200),
  no_of_seats: z.int().nonnegative(),
  sale_seatprice: money,
  sale_seatprice_in_desired: money,
  sale_surcharge: money,
  sale_surcharge_in_desired: money,
  seats: lenient(z.array(seatWire)),
  total_sale_seatprice: money,
  total_sale_seatprice_in_desired: money,
  total_sale_surcharge: money,
  total_sale_surcharge_in_desired: money,
});

/** A way of sending; after the purchase also what came of it. */
export const sendMethodWire = z.looseObject({
  send_code: z.string().min(1).max(60),
  send_cost: money,
  send_cost_in_desired: money,
  send_desc: shown(300),
  send_type: word,
  send_final_comment: lenient(z.string().max(10_000)),
  send_final_type: word,
  can_generate_self_print: flag,
  has_html_page: flag,
  self_print_voucher_url: word,
  permitted_countries: lenient(
    z.looseObject({
      country: listOf(z.looseObject({ country_code: z.string(), country_desc: shown(120) })),
    }),
  ),
});
export type SendMethodWire = z.infer<typeof sendMethodWire>;

/** send_methods.v1 */
export const sendMethodsWire = z.looseObject({
  send_methods: lenient(z.looseObject({ send_method: listOf(sendMethodWire) })),
  currency_code: word,
  currency_details: lenient(z.record(z.string(), currencyWire)),
});

/** Tickets for one event. `item_number` is stable within a trolley, and what cancelling names. */
export const orderWire = z.looseObject({
  item_number: z.int().nonnegative(),
  event: eventWire,
  performance: lenient(performanceWire),
  ticket_type_code: lenient(z.string().max(60)),
  ticket_type_desc: shown(200),
  price_band_code: lenient(z.string().max(60)),
  price_band_desc: shown(200),
  total_no_of_seats: count,
  total_sale_seatprice: money,
  total_sale_seatprice_in_desired: money,
  total_sale_surcharge: money,
  total_sale_surcharge_in_desired: money,
  ticket_orders: lenient(z.looseObject({ ticket_order: lenient(z.array(ticketOrderWire)) })),
  send_method: lenient(sendMethodWire),
  requested_seat_ids: lenient(z.array(z.string())),
  seat_request_status: word,
  got_requested_seats: flag,
  reserve_failure_comment: shown(1000),
  backend_purchase_reference: shown(200),
  cancellation_status: word,
  cancellation_comment: shown(1000),
  supported_barcode_types: lenient(z.array(z.string())),
  gross_commission: lenient(commissionWire),
  user_commission: lenient(commissionWire),
});
export type OrderWire = z.infer<typeof orderWire>;

/** Who takes a bundle's money, and what the page needs to give it. Absent on credit. */
export const debitorWire = z.looseObject({
  debitor_type: z.string().max(60),
  debitor_name: word,
  debitor_desc: shown(300),
  debitor_integration_data: lenient(z.looseObject({ publishable_key: word, statement_descriptor: word })),
  debitor_aggregation_key: word,
});

/** How buying went; the fields of a failure are for machines, there is no closed list of them. */
export const purchaseResultWire = z.looseObject({
  success: flag,
  is_partial: flag,
  is_semi_credit: flag,
  failure_reason: word,
  purchase_error: word,
  failed_3d_secure: flag,
  failed_avs: flag,
  failed_cv_two: flag,
});
export type PurchaseResultWire = z.infer<typeof purchaseResultWire>;

/** Orders that one ticketing system sells together: bought, and paid for, as one. */
export const bundleWire = z.looseObject({
  bundle_source_code: z.string().min(1).max(100),
  bundle_source_desc: shown(300),
  bundle_order_count: count,
  bundle_total_cost: money,
  bundle_total_cost_in_desired: money,
  bundle_total_seatprice: money,
  bundle_total_seatprice_in_desired: money,
  bundle_total_send_cost: money,
  bundle_total_send_cost_in_desired: money,
  bundle_total_surcharge: money,
  bundle_total_surcharge_in_desired: money,
  currency: lenient(currencyWire),
  currency_code: word,
  desired_currency: lenient(currencyWire),
  desired_currency_code: word,
  // An order that cannot be read fails the bundle: selling the rest would charge for what nobody was shown.
  order: z.array(orderWire),
  // One that cannot be read must not pass for none: without a debitor the partner has to take the money.
  debitor: debitorWire.nullish(),
  debitor_choices: listOf(debitorWire),
  purchase_result: lenient(purchaseResultWire),
});
export type BundleWire = z.infer<typeof bundleWire>;

/** What is in a trolley. `bundle` is absent when nothing is. */
export const trolleyContentsWire = z.looseObject({
  bundle: z.array(bundleWire).nullish(),
  purchase_result: lenient(purchaseResultWire),
  transaction_id: shown(100),
  transaction_uuid: lenient(z.string().max(200)),
  trolley_bundle_count: count,
  trolley_order_count: count,
});
export type TrolleyContentsWire = z.infer<typeof trolleyContentsWire>;
