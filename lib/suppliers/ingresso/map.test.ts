import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { HttpAnswer, HttpClient } from '@/lib/platform/http/types';
import { calls } from './calls';
import { sender } from './client';
import { config } from './config';
import { detailsSchema } from './details';
import { newer, older } from './documented.test-support';
import { noAnswer } from './errors';
import { configWith } from './fixtures.test-support';
import { trolleyOf } from './map';
import { detailOf, summaryOf } from './map-event';
import { offersOf } from './map-offer';
import { localStart, startOf } from './map-time';
import { vouchersOf } from './map-vouchers';
import { amountIn, currencyOf } from './money';
import { offerId, readOfferId } from './offer-id';
import { contentsOf, outcomeWire } from './wire';
import { eventWire, performanceWire } from './wire-event';
import { availabilityWire } from './wire-offer';
import { orderWire } from './wire-order';

const GBP = { code: 'GBP', exponent: 2 };

describe('configuration', () => {
  it('is off without a user, and complaining about halves', () => {
    expect(config.parse({})).toBeNull();
    expect(configWith().url).toBe('https://api.ticketswitch.com');
    for (const bad of [
      { INGRESSO_PASSWORD: '' },
      { INGRESSO_REDIRECT_USER: 'r' },
      { INGRESSO_SHARE_EMAIL: 'no' },
    ])
      expect(config.safeParse({ INGRESSO_USER: 'u', INGRESSO_PASSWORD: 'p', ...bad }).success).toBe(false);
  });
});

describe('answers of the network', () => {
  const ask = (answer: Partial<Extract<HttpAnswer, { kind: 'answered' }>> | 'lost' | 'unsent') => {
    const whole: HttpAnswer =
      typeof answer === 'string'
        ? { kind: answer, why: 'connection' }
        : {
            kind: 'answered',
            status: 200,
            headers: new Headers(),
            text: '',
            bytes: new Uint8Array(),
            ...answer,
          };
    const client: HttpClient = { call: async () => whole };
    const send = sender({ main: client, stripe: null, redirect: null }, () => 7);
    const ctx = { traceId: 't', locale: 'en', record: () => undefined };
    return send(ctx, 'main', calls.release('u'));
  };

  it('are refusals where they have an error code, whatever their status', async () => {
    const text = '{"error_code":8,"error_desc":"no"}';
    for (const status of [200, 400, 410, 460])
      expect(await ask({ status, text })).toMatchObject({ kind: 'refused', status, code: 8, desc: 'no' });
    expect(await ask({ status: 401, text: 'denied' })).toMatchObject({ kind: 'refused', code: null });
  });

  it('prove nothing where they cannot be read, and everything where the door was shut', async () => {
    expect(await ask({ text: '{"released_ok":true}' })).toEqual({
      kind: 'ok',
      value: { released_ok: true },
      at: 7,
    });
    for (const odd of [
      { text: '<html>' },
      { status: 502, text: '{"error_code":4,"error_desc":"x"}' },
      { status: 302 },
    ])
      expect(await ask(odd)).toEqual({ kind: 'lost' });
    expect(await ask({ status: 429 })).toEqual({ kind: 'unsent' });
    expect(await ask('lost')).toEqual({ kind: 'lost' });
  });

  it('tell browsing what passes and what does not', () => {
    const refused = (status: number, code: number | null) =>
      noAnswer({ kind: 'refused', status, code, desc: '', key: null });
    expect(refused(401, 3)).toMatchObject({ code: 'misconfigured' });
    expect(refused(404, null)).toMatchObject({ code: 'not_found' });
    expect(refused(400, 8)).toMatchObject({ code: 'refused' });
    expect(noAnswer({ kind: 'lost' })).toMatchObject({ code: 'unavailable' });
  });
});

