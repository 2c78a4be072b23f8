import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BROWSE_KEY } from '@/sandbox/providers/tickitto/auth';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { CUSTOMER, refusal, Shop } from './tickitto-client';

let sandbox: TestSandbox;
let shop: Shop;

beforeAll(async () => {
  sandbox = await testSandbox();
  shop = new Shop(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

describe('Tickitto: keys and tracing', () => {
  it('asks for a key, and says which of three things is wrong with it', async () => {
    const types = await Promise.all(
      ([{}, { key: 'wrong' }, { key: BROWSE_KEY }] as Record<string, string>[]).map(async (headers) =>
        refusal(await shop.call('POST', '/api/basket/', undefined, headers)),
      ),
    );
    expect(types.map(({ status, type }) => [status, type])).toEqual([
      [401, 'authentication_error.key_missing'],
      [401, 'authentication_error.invalid_key'],
      [401, 'authentication_error.insufficient_permissions'],
    ]);
    expect((await shop.call('GET', '/api/events/', undefined, { key: BROWSE_KEY })).status).toBe(200);
    expect((await shop.call('GET', '/api/status', undefined, {})).json).toEqual({
      status: 'healthy',
      environment: 'PROD',
    });
  });

  it('names each answer, and repeats the caller’s own id', async () => {
    const { headers } = await shop.call('GET', '/api/authentication/account', undefined, {
      key: 'wrong',
      'X-Correlation-ID': 'mine',
    });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('x-correlation-id')).toBe('mine');
  });
});

describe('Tickitto: browsing', () => {
  it('finds by text without accents, by city and by price, and counts all of them', async () => {
    const byText = await shop.call('GET', '/api/events/?text=lumieres');
    expect(byText.json).toMatchObject([{ event_id: 'T201', from_price: { currency: 'GBP' } }]);
    const london = await shop.call('GET', '/api/events/?city[]=London&limit=2&sort_by=price_asc');
    expect(london.json).toHaveLength(2);
    expect(Number(london.headers.get('x-total-count'))).toBeGreaterThan(4);
  });

  it('has prices in yen without decimals, and times on the venue’s clock', async () => {
    const { json } = await shop.call('GET', '/api/events/T501?currency=JPY');
    expect(json).toMatchObject({
      from_price: { amount: '900', currency: 'JPY' },
      admission_type: 'date_entry',
    });
    expect(refusal(await shop.call('GET', '/api/events/T999'))).toMatchObject({
      status: 404,
      type: 'event_error.event_not_found',
    });
    expect((await shop.call('GET', '/api/events/?currency=XXX')).status).toBe(422);
  });

  it('lists categories and places, and draws a poster for each event', async () => {
    const { json } = await shop.call('GET', '/api/metadata/');
    expect(json).toMatchObject({
      categories: expect.arrayContaining([expect.objectContaining({ name: 'Sandbox scenarios' })]),
    });
    const poster = await fetch(`${sandbox.origin('tickitto')}/images/T402.svg?size=mobile`);
    expect(poster.headers.get('content-type')).toContain('image/svg+xml');
    expect(await poster.text()).toContain('Highline');
  });
});

describe('Tickitto: baskets', () => {
  it('adds, adds up and removes', async () => {
    const basket = await shop.filled('T103', 'T202');
    expect(basket.items.map(({ status }) => status)).toEqual(['reserved', 'reserved']);
    const [museum, boat] = basket.items;
    const total = [museum, boat].reduce(
      (sum, item) => sum + Number(item?.price.amount) + Number(item?.booking_fee.amount),
      0,
    );
    expect(Number(basket.total_price.amount)).toBeCloseTo(total);
    await shop.call('POST', `/api/basket/remove?basket_id=${basket._id}&item_id=${boat?.id}`);
    expect((await shop.basket(basket._id)).items).toHaveLength(1);
    const { holds } = await sandbox.ledger();
    expect(holds.map(({ status }) => status).sort()).toEqual(['held', 'released']);
  });

  it('holds the seats that were chosen, and no one else gets them', async () => {
    const { _id } = await shop.newBasket();
    const session = await shop.session('T101', _id);
    const offer = await shop.offer(session);
    const band = offer.bands[1];
    const seat = band?.rows?.flatMap(({ seats }) => seats).find(({ free }) => free)?.id ?? '';
    const body = {
      availability_id: offer.availability_id,
      product_id: offer.product_id,
      band_id: band?.id,
      booking_options: [{ seat_ids: [seat] }],
    };
    const add = () =>
      shop.call('POST', `/api/basket/add?basket_id=${_id}&availability_session_id=${session}`, body);
    expect((await add()).status).toBe(200);
    expect((await shop.basket(_id)).items[0]?.reservations[0]?.seat_selection).toMatch(
      /^Royal Circle, row [FGH], seat \d+$/,
    );
    expect(refusal(await add())).toMatchObject({ status: 410, type: 'reservation_error.seats_gone' });
  });

  it.each([
    ['basket', 404, 'reservation_error.basket_not_found', { basket: 'nobody' }, {}],
    ['session', 404, 'basket_error.session_not_found', { session: 'nobody' }, {}],
    [
      'performance',
      404,
      'reservation_error.performance_not_found',
      {},
      { availability_id: 'av-T103-2099-01-01-1000' },
    ],
    ['product', 404, 'reservation_error.product_not_found', {}, { product_id: 'pr-T101' }],
    ['band', 404, 'reservation_error.product_band_not_found', {}, { band_id: 'nowhere' }],
    [
      'concession',
      404,
      'reservation_error.concession_not_found',
      {},
      { booking_options: [{ concession_id: 'dog' }] },
    ],
    [
      'missing concession',
      422,
      'reservation_error.concession_id_required',
      {},
      { booking_options: [{ quantity: 1 }] },
    ],
    [
      'too many',
      422,
      'basket_error.item_limit',
      {},
      { booking_options: [{ concession_id: 'adult', quantity: 13 }] },
    ],
    ['missing field', 422, 'value_error.missing', {}, { product_id: undefined }],
    ['unknown field', 422, 'value_error.extra', {}, { coupon: 'x' }],
  ])('refuses a wrong %s', async (_name, status, type, ids, change) => {
    const { _id } = await shop.newBasket();
    const session = await shop.session('T103', _id);
    const offer = await shop.offer(session);
    const { basket = _id, session: used = session } = ids as { basket?: string; session?: string };
    const body = {
      availability_id: offer.availability_id,
      product_id: offer.product_id,
      booking_options: [{ concession_id: 'adult', quantity: 1 }],
      ...change,
    };
    const answer = await shop.call(
      'POST',
      `/api/basket/add?basket_id=${basket}&availability_session_id=${used}`,
      body,
    );
    expect(refusal(answer)).toMatchObject({ status, type });
    expect((await sandbox.ledger()).holds).toEqual([]);
  });

  it('takes promocodes, and says why it does not take others', async () => {
    const { _id } = await shop.filled('T103');
    const put = async (code: string) =>
      shop.call('PUT', `/api/basket/promocode?basket_id=${_id}&promocode=${code}`);
    expect((await put('welcome10')).json).toMatchObject({ total_discount: { amount: '2.25' } });
    const types = [];
    for (const code of ['WELCOME10', 'SUMMER19', 'ONCEONLY', 'STAGE15', 'nothing'])
      types.push(refusal(await put(code)).type);
    expect(types).toEqual(
      ['already_applied', 'gone', 'redeemed', 'not_applicable', 'not_found'].map(
        (end) => `basket_error.promocode_${end}`,
      ),
    );
    const gone = await shop.call('DELETE', `/api/basket/promocode?basket_id=${_id}&promocode=WELCOME10`);
    expect(gone.json).toMatchObject({ total_discount: { amount: '0.00' }, promocodes: [] });
  });

  it('speaks the older generation of the format when told to', async () => {
    const { _id } = await shop.filled('T103');
    await sandbox.action('tickitto', 'wire', 'old');
    const { json } = await shop.call('GET', `/api/basket/?basket_id=${_id}`);
    expect(json).toMatchObject({
      basket_id: _id,
      items: [{ item_id: expect.any(String), price: 22.5, currency: 'GBP' }],
    });
    const availability = await shop.call('GET', '/api/availability/?event_id=T103');
    expect(availability.json).toMatchObject({
      widget_url: expect.stringContaining('/availability?session='),
    });
    expect((await shop.call('GET', '/api/basket/?basket_id=x')).json).toMatchObject({
      errors: [{ type: 'reservation_error.basket_not_found' }],
    });
  });
});

describe('Tickitto: on account', () => {
  it('books at once, answers when all has ended, and never books twice', async () => {
    const { _id } = await shop.newBasket('?payment_method_type=tickitto');
    await shop.add(_id, 'T103', 2);
    const checkout = () => shop.call('POST', `/api/basket/checkout?basket_id=${_id}`, CUSTOMER);
    expect((await checkout()).json).toMatchObject({
      checkout_status: 'checked_out',
      items: [{ status: 'booked' }],
    });
    expect((await checkout()).json).toMatchObject({ checkout_status: 'checked_out' });
    expect((await sandbox.ledger()).bookings).toHaveLength(1);
    const stripe = await shop.call('POST', `/api/basket/stripe_object?basket_id=${_id}`, CUSTOMER);
    expect(refusal(stripe)).toMatchObject({ status: 500, type: 'basket_error.payment_mismatch' });
  });

  it('does not check out a basket that Stripe is to pay', async () => {
    const { _id } = await shop.filled('T103');
    const answer = await shop.call('POST', `/api/basket/checkout?basket_id=${_id}`, CUSTOMER);
    expect(refusal(answer)).toMatchObject({ status: 500, type: 'basket_error.payment_mismatch' });
  });
});
