import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { F13, type Fields } from './ingresso-client';

let sandbox: TestSandbox;
let f13: F13;

beforeAll(async () => {
  sandbox = await testSandbox();
  f13 = new F13(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

describe('Ingresso: availability', () => {
  it('has the documented prices, discounts and seats', async () => {
    const { json } = await f13.get('availability.v1', {
      perf_id: await f13.perf('6IF', 1),
      add_discounts: 'true',
    });
    expect(json).toMatchObject({
      backend_is_broken: false,
      contiguous_seat_selection_only: true,
      currency_code: 'gbp',
      valid_quantities: [1, 2, 3, 4, 5, 6],
    });
    const prices = JSON.stringify(json.availability);
    for (const [seat, fee] of [
      [35, 4],
      [30, 4],
      [25, 4],
      [21, 3],
      [18, 3],
      [47, 5],
      [26, 3],
      [28, 3],
    ])
      expect(prices).toContain(`"sale_seatprice":${seat},"sale_surcharge":${fee}`);
    const map = await f13.get('availability.v1', { perf_id: await f13.perf('7AB'), add_seat_blocks: '' });
    const text = JSON.stringify(map.json.availability);
    expect(text).toContain('"E":[["E4","E5"],["E7","E8","E9"]]');
    expect(text).toContain('"H":[["H1","H2","H3","H4"],["H7","H8","H9","H10"]]');
    expect(text).toContain('"seats_by_text_message":{"Haunted seat":["C6"]}');
    expect(text).toContain('"restricted_view_seats":["A1","A2","A10"]');
  });

  it('is empty and fine where nothing is left: Saturday nights, sold out, a supplier that is down', async () => {
    const now = sandbox.running.world.clock.now();
    const all = await f13.get('performances.v1', { event_id: '6IF', page_length: '200' });
    const night =
      /"iso8601_date_and_time":"(\d{4}-\d\d-\d\d)T19:30:00[^"]*","perf_has_time":true,"perf_id":"(6IF-\w+)"/g;
    const saturday = [...all.text.matchAll(night)].find(
      ([, date = '']) => new Date(date).getUTCDay() === 6 && Date.parse(date) > now,
    );
    expect(saturday).toBeDefined();
    const empty = { availability: { ticket_type: [] }, valid_quantities: [] };
    expect((await f13.get('availability.v1', { perf_id: saturday?.[2] ?? '' })).json).toMatchObject(empty);
    const perf = await f13.perf('8ZA');
    await sandbox.action('ingresso', 'sell-out', '8ZA');
    expect((await f13.get('availability.v1', { perf_id: perf })).json).toMatchObject(empty);
    const other = await f13.perf('8ZB');
    await sandbox.action('ingresso', 'backend-down', 'ext_test2');
    expect((await f13.get('availability.v1', { perf_id: other })).json).toMatchObject({
      ...empty,
      backend_is_down: true,
    });
    expect((await f13.get('availability.v1', { perf_id: '6IF-NOPE' })).status).toBe(400);
  });

  it('offers fewer ways of sending as the day comes near, and none where there is only the post', async () => {
    const codes = async (perf_id: string) =>
      (await f13.get('send_methods.v1', { perf_id })).text.match(/"send_code":"\w+"/g) ?? [];
    const { text } = await f13.get('performances.v1', { event_id: '9XY' });
    const [near = ''] = text.match(/9XY-\w+/) ?? [];
    expect(await codes(near)).toEqual([]);
    expect(await codes(await f13.perf('9XY'))).toEqual(['"send_code":"POST"']);
    expect(await codes(await f13.perf('6IF'))).toEqual(['"send_code":"COBO"', '"send_code":"POST"']);
    const wrong = { perf_id: near, ticket_type_code: 'STALLS', price_band_code: 'A' };
    expect((await f13.get('discounts.v1', wrong)).json.error_desc).toBe(
      'price_band_code needs /pool or /alloc suffix',
    );
  });
});

describe('Ingresso: trolley', () => {
  it('comes to the documented 62.50, and remembers nothing', async () => {
    const { trolley_token: token, trolley_token_contents: contents } = await f13.trolley(await f13.worked());
    expect(contents.bundle?.[0]).toMatchObject({
      bundle_source_code: 'ext_test0',
      bundle_total_seatprice: 51,
      bundle_total_surcharge: 10,
      bundle_total_send_cost: 1.5,
      bundle_total_cost: 62.5,
    });
    await sandbox.reset();
    expect((await f13.trolley({ trolley_token: token })).trolley_token_contents.trolley_order_count).toBe(1);
    expect(token).toMatch(/^[\w-]+$/);
    const forged = await f13.get('trolley.v1', { trolley_token: token.replace(/.(?=--Z)/, 'x') });
    expect([forged.status, forged.json.error_code]).toEqual([400, 8]);
  });

  it('keeps item numbers, replaces codes that do not exist, and an empty one has no bundle', async () => {
    const first = await f13.trolley({ ...(await f13.worked()), disc1: 'DOG' });
    const codes = first.trolley_token_contents.bundle?.[0]?.order[0]?.ticket_orders.ticket_order;
    expect(codes?.map(({ discount_code, no_of_seats }) => [discount_code, no_of_seats])).toEqual([
      ['ADULT', 2],
      ['CHILD', 1],
    ]);
    const both = await f13.trolley({ trolley_token: first.trolley_token, ...(await f13.order('7AB')) });
    expect(both.trolley_token_contents).toMatchObject({ trolley_bundle_count: 2, trolley_order_count: 2 });
    const second = await f13.trolley({ trolley_token: both.trolley_token, remove_items_list: '1' });
    const third = await f13.trolley({ trolley_token: second.trolley_token, ...(await f13.order('8ZA')) });
    const items = third.trolley_token_contents.bundle?.flatMap(({ order }) =>
      order.map(({ item_number }) => item_number),
    );
    expect(items).toEqual([2, 3]);
    const empty = await f13.trolley({ trolley_token: third.trolley_token, remove_items_list: '2,3' });
    expect(empty.trolley_token_contents).toEqual({ trolley_bundle_count: 0, trolley_order_count: 0 });
    expect((await f13.get('trolley.v1', { remove_items_list: '1' })).status).toBe(400);
  });

  it('discards what cannot stand beside the new order: same performance, other currency, other sending', async () => {
    const order = await f13.worked();
    const { trolley_token: token } = await f13.trolley(order);
    const again = await f13.trolley({ trolley_token: token, ...order, price_band_code: 'A/pool' });
    expect(again.discarded_orders.map(({ item_number }) => item_number)).toEqual([1]);
    const euro = await f13.trolley({ trolley_token: token, ...(await f13.order('B11')) });
    expect(euro.discarded_orders.map(({ event }) => event.event_id)).toEqual(['6IF']);
    expect(euro).toMatchObject({ currency_details: { gbp: {}, eur: { currency_pre_symbol: '€' } } });
    const posted = await f13.trolley({ ...order, ext_test0_send_code: 'POST' });
    const comedy = await f13.trolley({ trolley_token: posted.trolley_token, ...(await f13.order('6KF')) });
    expect(comedy.discarded_orders.map(({ event }) => event.event_id)).toEqual(['6IF']);
    const follows = await f13.trolley({ trolley_token: posted.trolley_token, ...(await f13.order('6IE')) });
    expect(follows.discarded_orders).toEqual([]);
    expect(follows.trolley_token_contents.bundle?.[0]?.order.map((one) => one.send_method.send_code)).toEqual(
      ['POST', 'POST'],
    );
  });

  it('leaves out what is not available, and refuses what makes no sense', async () => {
    const order = await f13.worked();
    const changes: Fields[] = [
      { perf_id: '6IF-1' },
      { ticket_type_code: 'ROOF' },
      { price_band_code: 'Z/pool' },
      { no_of_seats: '7' },
    ];
    for (const change of changes) {
      const { disc0: _0, disc1: _1, disc2: _2, ...bare } = order;
      const got = await f13.trolley({ ...bare, ...change });
      expect(got).toMatchObject({
        input_contained_unavailable_order: true,
        trolley_token_contents: { trolley_order_count: 0 },
      });
    }
    const { no_of_seats: _n, ...without } = order;
    for (const wrong of [
      without,
      { ...order, price_band_code: 'C' },
      { ...order, no_of_seats: 'three' },
      { ...order, no_of_seats: '0' },
      { ...order, seat0: 'A1' },
      { ...order, no_of_seats: '2' },
      { ...order, ext_test0_send_code: 'DOVE' },
      { remove_items_list: 'x', trolley_token: (await f13.trolley(order)).trolley_token },
    ]) {
      const refused = await f13.get('trolley.v1', wrong);
      expect([refused.status, refused.json.error_code]).toEqual([400, 8]);
    }
  });
});
