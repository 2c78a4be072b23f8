import { describe, expect, it } from 'vitest';
import { readJson } from '@/lib/platform/json';
import { callout, newer, older } from './documented.test-support';
import { calloutWire, contentsOf, customerWire, outcomeWire } from './wire';
import {
  bundleWire,
  orderWire,
  purchaseResultWire,
  seatWire,
  sendMethodWire,
  ticketOrderWire,
  trolleyContentsWire,
} from './wire-order';
import { commissionWire } from './wire-parts';

/** Every attribute that the tables of the documentation of purchase.v1 describe, table by table. */
const latin = (...names: string[]) => names.flatMap((name) => [name, `${name}_latin`]);
const twins = (...names: string[]) => names.flatMap((name) => [name, `${name}_in_desired`]);

const TABLES = {
  response: [
    outcomeWire,
    [
      'customer',
      'language_list',
      'purchase_iso8601_date_and_time',
      'reserve_iso8601_date_and_time',
      'transaction_status',
      'trolley_contents',
      'callout',
      'currency_details',
    ],
  ],
  customer: [
    customerWire,
    [
      ...latin('addr_line_one', 'addr_line_two', 'country', 'county', 'first_name', 'initials', 'last_name'),
      ...latin('postcode', 'suffix', 'title', 'town'),
      ...[
        'agent_ref',
        'country_code',
        'dp_supplier',
        'dp_user',
        'dp_world',
        'email_addr',
        'home_phone',
        'work_phone',
      ],
    ],
  ],
  trolley_contents: [
    trolleyContentsWire,
    [
      'bundle',
      'purchase_result',
      'transaction_id',
      'transaction_uuid',
      'trolley_bundle_count',
      'trolley_order_count',
    ],
  ],
  bundle: [
    bundleWire,
    [
      'bundle_order_count',
      'bundle_source_code',
      'bundle_source_desc',
      ...twins(
        'bundle_total_cost',
        'bundle_total_seatprice',
        'bundle_total_send_cost',
        'bundle_total_surcharge',
      ),
      ...['currency', 'desired_currency', 'order', 'purchase_result', 'debitor'],
    ],
  ],
  order: [
    orderWire,
    [
      ...[
        'backend_purchase_reference',
        'event',
        'gross_commission',
        'item_number',
        'performance',
        'price_band_code',
      ],
      ...['seat_request_status', 'send_method', 'ticket_orders', 'ticket_type_code', 'ticket_type_desc'],
      ...['total_no_of_seats', ...twins('total_sale_seatprice', 'total_sale_surcharge'), 'user_commission'],
    ],
  ],
  send_method: [
    sendMethodWire,
    [
      ...[
        'can_generate_self_print',
        'has_html_page',
        'self_print_voucher_url',
        'send_code',
        ...twins('send_cost'),
      ],
      ...['send_desc', 'send_final_comment', 'send_final_type', 'send_type'],
    ],
  ],
  ticket_order: [
    ticketOrderWire,
    [
      ...['discount_code', 'discount_desc', 'no_of_seats', 'seats'],
      ...twins('sale_seatprice', 'sale_surcharge', 'total_sale_seatprice', 'total_sale_surcharge'),
    ],
  ],
  seats: [seatWire, ['col_id', 'full_id', 'is_restricted_view', 'row_id', 'seat_text', 'seat_text_code']],
  callout: [
    calloutWire,
    [
      'callout_destination_url',
      'callout_parameters',
      'callout_parameters_order',
      'callout_type',
      'debitor_integration_data',
    ],
  ],
  purchase_result: [purchaseResultWire, ['is_partial', 'is_semi_credit', 'success']],
  commission: [
    commissionWire,
    ['amount_excluding_vat', 'amount_including_vat', 'commission_currency', 'commission_currency_code'],
  ],
} as const;

describe('the documented answers', () => {
  it.each([
    ['since 2018', newer],
    ['of 2017', older],
    ['that send the customer away', callout],
  ])('%s are read whole', (_, json) => {
    expect(outcomeWire.parse(json)).toEqual(json);
  });

  it.each(Object.entries(TABLES))(
    'every attribute of the table of %s is one that we know',
    (_, [schema, names]) => {
      const known = Object.keys(schema.shape);
      expect(names.filter((name) => !known.includes(name))).toEqual([]);
    },
  );

  it('every attribute of the tables stands in one of the documented answers', () => {
    const text = JSON.stringify([newer, older, callout]);
    const all = Object.values(TABLES).flatMap(([, names]) => [...names]);
    // The debitor comes with a reservation.
    expect(all.filter((name) => name !== 'debitor' && !text.includes(`"${name}"`))).toEqual([]);
  });
});

describe('answers', () => {
  it('have a trolley by any of its names', () => {
    const contents = { trolley_order_count: 1 };
    for (const name of ['trolley_contents', 'reserved_trolley', 'trolley_token_contents', 'trolley'])
      expect(contentsOf({ [name]: contents })).toEqual(contents);
    expect(contentsOf({})).toBeNull();
  });

  it('bring what nobody has heard of, and are read all the same', () => {
    const strange = { ...newer, transaction_status: 'moon_phase', surprise: [1], language_list: 7 };
    expect(outcomeWire.parse(strange).transaction_status).toBe('moon_phase');
  });

  it('are no answers without callout or status, with orders that make no sense, or with a debitor that does not', () => {
    expect(outcomeWire.safeParse({}).success).toBe(false);
    const bundle = { bundle_source_code: 'x', order: [] };
    expect(bundleWire.safeParse(bundle).success).toBe(true);
    expect(bundleWire.safeParse({ ...bundle, order: [{}] }).success).toBe(false);
    expect(bundleWire.safeParse({ ...bundle, debitor: 'stripe' }).success).toBe(false);
  });

  it('keep the parameters of a callout as they were read, with their order', () => {
    const read = readJson(
      '{"callout_type":"get","callout_destination_url":"u","callout_parameters":{"10":"a","2":"b"}}',
    );
    const value = read.ok ? read.value : null;
    const parameters = (value as { callout_parameters: unknown }).callout_parameters;
    expect(calloutWire.parse(value).callout_parameters).toBe(parameters);
  });
});
