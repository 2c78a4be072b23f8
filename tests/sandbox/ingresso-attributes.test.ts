import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { F13, returning } from './ingresso-client';

/** The attributes that the documentation of purchase.v1 describes, with their types; every one of them must be there. */
const text = z.string();
const latin = (...names: string[]) => names.flatMap((name) => [name, `${name}_latin`]);
const shape = (names: readonly string[], type: z.ZodType) =>
  Object.fromEntries(names.map((name) => [name, type])) as Record<string, z.ZodType>;

const currency = z.strictObject({
  currency_code: text,
  currency_factor: z.int(),
  currency_number: z.int(),
  currency_places: z.int(),
  currency_post_symbol: text,
  currency_pre_symbol: text,
});

const seat = z.looseObject({ col_id: text, full_id: text, is_restricted_view: z.boolean(), row_id: text });

/** Costs with their twins in the desired currency. */
const costs = (...names: string[]) =>
  shape([...names, ...names.map((name) => `${name}_in_desired`)], z.number());

const customerFields = [
  ...latin('addr_line_one', 'addr_line_two', 'country', 'county', 'first_name', 'initials', 'last_name'),
  ...latin('postcode', 'suffix', 'title', 'town'),
  'agent_ref',
  'country_code',
  'email_addr',
  'home_phone',
  'work_phone',
];

/** The two generations of the wire differ in a few names and in where currencies stand. */
const generations = {
  old: {
    optIns: ['dp_supplier', 'dp_user', 'dp_world'],
    languages: text,
    bundleCurrency: { currency, desired_currency: currency },
    commission: { commission_currency: currency },
    callout: {
      debitor_integration_data: z.strictObject({
        debit_amount: z.number(),
        debit_base_amount: z.int(),
        debit_currency: text,
        debitor_specific_data: z.object({ is_dummy_3d_secure: z.boolean() }),
        debitor_type: text,
      }),
    },
  },
  new: {
    optIns: ['supplier', 'user', 'world'].map((who) => `${who}_can_use_customer_data`),
    languages: z.array(text),
    bundleCurrency: { currency_code: text, desired_currency_code: text },
    commission: { commission_currency_code: text },
    callout: {
      bundle_source_code: text,
      bundle_source_desc: text,
      bundle_total_cost: z.number(),
      currency_code: text,
      debitor: z.looseObject({ debitor_type: text }),
      return_token: text,
    },
  },
} as const;

function finalOf(generation: keyof typeof generations) {
  const { optIns, languages, bundleCurrency, commission } = generations[generation];
  const earned = z.object({
    amount_excluding_vat: z.number(),
    amount_including_vat: z.number(),
    ...commission,
  });
  const ticketOrder = z.looseObject({
    discount_code: text,
    discount_desc: text,
    no_of_seats: z.int(),
    seats: z.array(seat),
    ...costs('sale_seatprice', 'sale_surcharge', 'total_sale_seatprice', 'total_sale_surcharge'),
  });
  const order = z.looseObject({
    backend_purchase_reference: text,
    event: z.looseObject({
      event_id: text,
      event_desc: text,
      source_code: text,
      need_performance: z.boolean(),
    }),
    gross_commission: earned,
    item_number: z.int(),
    performance: z.looseObject({ perf_id: text, iso8601_date_and_time: text, is_limited: z.boolean() }),
    price_band_code: text,
    seat_request_status: z.enum(['not_requested', 'got_none', 'got_partial', 'got_all']),
    send_method: z.looseObject({
      ...costs('send_cost'),
      send_code: text,
      send_desc: text,
      send_final_type: z.enum(['collect', 'post', 'selfprint']),
      send_type: z.enum(['collect', 'post', 'selfprint']),
    }),
    ticket_orders: z.object({ ticket_order: z.array(ticketOrder) }),
    ticket_type_code: text,
    ticket_type_desc: text,
    total_no_of_seats: z.int(),
    user_commission: earned,
    ...costs('total_sale_seatprice', 'total_sale_surcharge'),
  });
  const bundle = z.looseObject({
    bundle_order_count: z.int(),
    bundle_source_code: text,
    bundle_source_desc: text,
    ...costs(
      'bundle_total_cost',
      'bundle_total_seatprice',
      'bundle_total_send_cost',
      'bundle_total_surcharge',
    ),
    ...bundleCurrency,
    order: z.array(order),
    purchase_result: z.looseObject({ is_semi_credit: z.boolean(), success: z.boolean() }),
  });
  return z.looseObject({
    customer: z.strictObject({ ...shape(customerFields, text), ...shape(optIns, z.boolean()) }),
    language_list: languages,
    purchase_iso8601_date_and_time: z.iso.datetime(),
    reserve_iso8601_date_and_time: z.iso.datetime(),
    transaction_status: z.literal('purchased'),
    trolley_contents: z.object({
      bundle: z.array(bundle),
      purchase_result: z.strictObject({ is_partial: z.boolean(), success: z.boolean() }),
      transaction_id: text,
      transaction_uuid: text,
      trolley_bundle_count: z.int(),
      trolley_order_count: z.int(),
    }),
  });
}

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await testSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

