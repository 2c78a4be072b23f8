import { describe, expect, it } from 'vitest';
import { newer, older } from './documented.test-support';
import { trolleyOf } from './map';
import { detailOf, summaryOf } from './map-event';
import { localStart, startOf } from './map-time';
import { vouchersOf } from './map-vouchers';
import { amountIn, currencyOf } from './money';
import { contentsOf, outcomeWire } from './wire';
import { eventWire, performanceWire } from './wire-event';
import { orderWire } from './wire-order';

const GBP = { code: 'GBP', exponent: 2 };

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
    const [code] = vouchersOf(order({}, { barcode: '12' }));
    expect(code).toMatchObject({ kind: 'barcode', symbology: 'code128', value: '12' });
    expect(kinds({}, { seat_google_pay_urls: { gpay_save_url: 'https://pay.example/s' } })).toEqual([
      ['2.1.google', 'link'],
    ]);
    for (const bad of ['javascript:alert(1)', 'http://api.example/v', 'ftp://api.example/v', '//x'])
      expect(kinds({ self_print_voucher_url: bad })).toEqual([]);
  });
});
