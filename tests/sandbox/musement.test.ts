import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MUSEMENT_CLIENTS } from '@/sandbox/core/secrets';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { activity, CUSTOMER, cart, MusementShop, order } from './musement-client';
import { daysSchema } from './musement-wire';

let sandbox: TestSandbox;
let shop: MusementShop;

beforeAll(async () => {
  sandbox = await testSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.reset();
  shop = new MusementShop(sandbox);
});

const listSchema = z.object({
  meta: z.looseObject({ count: z.number() }),
  data: z.array(
    z.looseObject({
      uuid: z.string(),
      title: z.string(),
      retail_price: z.looseObject({ value: z.number() }),
    }),
  ),
});
const fields = ({ json }: { json: unknown }) =>
  z
    .object({ errors: z.array(z.object({ field_name: z.string(), field_error_message: z.string().min(1) })) })
    .loose()
    .parse(json)
    .errors.map(({ field_name }) => field_name);

describe('Musement, the door', () => {
  it('wants the application on every call, login included', async () => {
    for (const path of ['/login', '/carts']) {
      const headers = { 'x-musement-application': '' };
      expect(await shop.send('POST', path, { body: {}, headers })).toMatchObject({
        status: 400,
        json: { code: '2271', message: expect.stringContaining('x-musement-application') },
      });
    }
  });

  it.each([
    [{ 'x-musement-market': 'mars' }, 'Unknown market code was provided.'],
    [{ 'x-musement-currency': 'XAU' }, 'Unknown currency code was provided.'],
  ])('refuses %o', async (headers, message) => {
    await shop.login();
    const bearer = { authorization: `Bearer ${await shop.login()}` };
    const answer = await shop.send('GET', '/activities', { headers: { ...bearer, ...headers } });
    expect(answer).toMatchObject({ status: 400, json: { code: '-1', message } });
  });

  it('hands out a token for an hour, and refuses what is none', async () => {
    const { id, secret } = MUSEMENT_CLIENTS.direct;
    const body = { client_id: id, client_secret: secret, grant_type: 'client_credentials' };
    expect((await shop.send('POST', '/login', { body })).json).toEqual({
      access_token: expect.any(String),
      expires_in: 3600,
      token_type: 'bearer',
      scope: null,
    });
    const wrong = { ...body, client_secret: 'another' };
    expect((await shop.send('POST', '/login', { body: wrong })).status).toBe(400);
    expect(await shop.send('GET', '/activities')).toMatchObject({ status: 401, json: { code: '1401' } });
  });

  it('lets tokens end: by time, or at once', async () => {
    await shop.login();
    await sandbox.clock(3_599_000);
    expect((await shop.call('GET', '/activities')).status).toBe(200);
    await sandbox.clock(3_601_000);
    expect(await shop.call('GET', '/activities')).toMatchObject({ status: 401, json: { code: '1401' } });
    await sandbox.action('musement', 'token-life', '5');
    await shop.login();
    expect((await shop.call('GET', '/activities')).status).toBe(200);
    await sandbox.action('musement', 'expire-tokens', MUSEMENT_CLIENTS.direct.id);
    expect((await shop.call('GET', '/activities')).status).toBe(401);
    await sandbox.clock(0);
  });
});