describe.each(['old', 'new'] as const)(
  'Ingresso: every documented attribute, the %s generation',
  (generation) => {
    beforeEach(async () => {
      await sandbox.action('ingresso', 'wire', generation);
      await sandbox.action('ingresso', 'desired-currency', 'eur');
    });

    it('of a purchase', async () => {
      const f13 = new F13(sandbox);
      const more = { ticket_type_code: 'CIRCLE', price_band_code: 'C/pool', no_of_seats: '3' };
      const discounts = { disc0: 'ADULT', disc1: 'CHILD', disc2: 'CHILD' };
      const held = await f13.post('reserve.v1', await f13.order('6IF', { ...more, ...discounts }));
      const uuid = /"transaction_uuid":"([\w-]+)"/.exec(held.text)?.[1] ?? '';
      expect(held.json).toHaveProperty(generation === 'old' ? 'reserved_trolley' : 'trolley_contents');
      expect(held.json).toMatchObject({
        language_list: generation === 'old' ? 'en-gb,en,en-us,nl' : expect.any(Array),
      });
      const { text: bought } = await f13.purchase(uuid);
      const parsed = finalOf(generation).parse(JSON.parse(bought));
      expect(parsed.trolley_contents.bundle[0]).toMatchObject({
        bundle_total_cost: 62.5,
        bundle_total_cost_in_desired: 73.45,
        bundle_total_seatprice_in_desired: 59.94,
        bundle_total_surcharge_in_desired: 11.75,
        bundle_total_send_cost_in_desired: 1.76,
      });
      expect(bought.includes('\\/pool')).toBe(generation === 'old');
    });

    it('of a seat with something to say, and of a voucher', async () => {
      const f13 = new F13(sandbox);
      const seats = { ticket_type_code: 'STALLS', price_band_code: 'B/pool', seat0: 'C6' };
      const held = await f13.post('reserve.v1', await f13.order('7AB', seats));
      const uuid = /"transaction_uuid":"([\w-]+)"/.exec(held.text)?.[1] ?? '';
      const { text: bought } = await f13.purchase(uuid);
      const order = finalOf(generation).parse(JSON.parse(bought)).trolley_contents.bundle[0]?.order[0];
      const told = seat.extend({ seat_text: z.literal('Haunted seat'), seat_text_code: text, barcode: text });
      told.parse(order?.ticket_orders.ticket_order[0]?.seats[0]);
      z.looseObject({
        can_generate_self_print: z.literal(false),
        has_html_page: z.literal(true),
        self_print_voucher_url: z.url(),
      }).parse(order?.send_method);
    });

    it('of a callout', async () => {
      const f13 = new F13(sandbox, 'demo-redirect');
      const held = await f13.post('reserve.v1', await f13.order('6KF'));
      const uuid = /"transaction_uuid":"([\w-]+)"/.exec(held.text)?.[1] ?? '';
      const { text: answer } = await f13.purchase(uuid, returning('t.1'));
      const schema = z.strictObject({
        callout: z.looseObject({
          callout_destination_url: z.url(),
          callout_parameters: z.record(text, text),
          callout_parameters_order: z.array(text),
          callout_type: z.enum(['get', 'post']),
          ...generations[generation].callout,
        }),
        currency_details: z.record(text, currency),
      });
      schema.parse(JSON.parse(answer));
    });
  },
);

describe('Ingresso: scenarios', () => {
  it('are data, each with an id of its own and an event that is on sale', async () => {
    const own = (await sandbox.scenarios()).filter(({ provider }) => provider === 'ingresso');
    expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
    for (const mode of ['credit', 'stripe', 'redirect'])
      expect(own.filter(({ id }) => id.startsWith(`ingresso.${mode}.`)).length).toBeGreaterThan(2);
    const f13 = new F13(sandbox);
    const ids = [...new Set(own.map(({ event }) => event ?? ''))];
    const { json } = await f13.get('events_by_id.v1', { event_id_list: ids.join(',') });
    expect(Object.keys(json.events_by_id ?? {}).sort()).toEqual(ids.sort());
  });
});
