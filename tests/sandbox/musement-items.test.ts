import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MUSEMENT_WEBHOOK } from '@/sandbox/core/secrets';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { until } from '../support/until';
import { adyenToken, MusementShop } from './musement-client';
import type { WireOrder } from './musement-wire';

/** What a shop's endpoint was sent. */
interface Heard {
  readonly authorization: string;
  readonly body: Record<string, string>;
}

let sandbox: TestSandbox;
let shop: MusementShop;
let receiver: Server;
const heard: Heard[] = [];

beforeAll(async () => {
  sandbox = await testSandbox();
  receiver = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => {
      text += part.toString();
    });
    request.on('end', () => {
      heard.push({ authorization: request.headers.authorization ?? '', body: JSON.parse(text) });
      response.end();
    });
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  receiver.close();
  await sandbox.close();
});
beforeEach(async () => {
  await sandbox.reset();
  await sandbox.clock(0);
  const { port } = receiver.address() as AddressInfo;
  await sandbox.action('musement', 'webhook-url', `http://127.0.0.1:${port}/hook`);
  heard.length = 0;
  shop = new MusementShop(sandbox);
});

const statuses = ({ items }: WireOrder) => items.map(({ status }) => status);
const look = async (uuid: string) => statuses(await shop.order(uuid));
const charge = async () => (await sandbox.ledger()).charges.find(({ captured }) => captured > 0);
const bookings = async () => (await sandbox.ledger()).bookings.map(({ status }) => status);
const info = async (order: WireOrder) => {
  const { group = '' } = (await sandbox.ledger()).bookings[0] ?? {};
  expect(order.uuid).not.toBe(group);
  return (await shop.call('GET', `/carts/${group}/order-info`)).json;
};

/** Lets so much time pass, in steps of two seconds at its end: what follows from one thing begins when that has happened. */
async function pass(ms: number): Promise<void> {
  for (const left of [6_000, 4_000, 2_000, 0]) await sandbox.clock(ms - left);
  // A token lasts an hour.
  await shop.login();
}

/** An order that is paid through Stripe, or Adyen where the activity wants that. */
async function bought(...numbers: string[]): Promise<WireOrder> {
  const order = await shop.ordered(...numbers);
  const token = numbers[0] === '0905' ? { adyen_token: adyenToken() } : { stripe_token: 'pm_card_visa' };
  expect((await shop.start(order.uuid, token)).status).toBe(200);
  return order;
}