describe('Musement, what is on sale', () => {
  it('finds activities by words, city and page', async () => {
    const all = listSchema.parse((await shop.call('GET', '/activities?limit=100')).json);
    expect(all.data).toHaveLength(all.meta.count);
    const rome = listSchema.parse((await shop.call('GET', '/activities?text=arena&city_in=1')).json);
    expect(rome.data.map(({ uuid }) => uuid)).toEqual([activity('0102')]);
    const paged = listSchema.parse((await shop.call('GET', '/activities?limit=2&offset=1')).json);
    expect(paged.data).toEqual(all.data.slice(1, 3));
    expect((await shop.call('GET', `/activities/${activity('9999')}`)).status).toBe(404);
  });

  it('prices in the shop’s currency, reductions and fees shown', async () => {
    const reduced = (await shop.call('GET', `/activities/${activity('0102')}`)).json;
    expect(reduced).toMatchObject({
      retail_price: { currency: 'EUR', value: 14, formatted_value: '€ 14.00', formatted_iso_value: '€14.00' },
      original_retail_price: { value: 16 },
      discount_amount: { value: 2 },
      service_fee: { value: 0 },
    });
    const dollars = new MusementShop(sandbox, 'direct', { 'x-musement-currency': 'USD' });
    expect((await dollars.call('GET', `/activities/${activity('0107')}`)).json).toMatchObject({
      retail_price: { currency: 'USD', value: 39 },
    });
    const yen = new MusementShop(sandbox, 'direct', { 'x-musement-currency': 'JPY' });
    expect((await yen.call('GET', `/activities/${activity('0101')}`)).json).toMatchObject({
      retail_price: { currency: 'JPY', value: 1500, formatted_value: '¥ 1500' },
    });
  });

  it('has days, and on each kinds of visit with starts, languages and products', async () => {
    const { languages, products } = await shop.slot('0102', 1);
    expect(languages.map(({ code }) => code)).toEqual(['en', 'it', 'de']);
    expect(products).toMatchObject([
      { holder_code: 'ADULT', retail_price: { value: 49 }, original_retail_price: { value: 55 }, min_buy: 1 },
      { holder_code: 'YOUTH', retail_price: { value: 34 } },
    ]);
    const far = `/activities/${activity('0102')}/dates/2020-01-01`;
    expect((await shop.call('GET', far)).status).toBe(404);
    await sandbox.action('musement', 'sell-out', '0102');
    const days = (await shop.call('GET', `/activities/${activity('0102')}/dates`)).json;
    expect(z.array(z.looseObject({ sold_out: z.literal(true) })).parse(days).length).toBeGreaterThan(20);
    const [{ day } = { day: '' }] = z.array(z.looseObject({ day: z.string() })).parse(days);
    const left = await shop.call('GET', `/activities/${activity('0102')}/dates/${day}`);
    expect(daysSchema.parse(left.json)).toEqual([]);
  });
});