describe('money', () => {
  it('is read once, without multiplying floats, by the currency’s own factor', () => {
    expect(amountIn(62.5, GBP).amount).toBe(6250);
    expect(amountIn(35.41, GBP).amount).toBe(3541);
    expect(amountIn(20.299999999999997, GBP).amount).toBe(2030);
    const yen = { jpy: { currency_code: 'jpy', currency_factor: 1 } };
    expect(currencyOf('jpy', yen)).toEqual({ code: 'JPY', exponent: 0 });
    expect(currencyOf('gbp', null)).toEqual(GBP);
    expect(currencyOf('pounds', null)).toBeNull();
  });

  const trolley = (json: unknown, change: object = {}) => {
    const wire = outcomeWire.parse(json);
    const contents = contentsOf(wire) ?? {};
    const bundle = (contents.bundle ?? []).map((one) => ({ ...one, ...change }));
    return trolleyOf({ ...contents, bundle }, { currencies: wire.currency_details, imageOrigins: [] });
  };

  it('of both generations is seats, fees, sending and one total', () => {
    const sums = {
      currency: 'GBP',
      exponent: 2,
      items: 5100,
      fees: 1000,
      delivery: 150,
      discount: 0,
      due: 6250,
    };
    expect(trolley(newer)?.totals).toEqual([sums]);
    const indication = { amount: 7345, currency: 'EUR', exponent: 2 };
    expect(trolley(older)?.totals).toEqual([{ ...sums, indication }]);
  });

  it('that contradicts itself, or is missing, is neither shown nor paid', () => {
    expect(trolley(newer, { bundle_total_cost: 62.51 })).toBeNull();
    expect(trolley(newer, { bundle_total_surcharge: null })).toBeNull();
    expect(trolley(newer, { currency_code: null })).toBeNull();
  });

  it('keeps commissions on the server', () => {
    expect(JSON.stringify([trolley(newer), trolley(older)])).not.toMatch(/commission|9\.38|788/i);
  });

  it('comes with what must be read about the seats', () => {
    expect(trolley(older)?.items[0]?.notices).toEqual([
      'Upper circle',
      'With a talk before it',
      'Restricted view: PM472.',
      'PM472: Haunted seat',
    ]);
  });
});

describe('offers', () => {
  const band = {
    price_band_code: 'A/pool',
    number_available: 4,
    sale_seatprice: 30,
    sale_surcharge: 4,
    is_offer: true,
    non_offer_sale_seatprice: 40,
    non_offer_sale_surcharge: 4,
    discount_code: '',
  };
  const read = (change: object, more: object = {}) => {
    const type = { ticket_type_code: 'ST', ticket_type_desc: 'Stalls', price_band: [{ ...band, ...change }] };
    const wire = availabilityWire.parse({
      availability: { ticket_type: [type] },
      valid_quantities: [1, 2, 3, 6],
      ...more,
    });
    return offersOf(wire, { perf: '6IF-1', currency: GBP });
  };

  it('are bands with their prices, what they cost without the offer, and how many there can be', () => {
    expect(read({})).toMatchObject([
      {
        id: '6IF-1|ST|A/pool',
        title: 'Stalls',
        quantities: [1, 2, 3],
        ticketTypes: [
          {
            type: 'standard',
            price: { amount: 3400 },
            fee: { amount: 400 },
            before: { amount: 4400 },
            max: 3,
          },
        ],
      },
    ]);
  });

  it('have discounts as kinds of tickets, with the ages that they are for', () => {
    const discount = [
      {
        ...band,
        discount_code: 'CHILD',
        discount_desc: 'Child',
        is_offer: false,
        discount_maximum_eligible_age: 15,
      },
      { ...band, discount_code: 'X', sale_seatprice: 'free' },
    ];
    expect(read({ possible_discounts: { discount } })[0]?.ticketTypes).toMatchObject([
      { type: 'CHILD', label: 'Child', notice: 'Up to age 15' },
    ]);
  });

  it('have seats in blocks of neighbours, in the order of the rows', () => {
    const free_seat_blocks = {
      blocks_by_row: { B: [['B2', 'B3'], ['B7']], A: [['A1']] },
      restricted_view_seats: ['B7'],
      seats_by_text_message: { 'Behind a pillar': ['B7'], Draughty: ['B7', 'A1'] },
    };
    const [offer] = read(
      { free_seat_blocks, allows_leaving_single_seats: 'never' },
      { contiguous_seat_selection_only: true },
    );
    expect(offer?.seats?.map(({ id, block }) => [id, block])).toEqual([
      ['B2', 'B/1'],
      ['B3', 'B/1'],
      ['B7', 'B/2'],
      ['A1', 'A/1'],
    ]);
    expect(offer?.seats?.[2]).toMatchObject({ restricted: true, notice: 'Behind a pillar Draughty' });
    expect(offer).toMatchObject({ adjacent: true, noSingles: true });
    expect(read({ free_seat_blocks }, { must_select_whole_seat_block: true })[0]?.seats).toBeUndefined();
  });

  it('without tickets or without a price are none', () => {
    expect(read({ number_available: 0 })).toEqual([]);
    expect(read({ sale_seatprice: undefined })).toEqual([]);
  });

  it('have ids that are read strictly', () => {
    expect(readOfferId(offerId({ perf: '6IF-1', type: 'ST', band: 'A/pool' }))).toEqual({
      perf: '6IF-1',
      type: 'ST',
      band: 'A/pool',
    });
    for (const bad of ['', 'a', 'a|b', 'a|b|c|d', 'a/b|c|d', 'a|b|\n', ' |b|c', `${'a'.repeat(90)}|b|c`])
      expect(readOfferId(bad)).toBeNull();
  });
});

