import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { type Answer, F13, type Fields } from './ingresso-client';

const HOLD_MS = 15 * 60_000;

let sandbox: TestSandbox;
let f13: F13;

beforeAll(async () => {
  sandbox = await testSandbox();
  f13 = new F13(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const seated = async (
  event: string,
  type: string,
  band: string,
  seats: string[],
  day?: number,
): Promise<Fields> => ({
  perf_id: await f13.perf(event, day),
  ticket_type_code: type,
  price_band_code: `${band}/pool`,
  no_of_seats: String(seats.length),
  ...Object.fromEntries(seats.map((id, index) => [`seat${index}`, id])),
});

const firstOrder = ({ json }: Answer) => json.trolley_contents?.bundle[0]?.order[0];
const seatsOf = (answer: Answer) =>
  firstOrder(answer)?.ticket_orders.ticket_order.flatMap(({ seats = [] }) => seats) ?? [];

describe('Ingresso: reserve', () => {
  it('holds for a quarter of an hour, says what a purchase needs, and lets go once', async () => {
    const got = await f13.post('reserve.v1', await f13.worked());
    expect(got.json).toMatchObject({
      transaction_status: 'reserved',
      minutes_left_on_reserve: 15,
      allowed_countries: { uk: 'United Kingdom', ie: 'Ireland' },
      needs_payment_card: false,
      needs_email_address: false,
      language_list: expect.arrayContaining(['en-gb']),
      unreserved_orders: [],
      trolley_contents: { bundle: [{ bundle_total_cost: 62.5 }] },
    });
    expect(got.json.allowed_countries).not.toHaveProperty('gb');
    const uuid = got.json.trolley_contents?.transaction_uuid ?? '';
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect((await sandbox.ledger()).holds).toMatchObject([
      { provider: 'ingresso', group: uuid, status: 'held' },
    ]);
    for (let repeat = 0; repeat < 2; repeat += 1)
      expect((await f13.post('release.v1/', { transaction_uuid: uuid })).json).toEqual({ released_ok: true });
    expect((await f13.status(uuid)).json.transaction_status).toBe('released');
    expect((await f13.as('demo-stripe').status(uuid)).status).toBe(400);
  });

  it('ends by the clock, and the seats are on sale again', async () => {
    const order = await seated('7AB', 'STALLS', 'A', ['A3', 'A4']);
    const first = await f13.post('reserve.v1', order);
    expect(firstOrder(first)?.seat_request_status).toBe('got_all');
    const taken = await f13.post('reserve.v1', order);
    expect(taken.json).not.toHaveProperty('trolley_contents');
    expect(taken.json.unreserved_orders?.[0]?.reserve_failure_comment).toBe(
      'Seat A3 is no longer available.',
    );
    await sandbox.clock(HOLD_MS + 1000);
    expect((await sandbox.ledger()).holds.map(({ status }) => status)).toEqual(['expired']);
    expect((await f13.post('reserve.v1', order)).json.transaction_status).toBe('reserved');
  });

  it('restricts countries where tickets go by post', async () => {
    const order = { ...(await f13.worked()), ext_test0_send_code: 'POST' };
    const { json } = await f13.post('reserve.v1', order);
    expect(json.allowed_countries).toEqual({ ie: 'Ireland', uk: 'United Kingdom' });
    expect(json.trolley_contents?.bundle[0]?.bundle_total_cost).toBe(64.5);
  });

  it('fails for H10, gives others for D7, one other for B5, and says what a seat is like', async () => {
    const failed = await f13.post('reserve.v1', await seated('7AB', 'CIRCLE', 'B', ['H10']));
    expect(failed.json).toMatchObject({
      input_contained_unavailable_order: false,
      unreserved_orders: [
        { reserve_failure_comment: 'Seat H10 causes failure.', requested_seat_ids: ['H10'] },
      ],
    });
    expect(failed.json).not.toHaveProperty('transaction_status');
    const others = await f13.post('reserve.v1', await seated('7AB', 'STALLS', 'B', ['D6', 'D7']));
    expect([firstOrder(others)?.seat_request_status, seatsOf(others).map(({ full_id }) => full_id)]).toEqual([
      'got_none',
      ['D2', 'D3'],
    ]);
    const partly = await f13.post('reserve.v1', await seated('SC33', 'STALLS', 'A', ['B5', 'B6']));
    expect(firstOrder(partly)?.seat_request_status).toBe('got_partial');
    expect(seatsOf(partly)[1]?.full_id).toBe('B6');
    const haunted = await f13.post('reserve.v1', await seated('7AB', 'STALLS', 'B', ['C6', 'C5']));
    expect(seatsOf(haunted)).toMatchObject([
      { full_id: 'C6', row_id: 'C', col_id: '6', is_restricted_view: true, seat_text: 'Haunted seat' },
      { full_id: 'C5', is_restricted_view: true },
    ]);
  });

  it('keeps seats together and leaves no single one where the house wants it so', async () => {
    const comment = async (seats: string[]) =>
      (await f13.post('reserve.v1', await seated('7AA', 'STALLS', 'A', seats))).json.unreserved_orders?.[0]
        ?.reserve_failure_comment;
    expect(await comment(['A1', 'A3'])).toBe('Seats must be next to each other.');
    expect(await comment(['A2', 'A3'])).toBe('A single seat would be left.');
    expect(await comment(['A1', 'A2'])).toBeUndefined();
  });

  it('knows its Tuesdays and Thursdays', async () => {
    const order = async (day: number) => ({
      perf_id: await f13.perf('6IE', day),
      ticket_type_code: 'STALLS',
      price_band_code: 'A/pool',
      no_of_seats: '3',
    });
    expect((await f13.post('reserve.v1', await order(2))).json.unreserved_orders).toHaveLength(1);
    const thursday = await f13.post('reserve.v1', await order(4));
    expect(seatsOf(thursday).map((seat) => seat.is_restricted_view)).toEqual([false, true, true]);
  });

  it('reserves a bundle whole or not at all, and the other bundle all the same', async () => {
    const trolley_token = await f13.filled('SC30', '6KF', '7AB');
    const { json } = await f13.post('reserve.v1', { trolley_token });
    expect(json.trolley_contents?.bundle.map((one) => one.bundle_source_code)).toEqual(['ext_test1']);
    expect(json.unreserved_orders?.map(({ event }) => event.event_id)).toEqual(['SC30', '6KF']);
    expect((await sandbox.ledger()).holds).toHaveLength(1);
    const nothing = await f13.post('reserve.v1', { ...(await f13.order('6KF')), no_of_seats: '2' });
    expect([nothing.status, nothing.json.input_contained_unavailable_order]).toEqual([200, true]);
  });

  it('may cost more than was shown', async () => {
    const dear = await f13.post('reserve.v1', await f13.order('SC31'));
    expect(dear.json.trolley_contents?.bundle[0]).toMatchObject({ bundle_total_seatprice: 22 });
    await sandbox.action('ingresso', 'raise-price', '6KF', { percent: 50 });
    const raised = await f13.post('reserve.v1', await f13.order('6KF'));
    expect(raised.json.trolley_contents?.bundle[0]).toMatchObject({ bundle_total_seatprice: 18 });
  });

  it('keeps its answer for a day', async () => {
    const got = await f13.post('reserve.v1', await f13.worked());
    const uuid = { transaction_uuid: got.json.trolley_contents?.transaction_uuid ?? '' };
    expect((await f13.get('reserve_page_archive.v1', uuid)).text).toBe(got.text);
    expect((await f13.get('reserve_page_archive.v1', { transaction_uuid: 'nobody' })).status).toBe(400);
    await sandbox.clock(25 * 3_600_000);
    const old = await f13.get('reserve_page_archive.v1', uuid);
    expect([old.status, old.json.error_code]).toEqual([410, 8]);
  });
});