describe('Musement, carts', () => {
  it('answers the first of what was added, and adds all or nothing', async () => {
    const { uuid } = cart(await shop.call('POST', '/carts', {}));
    const { products } = await shop.slot('0101');
    const lines = products.map(({ product_id }) => ({
      type: 'musement',
      product_identifier: product_id,
      quantity: 2,
      language: 'it',
    }));
    expect((await shop.call('POST', `/carts/${uuid}/items`, lines)).json).toMatchObject({
      status: 'PREBOOK_OK',
      quantity: 2,
      total_price: { value: 36 },
      product: { language: { code: 'it', name: 'Italian' }, max_confirmation_time: 'P0D' },
    });
    const bad = [lines[0], { ...lines[0], quantity: 11 }];
    expect(fields(await shop.call('POST', `/carts/${uuid}/items`, bad))).toEqual(['1.quantity']);
    const unknown = [{ ...lines[0], product_identifier: '1' }];
    expect(fields(await shop.call('POST', `/carts/${uuid}/items`, unknown))).toEqual([
      '0.product_identifier',
    ]);
    expect(fields(await shop.call('POST', `/carts/${uuid}/items`, { ...lines[0] }))).toEqual(['body']);
    const now = cart(await shop.call('GET', `/carts/${uuid}`));
    expect(now).toMatchObject({
      items: [{}, {}],
      retail_price: { value: 54 },
      preferred_payment_gateway: 'STRIPE',
    });
    const gone = await shop.call('DELETE', `/carts/${uuid}/items/${now.items[0]?.uuid}`);
    expect([gone.status, gone.json]).toEqual([204, undefined]);
    expect(cart(await shop.call('GET', `/carts/${uuid}`)).retail_price.value).toBe(18);
  });

  it('keeps its own currency, and takes promo codes', async () => {
    const made = await shop.cart(['0105']);
    expect(made).toMatchObject({ retail_price: { value: 15.75 }, service_fee: { value: 1.25 } });
    const set = (code: string | null) => shop.call('PATCH', `/carts/${made.uuid}`, { discount_code: code });
    expect(cart(await set('sandbox10'))).toMatchObject({
      promo_code: { code: 'SANDBOX10' },
      full_price: { value: 15.75 },
      discount: { value: 1.58 },
      retail_price: { value: 14.17 },
    });
    expect(fields(await set('EXPIRED'))).toEqual(['discount_code']);
    expect(cart(await set('GRATIS')).retail_price.value).toBe(0);
    expect(cart(await set(null)).retail_price.value).toBe(15.75);
    const dollars = new MusementShop(sandbox, 'direct', { 'x-musement-currency': 'USD' });
    expect(cart(await dollars.call('GET', `/carts/${made.uuid}`)).retail_price.currency).toBe('EUR');
  });

  it('asks by schema for the customer and for each participant, and holds them to it', async () => {
    const { uuid } = cart(await shop.call('POST', '/carts', {}));
    const { products } = await shop.slot('0104');
    const line = { type: 'musement', product_identifier: products[0]?.product_id, quantity: 2 };
    await shop.call('POST', `/carts/${uuid}/items`, [line]);
    const [item] = cart(await shop.call('GET', `/carts/${uuid}`)).items;
    const glass = activity('0104');
    expect((await shop.call('GET', `/carts/${uuid}/customer/schema`)).json).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      properties: {
        email: { format: 'email' },
        extra_customer_data: { properties: { [glass]: { required: ['phone_number', 'hotel'] } } },
        musement_newsletter: { enum: ['YES', 'NO'] },
      },
    });
    const put = (body: unknown) => shop.call('PUT', `/carts/${uuid}/customer`, body);
    expect(fields(await put({ ...CUSTOMER, email: 'ada' })).sort()).toEqual(['email', 'extra_customer_data']);
    const short = { ...CUSTOMER, extra_customer_data: { [glass]: { phone_number: '+39061234567' } } };
    expect(fields(await put(short))).toEqual([`extra_customer_data.${glass}.hotel`]);
    const whole = {
      ...CUSTOMER,
      extra_customer_data: { [glass]: { phone_number: '+39061234567', hotel: 'Sole' } },
    };
    expect((await put(whole)).json).toEqual(whole);

    const people = `/carts/${uuid}/items/${item?.uuid}/participants`;
    expect((await shop.call('GET', `${people}/schema`)).json).toMatchObject({
      type: 'array',
      minItems: 2,
      maxItems: 2,
      items: { required: ['firstname', 'lastname', 'date_of_birth'] },
    });
    const ada = { firstname: 'Ada', lastname: 'Byron', date_of_birth: '1985-12-10' };
    const unnamed = await shop.call('POST', '/orders', { cart_uuid: uuid });
    expect(fields(unnamed)).toEqual([`items.${item?.uuid}.participants`]);
    expect(fields(await shop.call('PUT', people, [ada, { ...ada, firstname: '' }]))).toEqual(['1.firstname']);
    expect((await shop.call('PUT', people, [ada, ada])).status).toBe(200);
    expect((await shop.call('GET', people)).json).toEqual([ada, ada]);
    expect((await shop.call('POST', '/orders', { cart_uuid: uuid })).json).toMatchObject({
      items: [
        { participants_info: [ada, ada], extra_customer_data: [{ name: 'phone_number' }, { name: 'hotel' }] },
      ],
    });
  });

  it('shows what rises, and what is gone a moment later', async () => {
    const { products } = await shop.slot('0915');
    expect(products[0]?.retail_price.value).toBe(20);
    const risen = await shop.cart(['0915']);
    expect(risen.retail_price.value).toBe(22.4);
    const gone = await shop.cart(['0101', '0916']);
    expect(gone.items.map(({ status }) => status)).toEqual(['PREBOOK_OK', 'PREBOOK_KO']);
    expect(gone.retail_price.value).toBe(18);
    expect((await shop.call('POST', '/orders', { cart_uuid: gone.uuid })).status).toBe(400);
    await sandbox.action('musement', 'raise-price', risen.uuid, { percent: 50 });
    expect(cart(await shop.call('GET', `/carts/${risen.uuid}`)).retail_price.value).toBe(30);
    await sandbox.action('musement', 'raise-price', '0101', { percent: 10 });
    expect(cart(await shop.call('GET', `/carts/${gone.uuid}`)).retail_price.value).toBe(19.8);
  });
});