describe('Musement, what becomes of items', () => {
  it('settles each item in its own time: one at once, one on request, one refused', async () => {
    const order = await bought('0101', '0903', '0901');
    expect(await look(order.uuid)).toEqual(['PENDING', 'PENDING', 'PENDING']);
    await sandbox.clock(1_600);
    expect(await look(order.uuid)).toEqual(['OK', 'PENDING', 'KO']);
    expect(await info(order)).toMatchObject({ payment: { paid: true, status: 'booking_started' } });
    await pass(10_000);
    expect(await look(order.uuid)).toEqual(['OK', 'PENDING', 'REFUNDED']);
    expect(await charge()).toMatchObject({ captured: 5800, refunded: 2000 });
    await sandbox.action('musement', 'confirm', order.uuid);
    const last = await shop.order(order.uuid);
    expect(last).toMatchObject({
      status: 'OK',
      items: [{}, { status: 'OK', vouchers: [{}] }, { vouchers: [] }],
    });
    expect(await bookings()).toEqual(['booked', 'booked', 'failed']);
  });

  it('goes from KO over REFUND_STARTED to REFUNDED, with a reason', async () => {
    const { uuid } = await bought('0901');
    const seen: string[] = [];
    for (const offset of [1_600, 3_200, 4_800]) {
      await sandbox.clock(offset);
      seen.push(...(await look(uuid)));
    }
    expect(seen).toEqual(['KO', 'REFUND_STARTED', 'REFUNDED']);
    expect(await shop.order(uuid)).toMatchObject({
      status: 'KO',
      items: [{ cancellation_reason: 'NO-AVAILABILITY' }],
    });
    expect(await info(await shop.order(uuid))).toMatchObject({ payment: { status: 'refunded' } });
    expect((await shop.call('GET', `/orders/${uuid}/refunds`)).json).toMatchObject([
      { status: 'REFUNDED', amount: { value: 20 }, reason: 'NO-AVAILABILITY' },
    ]);
  });

  it('keeps the money of what was refused where nobody gives it back', async () => {
    const { uuid } = await bought('0902');
    await pass(3_600_000);
    expect(await look(uuid)).toEqual(['KO']);
    expect(await charge()).toMatchObject({ captured: 2000, refunded: 0 });
    await sandbox.action('musement', 'refund-item', uuid);
    await pass(3_610_000);
    expect(await look(uuid)).toEqual(['REFUNDED']);
    expect(await charge()).toMatchObject({ captured: 2000, refunded: 2000 });
  });

  it('waits on request for as long as it says, and not longer', async () => {
    const { uuid } = await bought('0904');
    await pass(47 * 3_600_000);
    expect(await look(uuid)).toEqual(['PENDING']);
    await pass(48 * 3_600_000 + 10_000);
    expect(await look(uuid)).toEqual(['REFUNDED']);
    expect(await charge()).toMatchObject({ refunded: 2000 });
  });

  it('may be refused after a while, by Adyen’s money too', async () => {
    const { uuid } = await bought('0905');
    await sandbox.clock(7_000);
    expect(await look(uuid)).toEqual(['PENDING']);
    await pass(16_000);
    expect(await look(uuid)).toEqual(['REFUNDED']);
    expect(await charge()).toMatchObject({ provider: 'adyen', captured: 2000, refunded: 2000 });
  });

  it('may be given up once it was confirmed: the voucher is no good any more', async () => {
    const { uuid } = await bought('0906');
    await sandbox.clock(1_600);
    const url = (await shop.order(uuid)).items[0]?.vouchers[0]?.url ?? '';
    expect((await fetch(url)).status).toBe(200);
    await pass(18_000);
    expect(await shop.order(uuid)).toMatchObject({
      status: 'KO',
      items: [{ status: 'REFUNDED', vouchers: [], cancellation_reason: 'CLOSED-BY-SUPPLIER' }],
    });
    expect((await fetch(url)).status).toBe(410);
    expect(await bookings()).toEqual(['cancelled']);
  });

  it('is confirmed before there is a voucher', async () => {
    const { uuid } = await bought('0909');
    await sandbox.clock(1_600);
    expect((await shop.order(uuid)).items).toMatchObject([{ status: 'OK', vouchers: [] }]);
    await sandbox.clock(22_000);
    expect((await shop.order(uuid)).items).toMatchObject([
      { vouchers: [{ url: expect.stringContaining('pdf=1') }] },
    ]);
  });
});

describe('Musement, cancelling', () => {
  const cancel = (
    uuid: string,
    item: string | undefined,
    body: unknown = { cancellation_reason: 'CUSTOMER' },
  ) => shop.call('DELETE', `/orders/${uuid}/items/${item}`, body);

  it('gives the money of a cancelled item back by its policy', async () => {
    const { uuid, items } = await bought('0101', '0103');
    await sandbox.clock(1_600);
    const [item] = items;
    expect((await shop.call('GET', `/orders/${uuid}/items/${item?.uuid}/refund-policies`)).json).toEqual([
      { period: 'P1D', type: 'PERCENTAGE', value: 100 },
      { period: 'P0D', type: 'PERCENTAGE', value: 50 },
    ]);
    expect((await cancel(uuid, item?.uuid, {})).status).toBe(400);
    expect((await cancel(uuid, 'none')).status).toBe(404);
    expect((await cancel(uuid, item?.uuid)).status).toBe(204);
    expect((await cancel(uuid, item?.uuid)).status).toBe(409);
    await sandbox.clock(4_000);
    expect(await shop.order(uuid)).toMatchObject({
      items: [{ status: 'REFUNDED', cancellation_reason: 'CUSTOMER' }, { status: 'PENDING' }],
    });
    expect(await charge()).toMatchObject({ captured: 7300, refunded: 1800 });
    expect(await bookings()).toEqual(['cancelled', 'booking']);
  });

  it('refuses what is final, and partners without the permission', async () => {
    const final = await bought('0108');
    await sandbox.clock(1_600);
    expect((await cancel(final.uuid, final.items[0]?.uuid)).status).toBe(409);
    const split = new MusementShop(sandbox, 'split');
    const { uuid, items } = await split.ordered('0101');
    expect(
      (await split.call('DELETE', `/orders/${uuid}/items/${items[0]?.uuid}`, { cancellation_reason: 'X' }))
        .status,
    ).toBe(403);
  });

  it('may fail over there, and then the tickets are good again or the money goes back', async () => {
    const one = await bought('0907');
    await sandbox.clock(1_600);
    await cancel(one.uuid, one.items[0]?.uuid);
    expect(await look(one.uuid)).toEqual(['CANCELLATION_ERROR']);
    await sandbox.clock(10_000);
    expect(await look(one.uuid)).toEqual(['OK']);
    await cancel(one.uuid, one.items[0]?.uuid);
    await sandbox.action('musement', 'resolve-cancellation', one.uuid, { to: 'REFUNDED' });
    await sandbox.clock(13_000);
    expect(await look(one.uuid)).toEqual(['REFUNDED']);
    expect(await charge()).toMatchObject({ refunded: 2000 });
  });
});

