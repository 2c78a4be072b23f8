import type { JsonObject } from '@/lib/checkout/json';

/*
 * Answers in the shape of the blocks that Ingresso's documentation of purchase.v1 shows, both generations, with values of
 * our own: every attribute that its tables describe is in one of them.
 */

const pounds = {
  currency_code: 'gbp',
  currency_factor: 100,
  currency_number: 826,
  currency_places: 2,
  currency_post_symbol: '',
  currency_pre_symbol: '£',
};
const euros = { ...pounds, currency_code: 'eur', currency_number: 978, currency_pre_symbol: '€' };

const event = {
  city_code: 'london-uk',
  city_desc: 'London',
  classes: { dance: 'Ballet & Dance' },
  country_code: 'uk',
  country_desc: 'United Kingdom',
  critic_review_percent: 100,
  custom_filter: [],
  event_desc: 'The Snow Orphans',
  event_id: '6IF',
  event_path: '/6IF-the-snow-orphans/',
  event_status: 'live',
  event_type: 'simple_ticket',
  event_upsell_list: { event_id: ['6IE', '6KU'] },
  event_uri_desc: 'The-Snow-Orphans',
  geo_data: { latitude: 51.52961137, longitude: -0.10601562 },
  has_no_perfs: false,
  is_seated: true,
  max_running_time: 120,
  min_running_time: 120,
  need_departure_date: false,
  need_duration: false,
  need_performance: true,
  postcode: 'EC1R 4TN',
  show_perf_time: true,
  source_code: 'ext_test0',
  source_desc: 'External Test Backend 0',
  user_review_percent: 90,
  venue_desc: "Sadler's Wells",
  venue_uri_desc: 'Sadler%27s-Wells',
};

const performance = {
  date_desc: 'Mon, 5th June 2017',
  event_id: '6IF',
  has_pool_seats: true,
  is_ghost: false,
  is_limited: false,
  iso8601_date_and_time: '2017-06-05T19:30:00+01:00',
  perf_id: '6IF-C0J',
  perf_name: 'With a talk before it',
  running_time: 120,
  time_desc: '7.30 PM',
};

const customer = {
  addr_line_one: '1 Straße',
  addr_line_one_latin: '1 Strasse',
  addr_line_two: 'Floor 2',
  addr_line_two_latin: 'Floor 2',
  agent_ref: 'c1',
  country: 'United Kingdom',
  country_code: 'uk',
  country_latin: 'United Kingdom',
  county: '',
  county_latin: '',
  dp_supplier: false,
  dp_user: true,
  dp_world: false,
  email_addr: 'tester@example.com',
  first_name: 'Núria',
  first_name_latin: 'Nuria',
  home_phone: '0203 137 7420',
  initials: '',
  initials_latin: '',
  last_name: 'Tester',
  last_name_latin: 'Tester',
  postcode: 'W6 8DL',
  postcode_latin: 'W6 8DL',
  suffix: '',
  suffix_latin: '',
  title: '',
  title_latin: '',
  town: 'London',
  town_latin: 'London',
  work_phone: '0203 137 7420',
};

const seats = (...ids: string[]) =>
  ids.map((id) => ({ col_id: id.slice(2), full_id: id, is_restricted_view: false, row_id: id.slice(0, 2) }));

const sendMethod = {
  send_code: 'COBO',
  send_cost: 1.5,
  send_desc: 'Collect from venue',
  send_final_comment: 'At the box office:\n- Bring your identification.\n\nQuestions?\nCall us, 9am – 9pm.',
  send_final_type: 'collect',
  send_type: 'collect',
};

/** Since 2018: currencies at the top, commissions by their currency's code. */
export const newer: JsonObject = {
  currency_details: { gbp: pounds },
  customer,
  language_list: ['en-gb', 'en'],
  purchase_iso8601_date_and_time: '2017-03-03T15:58:26Z',
  reserve_iso8601_date_and_time: '2017-03-03T15:58:01Z',
  transaction_status: 'purchased',
  trolley_contents: {
    bundle: [
      {
        bundle_order_count: 1,
        bundle_source_code: 'ext_test0',
        bundle_source_desc: 'External Test Backend 0',
        bundle_total_cost: 62.5,
        bundle_total_seatprice: 51,
        bundle_total_send_cost: 1.5,
        bundle_total_surcharge: 10,
        currency_code: 'gbp',
        order: [
          {
            backend_purchase_reference: 'PURCHASE-17BB2-1',
            event,
            got_requested_seats: false,
            gross_commission: {
              amount_excluding_vat: 7.13,
              amount_including_vat: 8.55,
              commission_currency_code: 'gbp',
            },
            item_number: 1,
            performance,
            price_band_code: 'C/pool',
            send_method: sendMethod,
            ticket_orders: {
              ticket_order: [
                {
                  discount_code: 'ADULT',
                  discount_desc: 'Adult',
                  no_of_seats: 1,
                  sale_seatprice: 25,
                  sale_surcharge: 4,
                  seats: seats('OR419'),
                  total_sale_seatprice: 25,
                  total_sale_surcharge: 4,
                },
                {
                  discount_code: 'CHILD',
                  discount_desc: 'Child rate',
                  no_of_seats: 2,
                  sale_seatprice: 13,
                  sale_surcharge: 3,
                  seats: seats('OR416', 'OR413'),
                  total_sale_seatprice: 26,
                  total_sale_surcharge: 6,
                },
              ],
            },
            ticket_type_code: 'CIRCLE',
            ticket_type_desc: 'Upper circle',
            total_no_of_seats: 3,
            total_sale_seatprice: 51,
            total_sale_surcharge: 10,
            user_commission: {
              amount_excluding_vat: 0,
              amount_including_vat: 0,
              commission_currency_code: 'gbp',
            },
          },
        ],
        purchase_result: { is_semi_credit: false, success: true },
      },
    ],
    purchase_result: { is_partial: false, success: true },
    transaction_id: 'T000-0000-8N66-K30B',
    transaction_uuid: '2dac0d00-002a-11e7-975c-002590326962',
    trolley_bundle_count: 1,
    trolley_order_count: 1,
  },
};