describe('Musement, orders', () => {
  it('is made once for a cart, and freezes it', async () => {
    const { uuid, items } = await shop.cart(['0101', '0105']);
    const info = `/carts/${uuid}/order-info`;
    expect(await shop.call('GET', info)).toMatchObject({ status: 404, json: { code: '1400' } });
    const extra = JSON.stringify({ clientReferenceId: 'a-checkout' });
    const made = order(await shop.call('POST', '/orders', { cart_uuid: uuid, extra_data: extra }));
    expect(made).toMatchObject({ status: 'PENDING', total_price: { value: 33.75 }, extra_data: extra });
    expect((await shop.call('POST', '/orders', { cart_uuid: uuid })).status).toBe(423);
    expect((await shop.call('GET', info)).json).toEqual({
      order_uuid: made.uuid,
      payment: { paid: false, status: 'created' },
    });
    const { products } = await shop.slot('0101');
    const line = { type: 'musement', product_identifier: products[0]?.product_id, quantity: 1 };
    expect((await shop.call('POST', `/carts/${uuid}/items`, [line])).status).toBe(423);
    expect((await shop.call('DELETE', `/carts/${uuid}/items/${items[0]?.uuid}`)).status).toBe(403);
    expect((await shop.call('PATCH', `/carts/${uuid}`, { discount_code: 'GRATIS' })).status).toBe(423);
    // Who buys may be put right until it is paid.
    const put = () => shop.call('PUT', `/carts/${uuid}/customer`, { ...CUSTOMER, firstname: 'Augusta' });
    expect((await put()).status).toBe(200);
    await shop.start(made.uuid, { stripe_token: 'pm_card_visa' });
    expect((await put()).status).toBe(423);
    expect((await shop.call('GET', info)).json).toMatchObject({ payment: { paid: true } });
  });

  it('takes nothing without a cart, a customer or an object of extra data', async () => {
    expect((await shop.call('POST', '/orders', { cart_uuid: 'none' })).status).toBe(404);
    const { uuid } = cart(await shop.call('POST', '/carts', {}));
    expect((await shop.call('POST', '/orders', { cart_uuid: uuid })).status).toBe(400);
    const full = await shop.cart(['0101']);
    const broken = await shop.call('POST', '/orders', { cart_uuid: full.uuid, extra_data: '[1]' });
    expect(fields(broken)).toEqual(['extra_data']);
  });

  it('tells another partner by 401 and nobody by 404, and neither is the 401 of a bearer', async () => {
    const { uuid } = await shop.ordered('0101');
    const other = new MusementShop(sandbox, 'split');
    const theirs = await other.start(uuid, { stripe_token: 'pm_card_visa' });
    expect(theirs).toMatchObject({ status: 401, json: { code: '1403' } });
    expect((await other.complete(uuid)).status).toBe(401);
    expect(await shop.start('nobody', { stripe_token: 'pm_card_visa' })).toMatchObject({
      status: 404,
      json: { code: '1400' },
    });
    expect((await shop.call('GET', '/orders/nobody')).status).toBe(404);
    expect((await sandbox.ledger()).charges).toEqual([]);
  });
});