describe('events', () => {
  const event = eventWire.parse({
    event_id: '6IF',
    event_desc: 'The <b>Snow</b>',
    geo_data: { latitude: 51.53, longitude: -0.1 },
    event_info_html: '<p>One &amp; only</p><script>x</script>',
    max_running_time: 90,
    min_running_time: 60,
    media: { media_asset: [{ name: 'square', secure_complete_url: 'https://evil.example/x.png' }, 7] },
  });
  const at = (iso: string) => performanceWire.parse({ perf_id: '6IF-1', iso8601_date_and_time: iso });

  it('are shown without markup, and with pictures from known places only', () => {
    const frame = { imageOrigins: ['https://img.example'], currencies: null };
    expect(summaryOf(event, frame)).toMatchObject({
      title: 'The <b>Snow</b>',
      summary: 'One & only',
      image: undefined,
    });
    expect(detailOf(event, [at('2027-06-05T19:30:00+01:00')], frame)).toMatchObject({
      performances: [
        { date: '2027-06-05T19:30', timeZone: 'Europe/London', startsAt: Date.UTC(2027, 5, 5, 18, 30) },
      ],
      facts: [{ label: 'Duration', text: '1 h to 1 h 30 min' }],
    });
  });

  it('without dates have none, whatever their dummy performance says', () => {
    const undated = { ...event, need_performance: false };
    expect(startOf(undated, at('2027-06-05T19:30:00Z'))).toEqual({});
    expect(
      detailOf(undated, [at('2027-06-05T19:30:00Z')], { imageOrigins: [], currencies: null }).performances,
    ).toEqual([]);
    expect(localStart(at('soon'))).toBeNull();
  });
});

describe('vouchers', () => {
  const order = (send: object, seat: object = {}) =>
    orderWire.parse({
      item_number: 2,
      event: { event_id: 'E' },
      send_method: { send_code: 'V', send_type: 'selfprint', ...send },
      supported_barcode_types: ['code128'],
      ticket_orders: {
        ticket_order: [{ discount_code: 'A', no_of_seats: 1, seats: [{ full_id: 'A1', ...seat }] }],
      },
    });

  it('are the platform’s page, the seats’ codes where the partner may draw them, and the wallets', () => {
    const page = { self_print_voucher_url: 'https://api.example/v' };
    const kinds = (...args: Parameters<typeof order>) =>
      vouchersOf(order(...args)).map(({ id, kind }) => [id, kind]);
    expect(kinds(page, { barcode: '12' })).toEqual([['2.voucher', 'link']]);
    expect(kinds({ ...page, can_generate_self_print: true }, { barcode: '12' })).toEqual([
      ['2.voucher', 'link'],
      ['2.1', 'barcode'],
    ]);
    expect(kinds({}, { seat_google_pay_urls: { gpay_save_url: 'https://pay.example/s' } })).toEqual([
      ['2.1.google', 'link'],
    ]);
    expect(kinds({ self_print_voucher_url: 'javascript:alert(1)' })).toEqual([]);
  });
});

describe('the customer’s details', () => {
  const asking = {
    needsEmail: false,
    needsAddress: false,
    mayEditAddress: true,
    countries: { uk: 'United Kingdom' },
    avs: false,
  };
  const valid = (change: object, customer: object) =>
    addFormats(new Ajv2020({ strict: false })).compile(detailsSchema({ ...asking, ...change }))({ customer });
  const who = { firstName: '"Zoë" 😀', lastName: 'אבן', phone: '+44 (0)20 8759-9036' };

  it('are what the documentation’s table asks for, and an address only where one is needed', () => {
    expect(valid({}, who)).toBe(true);
    for (const missing of ['firstName', 'lastName', 'phone'])
      expect(valid({}, { ...who, [missing]: undefined })).toBe(false);
    expect(valid({ needsEmail: true }, who)).toBe(false);
    expect(valid({ needsAddress: true }, who)).toBe(false);
    expect(valid({ needsAddress: true }, { ...who, addressLineOne: '1', country: 'uk' })).toBe(true);
    expect(valid({}, { ...who, country: 'gb' })).toBe(false);
  });

  it('fold away what is not needed, and tick nothing by themselves', () => {
    const schema = JSON.parse(JSON.stringify(detailsSchema({ ...asking, avs: true })));
    const { properties } = schema.properties.customer;
    const folded = Object.keys(properties).filter((name) => properties[name]['x-folded'] === true);
    expect(folded).toEqual([
      ...['title', 'initials', 'suffix', 'homePhone', 'workPhone'],
      ...['addressLineOne', 'addressLineTwo', 'town', 'county', 'postcode', 'country'],
    ]);
    const questions = ['supplierMayWrite', 'partnerMayWrite', 'othersMayWrite'];
    expect(questions.map((name) => properties[name].default)).toEqual([false, false, false]);
    expect(properties.billingPostcode).toBeDefined();
    expect(JSON.stringify(detailsSchema({ ...asking, mayEditAddress: false }))).not.toContain(
      'addressLineOne',
    );
  });
});