/** Of 2017: currencies written out where they are used, twins in the desired currency, languages as one text. */
export const older: JsonObject = {
  customer,
  language_list: 'en-gb,en,en-us,nl',
  purchase_iso8601_date_and_time: '2017-02-10T15:40:36Z',
  reserve_iso8601_date_and_time: '2017-02-10T15:40:12Z',
  transaction_status: 'purchased',
  trolley_contents: {
    bundle: [
      {
        bundle_order_count: 1,
        bundle_source_code: 'ext_test0',
        bundle_source_desc: 'External Test Backend 0',
        bundle_total_cost: 62.5,
        bundle_total_cost_in_desired: 73.45,
        bundle_total_seatprice: 51,
        bundle_total_seatprice_in_desired: 59.94,
        bundle_total_send_cost: 1.5,
        bundle_total_send_cost_in_desired: 1.76,
        bundle_total_surcharge: 10,
        bundle_total_surcharge_in_desired: 11.75,
        currency: pounds,
        desired_currency: euros,
        order: [
          {
            backend_purchase_reference: 'PURCHASE-D65E-1',
            event,
            gross_commission: {
              amount_excluding_vat: 7.81,
              amount_including_vat: 9.38,
              commission_currency: pounds,
            },
            item_number: 1,
            performance,
            price_band_code: 'C/pool',
            seat_request_status: 'not_requested',
            send_method: {
              ...sendMethod,
              can_generate_self_print: false,
              has_html_page: true,
              self_print_voucher_url: 'https://api.example/voucher/1',
              send_cost_in_desired: 1.76,
            },
            ticket_orders: {
              ticket_order: [
                {
                  discount_code: 'ADULT',
                  discount_desc: 'Adult standard',
                  no_of_seats: 3,
                  sale_seatprice: 17,
                  sale_seatprice_in_desired: 19.98,
                  sale_surcharge: 3.33,
                  sale_surcharge_in_desired: 3.92,
                  seats: [
                    {
                      col_id: '472',
                      full_id: 'PM472',
                      is_restricted_view: true,
                      row_id: 'PM',
                      seat_text: 'Haunted seat',
                      seat_text_code: '12',
                    },
                  ],
                  total_sale_seatprice: 51,
                  total_sale_seatprice_in_desired: 59.94,
                  total_sale_surcharge: 10,
                  total_sale_surcharge_in_desired: 11.75,
                },
              ],
            },
            ticket_type_code: 'CIRCLE',
            ticket_type_desc: 'Upper circle',
            total_no_of_seats: 3,
            total_sale_seatprice: 51,
            total_sale_seatprice_in_desired: 59.94,
            total_sale_surcharge: 10,
            total_sale_surcharge_in_desired: 11.75,
            user_commission: {
              amount_excluding_vat: 6.56,
              amount_including_vat: 7.88,
              commission_currency: pounds,
            },
          },
        ],
        purchase_result: { is_semi_credit: false, success: true },
      },
    ],
    purchase_result: { is_partial: false, success: true },
    transaction_id: 'Z000-0000-37QH-Z217',
    transaction_uuid: '363b641f-efa7-11e6-a96d-d0bf9c45f5c0',
    trolley_bundle_count: 1,
    trolley_order_count: 1,
  },
};

export const callout: JsonObject = {
  callout: {
    callout_destination_url: 'https://pay.example/tickets/dummy_redirect.buy/demo-redirect?step=1',
    callout_parameters: { return_url: 'https://shop.example/return/FIRST', title: 'A dummy page' },
    callout_parameters_order: [],
    callout_type: 'get',
    debitor_integration_data: {
      debit_amount: 62.5,
      debit_base_amount: 6250,
      debit_currency: 'gbp',
      debitor_specific_data: { is_dummy_3d_secure: false },
      debitor_type: 'dummy',
    },
  },
  currency_details: { gbp: pounds },
};
