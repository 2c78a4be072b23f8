import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OCTO_KEYS } from '@/sandbox/core/secrets';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import {
  capabilitySchema,
  daySchema,
  productSchema,
  supplierSchema,
  type WireProduct,
  whoamiSchema,
} from './octo-catalogue-wire';
import { ALL, OctoShop, refusal } from './octo-client';
import { slotSchema } from './octo-wire';

/** OCTO as a stranger would check it: by its documentation, endpoint after endpoint, and by no code of ours. */

let sandbox: TestSandbox;
let shop: OctoShop;

beforeAll(async () => {
  sandbox = await testSandbox();
  shop = new OctoShop(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function products(as: OctoShop = shop): Promise<readonly WireProduct[]> {
  return z.array(productSchema).parse((await as.call('GET', '/products')).json);
}

describe('OCTO: the conversation', () => {
  it('says in each answer what applies, in any spelling of the header, and drops the rest without a word', async () => {
    const asked = shop.as({ capabilities: 'octo/pricing,octo/cardpayments , octo/moon', env: 'test' });
    const { headers, status } = await asked.call('GET', '/supplier');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(headers.get('octo-capabilities')).toBe('octo/pricing');
    expect(headers.get('octo-env')).toBe('test');
    expect(headers.get('content-language')).toBe('en');
    const old = await shop.call('GET', '/supplier', undefined, {
      authorization: `Bearer ${OCTO_KEYS.direct}`,
      'x-capabilities': 'octo/content',
    });
    expect(old.headers.get('octo-capabilities')).toBe('octo/content');
    const none = await shop.as({ capabilities: '' }).call('GET', '/products/');
    expect([none.status, none.headers.get('octo-capabilities')]).toEqual([200, '']);
  });

  it.each([
    ['no key', {}, 403, 'UNAUTHORIZED'],
    ['another key', { authorization: 'Bearer nobody' }, 403, 'FORBIDDEN'],
    ['a closed key', { authorization: `Bearer ${OCTO_KEYS.revoked}` }, 403, 'FORBIDDEN'],
    ['no capabilities', { authorization: `Bearer ${OCTO_KEYS.direct}` }, 400, 'CAPABILITIES_REQUIRED'],
  ])('refuses %s', async (_, more, status, error) => {
    const headers = { ...(error === 'CAPABILITIES_REQUIRED' ? {} : { 'octo-capabilities': ALL }), ...more };
    const answer = await shop.call('GET', '/products', undefined, headers as Record<string, string>);
    expect(refusal(answer)).toMatchObject({ status, error });
  });

  it('refuses what is no JSON, and paths that there are none, in its own body', async () => {
    const headers = { authorization: `Bearer ${OCTO_KEYS.direct}`, 'octo-capabilities': ALL };
    const plain = await shop.call('POST', '/bookings', {}, { ...headers, 'content-type': 'text/plain' });
    expect(refusal(plain)).toMatchObject({ status: 400, error: 'BAD_REQUEST' });
    expect(refusal(await shop.call('GET', '/moons'))).toMatchObject({ status: 400, error: 'BAD_REQUEST' });
  });

  it('tells who sells, who asks, and what can be agreed on', async () => {
    const supplier = supplierSchema.parse((await shop.call('GET', '/supplier')).json);
    expect((await shop.call('GET', '/suppliers')).json).toEqual([supplier]);
    expect((await shop.call('GET', `/suppliers/${supplier.id}`)).json).toEqual(supplier);
    expect(whoamiSchema.parse((await shop.call('GET', '/whoami')).json).supplier).toEqual(supplier);
    const known = z.array(capabilitySchema).parse((await shop.call('GET', '/capabilities')).json);
    expect(known.map(({ id }) => id).sort()).toEqual(ALL.split(', ').sort());
  });
});

describe('OCTO: products', () => {
  it('have every field in its type, and one default option', async () => {
    const all = await products();
    expect(all.length).toBeGreaterThan(20);
    for (const product of all) {
      expect(product.options.filter((one) => one.default)).toHaveLength(1);
      expect(product.availableCurrencies).toContain(product.defaultCurrency);
      for (const { units } of product.options)
        for (const { restrictions } of units)
          for (const id of restrictions.accompaniedBy) expect(units.map((one) => one.id)).toContain(id);
    }
    const one = all[0];
    expect((await shop.call('GET', `/products/${one?.id}`)).json).toEqual(one);
    expect(new Set(all.map(({ availabilityType }) => availabilityType)).size).toBe(2);
    expect(new Set(all.map(({ pricingPer }) => pricingPer)).size).toBe(2);
  });

  it('are priced by unit or by booking, in each currency, with octo/pricing only', async () => {
    for (const product of await products()) {
      const per =
        product.pricingPer === 'BOOKING' ? product.options : product.options.flatMap((o) => o.units);
      for (const { pricing, pricingFrom } of per) {
        const prices = pricing ?? pricingFrom ?? [];
        expect(prices.map(({ currency }) => currency)).toEqual(product.availableCurrencies);
        for (const { original, retail } of prices) expect(original).toBeGreaterThanOrEqual(retail);
      }
    }
    const bare = await shop.as({ capabilities: '' }).call('GET', '/products');
    expect(bare.text).not.toMatch(/"(pricing\w*|defaultCurrency|title|faqs|cardPayment|orderId)":/);
    z.array(productSchema).parse(bare.json);
  });

  it('that there are none are refused by their id', async () => {
    const { status, ...body } = refusal(await shop.call('GET', '/products/moon'));
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: 'INVALID_PRODUCT_ID', productId: 'moon' });
  });
});

describe('OCTO: availability', () => {
  it('is a line a day without gaps, and every slot of a day, and each says the same as the other', async () => {
    for (const { id: productId, options, availabilityRequired } of await products()) {
      if (!availabilityRequired || /^OC9/.test(productId)) continue;
      const optionId = options[0]?.id;
      const range = { localDateStart: inDays(3), localDateEnd: inDays(16) };
      const asked = { productId, optionId, ...range };
      const days = z.array(daySchema).parse((await shop.call('POST', '/availability/calendar', asked)).json);
      const slots = z.array(slotSchema).parse((await shop.call('POST', '/availability', asked)).json);
      expect(days.map(({ localDate }) => localDate)).toEqual(
        Array.from({ length: 14 }, (_, day) => inDays(3 + day)),
      );
      for (const { available, status } of [...days, ...slots])
        expect(available).toBe(['AVAILABLE', 'FREESALE', 'LIMITED'].includes(status));
      for (const day of days) {
        const own = slots.filter(({ localDateTimeStart }) => localDateTimeStart.startsWith(day.localDate));
        expect([productId, day.localDate, day.available]).toEqual([
          productId,
          day.localDate,
          own.some(({ available }) => available),
        ]);
      }
    }
  });

  it('is found again by its id to the letter, and by a range or by ids and not by both', async () => {
    const [slot] = await shop.slots('OC101');
    const asked = { productId: 'OC101', optionId: 'DEFAULT', availabilityIds: [slot?.id] };
    const again = (await shop.call('POST', '/availability', asked)).json;
    expect(z.array(slotSchema).parse(again)).toEqual([slot]);
    const both = await shop.call('POST', '/availability', { ...asked, localDate: inDays(3) });
    expect(refusal(both)).toMatchObject({ status: 400, error: 'BAD_REQUEST' });
    const neither = { productId: 'OC101', optionId: 'DEFAULT' };
    expect(refusal(await shop.call('POST', '/availability', neither)).error).toBe('BAD_REQUEST');
  });

  it('is sold out for more people than there is room for, and costs what they cost together', async () => {
    const ask = async (quantity: number) =>
      (await shop.slots('OC101', 'DEFAULT', { units: [{ id: 'OC101-adult', quantity }] })).find(
        ({ status }) => status !== 'CLOSED',
      );
    expect((await ask(2))?.pricing?.retail).toBe(2 * 1650);
    expect(await ask(1000)).toMatchObject({ status: 'SOLD_OUT', available: false });
  });

  it.each([
    ['INVALID_PRODUCT_ID', { productId: 'moon' }, { productId: 'moon' }],
    ['INVALID_PRODUCT_ID', { productId: undefined }, { productId: null }],
    ['INVALID_OPTION_ID', { optionId: 'moon' }, { optionId: 'moon' }],
    ['INVALID_UNIT_ID', { units: [{ id: 'moon', quantity: 1 }] }, { unitId: 'moon' }],
    ['BAD_REQUEST', { localDateEnd: 'tomorrow' }, {}],
    ['BAD_REQUEST', { localDateEnd: '2020-01-01' }, {}],
    ['BAD_REQUEST', { currency: 'XXX' }, {}],
  ])('refuses with %s and the echo of what was wrong: %j', async (error, wrong, echo) => {
    const asked = {
      productId: 'OC101',
      optionId: 'DEFAULT',
      localDateStart: inDays(3),
      localDateEnd: inDays(4),
      ...wrong,
    };
    for (const path of ['/availability', '/availability/calendar']) {
      const { errorMessage, ...body } = refusal(await shop.call('POST', path, asked));
      expect(body).toEqual({ status: 400, error, ...echo });
      expect(errorMessage).toEqual(expect.any(String));
    }
  });
});