describe('Musement, without a payment', () => {
  const pay = (as: MusementShop, uuid: string) => as.call('POST', '/payments/no/payment', { uuid });

  it('confirms what costs nothing, for anybody', async () => {
    const split = new MusementShop(sandbox, 'split');
    const { uuid } = await split.ordered('0106');
    expect(await pay(split, uuid)).toMatchObject({ status: 200, json: { uuid, total_price: { value: 0 } } });
    await sandbox.clock(1_600);
    expect(await split.order(uuid)).toMatchObject({ status: 'OK' });
    expect(await sandbox.ledger()).toMatchObject({
      charges: [],
      bookings: [{ status: 'booked', amount: 0 }],
    });
  });

  it('lets a merchant of record confirm anything, and others not', async () => {
    const split = new MusementShop(sandbox, 'split');
    const theirs = await split.ordered('0101');
    expect(await pay(split, theirs.uuid)).toMatchObject({ status: 422, json: { code: '1422' } });
    const merchant = new MusementShop(sandbox, 'merchant');
    const { uuid } = await merchant.ordered('0101', '0901');
    expect((await pay(merchant, uuid)).status).toBe(200);
    expect((await pay(merchant, uuid)).status).toBe(423);
    expect((await pay(merchant, 'nobody')).status).toBe(404);
    await sandbox.clock(60_000);
    // What it collected is its own to give back.
    expect(await merchant.order(uuid)).toMatchObject({ items: [{ status: 'OK' }, { status: 'KO' }] });
    expect((await sandbox.ledger()).charges).toEqual([]);
  });
});

describe('Musement, notices', () => {
  const told = () => heard.map(({ body }) => body.order_item_status);

  it('tells of each change with Basic auth, and again when it is asked to', async () => {
    const { uuid, items } = await bought('0101');
    await sandbox.clock(2_500);
    await until(
      async () => told(),
      (all) => all.length === 1,
    );
    const { user, password } = MUSEMENT_WEBHOOK;
    expect(heard[0]).toEqual({
      authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
      body: {
        order_id: expect.stringMatching(/^\d+$/),
        order_uuid: uuid,
        order_created: expect.stringMatching(/Z$/),
        order_updated: expect.any(String),
        order_version: expect.stringMatching(/^\d+$/),
        order_item_uuid: items[0]?.uuid,
        order_item_created: expect.any(String),
        order_item_updated: expect.any(String),
        order_item_version: '2',
        order_item_status: 'OK',
      },
    });
    const again = `/orders/${uuid}/items/${items[0]?.uuid}/notifications`;
    expect((await shop.call('POST', again)).status).toBe(204);
    await sandbox.action('musement', 'duplicate-webhook', uuid);
    await sandbox.clock(3_500);
    expect(told()).toEqual(['OK', 'OK', 'OK']);
    await sandbox.action('musement', 'webhook-url', 'none');
    expect((await shop.call('POST', again)).status).toBe(400);
  });

  it('can be kept back, and arrive in the wrong order', async () => {
    await sandbox.action('musement', 'hold-webhooks', 'all');
    await bought('0901');
    for (const offset of [2_000, 4_000, 6_000]) await sandbox.clock(offset);
    expect(told()).toEqual([]);
    await sandbox.action('musement', 'send-webhooks', 'all', { order: 'newest-first' });
    for (const offset of [6_010, 6_060, 6_120]) await sandbox.clock(offset);
    expect(told()).toEqual(['REFUNDED', 'REFUND_STARTED', 'KO']);
  });
});
