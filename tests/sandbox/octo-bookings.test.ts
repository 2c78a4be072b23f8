import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OCTO_KEYS } from '@/sandbox/core/secrets';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { booking, CONTACT, OctoShop, order, refusal } from './octo-client';
import { bookingSchema, orderSchema } from './octo-wire';

/** OCTO as a stranger would check it: bookings and orders in every state, and every refusal of theirs. */

let sandbox: TestSandbox;
let shop: OctoShop;

beforeAll(async () => {
  sandbox = await testSandbox();
  shop = new OctoShop(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('OCTO: bookings', () => {
  it('are held once for a uuid, whole in every state, with tickets once they are confirmed', async () => {
    const asked = await shop.choice('OC112', { adult: 2 });
    const held = booking(await shop.call('POST', '/bookings/', asked));
    expect(held).toMatchObject({ uuid: asked.uuid, status: 'ON_HOLD', utcConfirmedAt: null });
    expect(held.utcExpiresAt).not.toBeNull();
    expect(held.cancellation).toBeNull();
    expect(held.unitItems.flatMap(({ ticket }) => ticket?.deliveryOptions ?? [])).toEqual([]);
    expect(booking(await shop.call('POST', '/bookings', asked))).toEqual(held);
    const other = await shop.call('POST', '/bookings', { ...asked, notes: 'Something else' });
    expect(refusal(other).error).toBe('UNPROCESSABLE_ENTITY');

    const done = booking(await shop.confirm(held, { cardPayment: { gateway: 'external' } }));
    expect(done).toMatchObject({ status: 'CONFIRMED', utcExpiresAt: null });
    expect(done.utcConfirmedAt).not.toBeNull();
    for (const method of ['VOUCHER', 'TICKET'] as const) {
      const tickets = method === 'VOUCHER' ? [done.voucher] : done.unitItems.map(({ ticket }) => ticket);
      for (const ticket of tickets) expect(ticket === null).toBe(!done.deliveryMethods.includes(method));
    }
    expect(booking(await shop.confirm(held))).toEqual(done);

    const over = booking(await shop.call('DELETE', `/bookings/${held.uuid}`, { reason: 'Rain' }));
    expect(over).toMatchObject({ status: 'CANCELLED', cancellation: { refund: 'FULL', reason: 'Rain' } });
  });

  it('expire when they say so, and are refused by their uuid from then on', async () => {
    const held = await shop.hold('OC101');
    const more = booking(await shop.call('POST', `/bookings/${held.uuid}/extend`, { expirationMinutes: 40 }));
    const minutes = (Date.parse(more.utcExpiresAt ?? '') - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(39);
    await sandbox.clock(41 * 60_000);
    expect((await shop.booking(held.uuid)).status).toBe('EXPIRED');
    expect(refusal(await shop.confirm(held))).toMatchObject({
      status: 400,
      error: 'INVALID_BOOKING_UUID',
      uuid: held.uuid,
    });
    const late = await shop.call('POST', `/bookings/${held.uuid}/extend`, {});
    expect(refusal(late).error).toBe('UNPROCESSABLE_ENTITY');
  });

  it.each([
    ['INVALID_PRODUCT_ID', { productId: 'moon' }, { productId: 'moon' }],
    ['INVALID_OPTION_ID', { optionId: 'moon' }, { optionId: 'moon' }],
    ['INVALID_AVAILABILITY_ID', { availabilityId: 'moon' }, { availabilityId: 'moon' }],
    ['INVALID_AVAILABILITY_ID', { availabilityId: undefined }, { availabilityId: null }],
    ['INVALID_UNIT_ID', { unitItems: [{ unitId: 'moon' }] }, { unitId: 'moon' }],
    ['INVALID_ORDER_ID', { orderId: NOBODY }, { id: NOBODY, orderId: NOBODY }],
    ['BAD_REQUEST', { unitItems: 'two' }, {}],
    ['BAD_REQUEST', { uuid: 'mine' }, {}],
    ['UNPROCESSABLE_ENTITY', { unitItems: [] }, {}],
    ['UNPROCESSABLE_ENTITY', { unitItems: [{ unitId: 'OC101-child' }] }, {}],
    ['UNPROCESSABLE_ENTITY', { settlementMethod: 'WHOLESALE' }, {}],
  ])('are refused with %s and the echo of what was wrong: %j', async (error, wrong, echo) => {
    const { errorMessage, ...body } = refusal(
      await shop.call('POST', '/bookings', { ...(await shop.choice('OC101')), ...wrong }),
    );
    expect(body).toEqual({ status: 400, error, ...echo });
    expect(errorMessage).toEqual(expect.any(String));
    expect((await sandbox.ledger()).holds).toEqual([]);
  });

  it('are listed by a filter, without how they are paid, and each to its own connection', async () => {
    const held = await shop.hold('OC101', undefined, { resellerReference: 'FYR-1' });
    const listed = await shop.call('GET', '/bookings?resellerReference=FYR-1');
    expect(z.array(bookingSchema).parse(listed.json)).toMatchObject([{ uuid: held.uuid }]);
    expect(listed.text).not.toMatch(/"(cardPayment|returnUrl)":/);
    expect((await shop.call('GET', '/bookings?resellerReference=FYR-2')).json).toEqual([]);
    expect(refusal(await shop.call('GET', '/bookings')).error).toBe('BAD_REQUEST');
    const other = shop.as({ key: OCTO_KEYS.certified });
    expect(refusal(await other.call('GET', `/bookings/${held.uuid}`))).toMatchObject({
      error: 'INVALID_BOOKING_UUID',
      uuid: held.uuid,
    });
  });

  it('replace their tickets whole, and keep those that are named by their uuid', async () => {
    const held = await shop.hold('OC101', { adult: 2 });
    const [kept] = held.unitItems;
    const unitItems = [{ uuid: kept?.uuid, unitId: kept?.unitId }, { unitId: 'OC101-senior' }];
    const now = booking(await shop.call('PATCH', `/bookings/${held.uuid}`, { unitItems }));
    expect(now.unitItems.map(({ unitId }) => unitId)).toEqual(['OC101-adult', 'OC101-senior']);
    expect(now.unitItems[0]).toEqual(kept);
    expect(now.pricing?.retail).toBe(1650 + 1350);
  });

  it('say nothing that was not agreed on, and say so again when it is', async () => {
    const held = await shop.hold('OC101');
    const bare = await shop.as({ capabilities: '' }).call('GET', `/bookings/${held.uuid}`);
    bookingSchema.parse(bare.json);
    expect(bare.text).not.toMatch(/"(pricing\w*|orderId|orderReference|primary|cardPayment|returnUrl)":/);
    expect(await shop.booking(held.uuid)).toEqual(held);
    const paid = await shop.as({ capabilities: 'octo/cardPayments' }).call('GET', `/bookings/${held.uuid}`);
    expect(paid.json).toMatchObject({ cardPayment: { gateway: 'stripe' }, returnUrl: null });
  });

  it('that nobody knows are refused by their uuid, whatever is asked of them', async () => {
    const uuid = randomUUID();
    for (const end of ['', '/extend', '/confirm', '/cancel']) {
      const answer = await shop.call(
        end === '' ? 'GET' : 'POST',
        `/bookings/${uuid}${end}`,
        end ? {} : undefined,
      );
      expect(refusal(answer)).toMatchObject({ status: 400, error: 'INVALID_BOOKING_UUID', uuid });
    }
  });
});

describe('OCTO: orders', () => {
  it('hold several bookings for as long as each other, and are confirmed and given back as one', async () => {
    const first = await shop.hold('OC112', { adult: 1 });
    const orderId = z.string().parse(first.orderId);
    const second = await shop.hold('OC112', { adult: 1 }, { orderId });
    expect([first.primary, second.primary]).toEqual([true, false]);
    const held = await shop.order(orderId);
    expect(held).toMatchObject({ status: 'ON_HOLD', confirmable: true, utcConfirmedAt: null });
    expect(held.bookings.map(({ uuid }) => uuid)).toEqual([first.uuid, second.uuid]);
    expect(held.bookings.every(({ utcExpiresAt }) => utcExpiresAt === held.utcExpiresAt)).toBe(true);
    expect(held.pricing?.retail).toBe((first.pricing?.retail ?? 0) * 2);
    expect(held.cardPayment?.outstandingBalance).toBe(held.pricing?.retail);
    const path = `/orders/${orderId}`;
    const alone = await shop.confirm(first, { cardPayment: { gateway: 'external' } });
    expect(refusal(alone).error).toBe('UNPROCESSABLE_ENTITY');
    const body = { contact: CONTACT, cardPayment: { gateway: 'external' } };
    const done = order(await shop.call('POST', `${path}/confirm`, body));
    expect(done).toMatchObject({ status: 'CONFIRMED', utcExpiresAt: null, confirmable: false });
    expect(order(await shop.call('POST', `${path}/confirm`, body))).toEqual(done);
    const over = order(await shop.call('POST', `${path}/cancel`, { reason: 'Rain' }));
    expect(over.bookings.map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED']);
  });

  it('are made empty or with bookings, told more, and listed by a filter only', async () => {
    const empty = order(await shop.call('POST', '/orders', { currency: 'GBP', expirationMinutes: 10 }));
    expect(empty).toMatchObject({ status: 'ON_HOLD', confirmable: false, bookings: [] });
    const bookings = [await shop.choice('OC101')];
    const full = order(await shop.call('POST', '/orders', { bookings }));
    expect(full.bookings).toHaveLength(1);
    const told = order(
      await shop.call('PATCH', `/orders/${full.id}`, { returnUrl: 'https://shop.example/' }),
    );
    expect(told.returnUrl).toBe('https://shop.example/');
    expect(refusal(await shop.call('GET', '/orders')).error).toBe('ORDERS_FIELDS_REQUIRED');
    const listed = await shop.call('GET', '/orders?productId=OC101');
    expect(z.array(orderSchema).parse(listed.json)).toMatchObject([{ id: full.id }]);
    expect(listed.text).not.toMatch(/"(cardPayment|returnUrl)":/);
  });

  it('that there are none, are over, or were not agreed on are refused by what they are called', async () => {
    for (const [method, path] of [
      ['GET', ''],
      ['PATCH', ''],
      ['POST', '/extend'],
      ['POST', '/confirm'],
      ['POST', '/cancel'],
    ] as const) {
      const body = method === 'GET' ? undefined : {};
      const answer = await shop.call(method, `/orders/${NOBODY}${path}`, body);
      expect(refusal(answer)).toMatchObject({ status: 400, error: 'INVALID_ORDER_ID', id: NOBODY });
    }
    const held = await shop.hold('OC101');
    const path = `/orders/${held.orderId}`;
    expect(refusal(await shop.as({ capabilities: '' }).call('GET', path)).error).toBe('FORBIDDEN');
    await sandbox.clock(31 * 60_000);
    expect((await shop.order(held.orderId ?? '')).status).toBe('EXPIRED');
    expect(refusal(await shop.call('POST', `${path}/confirm`, { contact: CONTACT }))).toMatchObject({
      error: 'INVALID_BOOKING_UUID',
      uuid: held.uuid,
      orderId: held.orderId,
    });
  });
});
