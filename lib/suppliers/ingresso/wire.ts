import { z } from 'zod';
import { lenient } from '@/lib/platform/wire';
import { debitorWire, orderWire, trolleyContentsWire } from './wire-order';
import { count, currencyDetails, flag, listOf, money, shown, word } from './wire-parts';

/*
 * Ingresso's answers about trolleys, holds and purchases, of both generations. Its parts are in `wire-*.ts` beside this
 * file; none of them is read outside this folder.
 */

/** A trolley goes by several names (documentation, real answers); the first that is there is it. */
const trolleys = {
  trolley_contents: trolleyContentsWire.nullish(),
  reserved_trolley: trolleyContentsWire.nullish(),
  trolley_token_contents: trolleyContentsWire.nullish(),
  trolley: trolleyContentsWire.nullish(),
};
type Trolleys = z.infer<z.ZodObject<typeof trolleys>>;

/** The trolley of an answer, by whichever name. */
export function contentsOf(wire: Trolleys): z.infer<typeof trolleyContentsWire> | null {
  return (
    wire.trolley_contents ?? wire.reserved_trolley ?? wire.trolley_token_contents ?? wire.trolley ?? null
  );
}

/** trolley.v1: nothing is held; the token holds the contents. */
export const trolleyWire = z.looseObject({
  ...trolleys,
  trolley_token: z.string().min(1).max(4000),
  discarded_orders: lenient(z.array(orderWire)),
  input_contained_unavailable_order: flag,
  currency_details: currencyDetails,
});
export type TrolleyWire = z.infer<typeof trolleyWire>;

const texts = lenient(z.record(z.string(), z.string()));

/** What a purchase will ask of the customer. */
const needs = {
  allowed_countries: texts,
  can_edit_address: flag,
  prefilled_address: texts,
  needs_payment_card: flag,
  needs_email_address: flag,
  needs_agent_reference: flag,
  supports_billing_address: flag,
};

/** reserve.v1. Without a transaction nothing is held, and `unreserved_orders` say why. */
export const reserveWire = z.looseObject({
  ...trolleys,
  ...needs,
  transaction_status: word,
  reserve_iso8601_date_and_time: word,
  minutes_left_on_reserve: money,
  unreserved_orders: lenient(z.array(orderWire)),
  input_contained_unavailable_order: flag,
  language_list: lenient(z.union([z.string(), z.array(z.string())])),
  currency_details: currencyDetails,
});
export type ReserveWire = z.infer<typeof reserveWire>;

/** The customer, as a purchase gives them back. The data-protection questions have two spellings. */
export const customerWire = z.looseObject({
  addr_line_one: word,
  addr_line_one_latin: word,
  addr_line_two: word,
  addr_line_two_latin: word,
  agent_ref: word,
  country: word,
  country_code: word,
  country_latin: word,
  county: word,
  county_latin: word,
  dp_supplier: flag,
  dp_user: flag,
  dp_world: flag,
  supplier_can_use_customer_data: flag,
  user_can_use_customer_data: flag,
  world_can_use_customer_data: flag,
  email_addr: word,
  first_name: word,
  first_name_latin: word,
  home_phone: word,
  initials: word,
  initials_latin: word,
  last_name: word,
  last_name_latin: word,
  postcode: word,
  postcode_latin: word,
  suffix: word,
  suffix_latin: word,
  title: word,
  title_latin: word,
  town: word,
  town_latin: word,
  work_phone: word,
});

/** What a redirect is for, in the words of 2017; since then the bundle's own names stand in the callout. */
const integration = z.looseObject({
  debit_amount: money,
  debit_base_amount: count,
  debit_currency: word,
  debitor_type: word,
  debitor_specific_data: lenient(z.looseObject({ is_dummy_3d_secure: flag })),
});

/** Where to send the customer. Parameters keep the identity of the object that was read, and with it their order. */
export const calloutWire = z.looseObject({
  callout_type: z.string(),
  callout_destination_url: z.string().max(8192),
  callout_parameters: z.unknown().optional(),
  callout_parameters_order: lenient(z.array(z.string())),
  debitor_integration_data: lenient(integration),
  bundle_source_code: word,
  bundle_source_desc: shown(300),
  bundle_total_cost: money,
  currency_code: word,
  return_token: word,
  debitor: lenient(debitorWire),
});
export type CalloutWire = z.infer<typeof calloutWire>;

/** purchase.v1, callback.v1, status.v1 and the archives: a callout, or how the transaction stands. */
export const outcomeWire = z
  .looseObject({
    ...trolleys,
    ...needs,
    callout: lenient(calloutWire),
    pending_callout: lenient(calloutWire),
    transaction_status: word,
    reserve_iso8601_date_and_time: word,
    purchase_iso8601_date_and_time: word,
    minutes_left_on_reserve: money,
    language_list: lenient(z.union([z.string(), z.array(z.string())])),
    customer: lenient(customerWire),
    currency_details: currencyDetails,
  })
  .refine(
    ({ callout, transaction_status: status }) => Boolean(callout ?? status),
    'neither callout nor status',
  );
export type OutcomeWire = z.infer<typeof outcomeWire>;

/** release.v1; the same answer however often it is asked. */
export const releaseWire = z.looseObject({ released_ok: flag });

/** cancel.v1: with `must_also_cancel` nothing was done. */
export const cancelWire = z.looseObject({
  ...trolleys,
  cancelled_item_numbers: lenient(z.array(z.int())),
  must_also_cancel: listOf(orderWire),
  currency_details: currencyDetails,
});
