import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Params } from '@/sandbox/providers/ingresso/params';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { F13 } from './ingresso-client';

let sandbox: TestSandbox;
let f13: F13;

beforeAll(async () => {
  sandbox = await testSandbox();
  f13 = new F13(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

describe('Ingresso: transport', () => {
  it('refuses who is not known, with the platform’s realm', async () => {
    for (const authorization of ['', 'Basic !', `Basic ${Buffer.from('demo:wrong').toString('base64')}`]) {
      const answer = await f13.raw('/f13/events.v1', { headers: { authorization } });
      expect(answer.status).toBe(401);
      expect(answer.json).toEqual({ error_code: 3, error_desc: 'User authorisation failure' });
      expect(answer.headers.get('www-authenticate')).toBe('Basic realm="TicketSwitch_Core_User"');
    }
  });

  it('takes the older logins too: parameters, and the user in the path', async () => {
    const bare = { authorization: '' };
    const login = 'user_id=demo&user_passwd=demopass';
    expect((await f13.raw(`/f13/test.v1?${login}`, { headers: bare })).status).toBe(200);
    expect((await f13.raw('/f13/test.v1/demo?user_passwd=demopass', { headers: bare })).status).toBe(200);
    expect((await f13.raw('/f13/test.v1/demo/shop7/en-gb')).json).toMatchObject({
      user_id: 'demo',
      sub_user: 'shop7',
      user_info: { user_id: 'demo' },
    });
    expect((await f13.raw('/f13/test.v1/demo-stripe')).status).toBe(401);
  });

  it('answers with and without a slash at the end, as JSON with its charset, and names each answer', async () => {
    for (const path of ['/f13/test.v1', '/f13/test.v1/', '/f13/test.v1/-/-/']) {
      const { status, headers } = await f13.raw(path);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('application/json; charset=UTF-8');
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('has 404 for what does not exist, 405 for the wrong method, 403 for who may only look', async () => {
    expect((await f13.get('nothing.v1')).status).toBe(404);
    for (const endpoint of ['reserve.v1', 'release.v1', 'purchase.v1', 'callback.v1', 'cancel.v1']) {
      const refused = await f13.get(endpoint);
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST']);
    }
    expect((await f13.raw('/f13/events.v1', { method: 'DELETE' })).status).toBe(405);
    const browse = f13.as('demo-browse');
    expect((await browse.get('events.v1')).status).toBe(200);
    expect((await browse.post('reserve.v1', { perf_id: '6IF-1' })).status).toBe(403);
  });

  it('merges query, form and flat JSON, and refuses JSON that is neither', async () => {
    const order = await f13.order('6KF');
    const json = { 'content-type': 'application/json' };
    const { perf_id, ...rest } = order;
    const body = JSON.stringify({ ...rest, no_of_seats: 1 });
    const got = await f13.raw(`/f13/reserve.v1/?perf_id=${perf_id}`, { method: 'POST', headers: json, body });
    expect(got.json.transaction_status).toBe('reserved');
    for (const wrong of ['[1]', '{', '{"perf_id":{"a":1}}']) {
      const refused = await f13.raw('/f13/reserve.v1', { method: 'POST', headers: json, body: wrong });
      expect([refused.status, refused.json.error_code]).toEqual([400, 8]);
    }
  });

  it.each([
    ['', true],
    ['true', true],
    ['True', true],
    ['1', true],
    ['yes', true],
    ['false', false],
    ['False', false],
    ['no', false],
    ['0', false],
  ])('reads the flag %j as %s', (value, wanted) => {
    expect(new Params([['flag', value]]).flag('flag')).toBe(wanted);
    expect(new Params([]).flag('flag')).toBe(false);
  });
});

describe('Ingresso: events', () => {
  it('finds by words, place and offer, in pages that start at 0', async () => {
    const { json } = await f13.get('events.v1', { keywords: 'nutcracker', req_cost_range: '' });
    expect(json).toMatchObject({
      currency_details: { gbp: { currency_factor: 100, currency_places: 2, currency_number: 826 } },
      results: {
        event: [{ event_id: '6IF', cost_range: { min_seatprice: 18, max_seatprice: 47 } }],
        paging_status: { total_unpaged_results: 1, pages_remaining: 0 },
      },
    });
    const ids = async (params: Record<string, string>) =>
      (await f13.get('events.v1', params)).text.match(/"event_id":"(\w+)"/g)?.length ?? 0;
    expect(await ids({ city_code: 'barcelona-es' })).toBe(2);
    expect(await ids({ circle: '52.52:13.40:20' })).toBe(2);
    expect(await ids({ offers_only: 'True' })).toBe(1);
    const paged = await f13.get('events.v1/', { page_len: '2', page_no: '1', sort_order: 'most_popular' });
    expect(paged.json).toMatchObject({ results: { paging_status: { page_length: 2, page_number: 1 } } });
    expect(paged.json).not.toHaveProperty('currency_details');
    expect((await f13.get('events.v1', { sort_order: 'sideways' })).status).toBe(400);
  });

  it('adds what is asked for, by id, and leaves out ids that nobody knows', async () => {
    const { json } = await f13.get('events_by_id.v1', {
      event_id_list: '8LM,NOPE',
      req_media_square: '1',
      req_extra_info: 'yes',
      req_reviews: '',
      add_upsells: '',
    });
    expect(json.events_by_id).toEqual({
      '8LM': expect.objectContaining({
        valid_quantities: [1, 2, 3, 4, 5, 6, 7, 8],
        upsells: [expect.objectContaining({ event_id: '8QR' }), expect.objectContaining({ event_id: '6IF' })],
        event: expect.objectContaining({
          media: { media_asset: [expect.objectContaining({ name: 'square', width: 140 })] },
          structured_info: expect.objectContaining({ age: expect.objectContaining({ name: 'Age' }) }),
          reviews: { review: [expect.objectContaining({ star_rating: 5 })] },
        }),
      }),
    });
    const poster = await fetch(`${sandbox.origin('ingresso')}/media/8LM/triplet_one.svg`);
    expect(poster.headers.get('content-type')).toContain('image/svg+xml');
    expect(await poster.text()).toContain('The Tidewaiters');
  });

  it('has details of prices by band, with a bit for each day', async () => {
    const { json } = await f13.get('events_by_id.v1', {
      event_id_list: '6IF',
      req_avail_details: '',
      req_avail_details_with_perfs: '',
      req_cost_range_details: '',
    });
    const circle = expect.objectContaining({ ticket_type_code: 'CIRCLE' });
    expect(json).toMatchObject({
      events_by_id: {
        '6IF': {
          event: {
            avail_details: {
              ticket_type: expect.arrayContaining([
                expect.objectContaining({
                  ticket_type_code: 'BALCONY',
                  price_band: [
                    {
                      price_band_code: 'A/pool',
                      avail_detail: [
                        expect.objectContaining({
                          seatprice: 47,
                          avail_currency_code: 'gbp',
                          valid_quantity_bitmask: 63,
                          available_weekdays_bitmask: 126,
                          available_dates: expect.objectContaining({
                            first_yyyymmdd: expect.stringMatching(/^\d{8}$/),
                          }),
                        }),
                      ],
                    },
                  ],
                }),
              ]),
            },
            cost_range_details: { ticket_type: expect.arrayContaining([circle]) },
          },
        },
      },
    });
  });

  it('says who a price is for in words that clients know', async () => {
    const known = ['standard', 'child', 'student', 'senior'];
    const { text } = await f13.get('availability.v1', {
      perf_id: await f13.perf('6IF', 1),
      add_discounts: '',
    });
    const said = [...text.matchAll(/"discount_semantic_type":"(\w+)"/g)].map(([, word]) => word);
    expect([...new Set(said)].sort()).toEqual(known.sort());
  });

  it('shows the saving of an offer', async () => {
    const { json } = await f13.get('events_by_id.v1', {
      event_id_list: '8QR',
      req_cost_range: '',
      req_cost_range_best_value_offer: '',
    });
    expect(json).toMatchObject({
      events_by_id: {
        '8QR': {
          event: {
            cost_range: {
              best_value_offer: {
                absolute_saving: 15,
                percentage_saving: 33,
                full_seatprice: 40,
                offer_surcharge: 0,
              },
            },
          },
        },
      },
    });
  });
});

describe('Ingresso: performances', () => {
  it('are on the venue’s clock, in a range of dates, and by their ids', async () => {
    const perf = await f13.perf('B10');
    const { json } = await f13.get('performances_by_id.v1', { perf_id_list: `${perf},6IF-NOPE` });
    expect(json.performances_by_id).toEqual({
      [perf]: expect.objectContaining({
        perf_id: perf,
        event_id: 'B10',
        iso8601_date_and_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+0[12]:00$/),
        date_desc: expect.stringMatching(/^(Sun|Tue|Wed|Thu|Fri|Sat), \d+(st|nd|rd|th) \w+ \d{4}$/),
        time_desc: expect.stringMatching(/^(6\.00|8\.30) PM$/),
      }),
    });
    const none = await f13.get('performances.v1', { event_id: '6IF', date_range: '20200101:20200201' });
    expect(none.json).toMatchObject({ results: { performance: [], has_perf_names: false } });
    for (const date_range of ['2020', '20200231:', 'a:b'])
      expect((await f13.get('performances.v1', { event_id: '6IF', date_range })).status).toBe(400);
  });

  it('of an event without dates are one dummy, and short lists name months and places', async () => {
    const { json } = await f13.get('performances.v1', { event_id: '1D7B8' });
    expect(json).toMatchObject({
      results: {
        performance: [{ perf_id: '1D7B8-1', perf_has_time: false, perf_is_visible: false, time_desc: '' }],
      },
    });
    const months = await f13.get('months.v1', { event_id: '6IF' });
    expect(months.json).toMatchObject({
      results: { month: expect.arrayContaining([expect.objectContaining({ year: expect.any(Number) })]) },
    });
    for (const name of ['cities', 'classes', 'sources'])
      expect((await f13.get(`${name}.v1`)).status).toBe(200);
  });
});

describe('Ingresso: e-mail addresses', () => {
  it.each([
    ['ada@example.com', undefined],
    ['', 'addr_may_not_be_blank'],
    ['@x.com', 'addr_may_not_start_with_at'],
    ['ada@', 'addr_may_not_end_with_at'],
    ['ada', 'addr_missing_at'],
    ['ada@home', 'addr_needs_at_least_one_dot'],
    ['ada@.com', 'addr_cannot_have_dot_immediately_after_at'],
    ['ada@x..com', 'addr_cannot_have_dot_dot_after_at'],
    ['ada@x.com.', 'addr_cannot_end_in_dot'],
    ['a da@x.com', 'addr_spaces_before_at_must_be_quoted'],
    ['a..da@x.com', 'addr_dot_before_at_must_be_quoted'],
    ['a(da@x.com', 'addr_specials_before_at_must_be_quoted'],
    ['"ada@x.com', 'addr_unterminated_quote_before_at'],
    ['äda@x.com', 'addr_non_ascii_before_at'],
    ['ada@bücher.de', 'addr_non_ascii_after_at'],
    ['ada@example.invalid', 'addr_bad_email_domain'],
  ])('%j: %s', async (email_address, key) => {
    const { status, json } = await f13.get('email_check.v1', { email_address });
    if (key === undefined) expect([status, json]).toEqual([200, {}]);
    else expect([status, json.error_code, json.error_key]).toEqual([460, 2000, key]);
  });
});
