import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TICKITTO_WEBHOOK_PATH } from '@/sandbox/core/secrets';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { until } from '../support/until';
import { CUSTOMER, refusal, Shop, type WireBasket } from './tickitto-client';

let sandbox: TestSandbox;
let shop: Shop;

beforeAll(async () => {
  sandbox = await testSandbox();
  shop = new Shop(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const ended = ({ checkout_status }: WireBasket) => checkout_status.startsWith('checked_out');
const minor = ({ total_price }: WireBasket) => Math.round(Number(total_price.amount) * 100);

/** A basket that is paid and booked. */
async function bought(...events: string[]): Promise<WireBasket> {
  const { _id } = await shop.filled(...events);
  await shop.pay(await shop.prepare(_id));
  return shop.until(_id, ended);
}

describe('Tickitto through Stripe', () => {
  it('books item by item after the payment, with vouchers, and takes the total once', async () => {
    const { _id, ...basket } = await shop.filled('T103', 'T101');
    const intent = await shop.prepare(_id);
    expect((await shop.pay(intent)).status).toBe('succeeded');
    const pending = await shop.until(_id, ({ checkout_status }) => checkout_status === 'checkout_pending');
    expect(pending.items.map(({ status }) => status)).toContain('booking');
    const done = await shop.until(_id, ended);
    expect(done.checkout_status).toBe('checked_out');
    expect(done.items.every((item) => item.booked_successfully && item.voucher_url)).toBe(true);
    const { charges, bookings, holds } = await sandbox.ledger();
    const total = minor({ ...basket, _id });
    expect(charges).toMatchObject([{ group: _id, status: 'captured', captured: total, refunded: 0 }]);
    expect(bookings.map(({ status }) => status)).toEqual(['booked', 'booked']);
    expect(bookings.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
    expect(holds.every(({ status }) => status === 'booked')).toBe(true);
  });

  it('serves vouchers as PDF under addresses that cannot be guessed', async () => {
    const { items } = await bought('T103');
    const urls = [items[0]?.voucher_url, items[0]?.reservations[0]?.voucher_url];
    for (const url of urls) {
      const answer = await fetch(url ?? '');
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      expect(
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    }
    expect(urls[0]).toMatch(/\/vouchers\/[\w-]{24}\.pdf$/);
    expect((await fetch(`${sandbox.origin('tickitto')}/vouchers/1.pdf`)).status).toBe(404);
  });

  it('hands out the same intent again, amended as the basket changes, cancelled when it empties', async () => {
    const { _id } = await shop.filled('T103');
    const [intent, same] = await Promise.all([shop.prepare(_id), shop.prepare(_id)]);
    expect(same).toBe(intent);
    await shop.add(_id, 'T202');
    const two = await shop.basket(_id);
    expect((await shop.stripe.paymentIntents.retrieve(intent)).amount).toBe(minor(two));
    await shop.call('PUT', `/api/basket/promocode?basket_id=${_id}&promocode=FIVER`);
    expect((await shop.stripe.paymentIntents.retrieve(intent)).amount).toBe(minor(two) - 500);
    for (const { id } of two.items)
      await shop.call('POST', `/api/basket/remove?basket_id=${_id}&item_id=${id}`);
    expect((await shop.stripe.paymentIntents.retrieve(intent)).status).toBe('canceled');
  });

  it('says what is wrong with a customer or a basket before it makes an intent', async () => {
    const { _id } = await shop.newBasket();
    const ask = async (body: unknown, id = _id) =>
      refusal(await shop.call('POST', `/api/basket/stripe_object?basket_id=${id}`, body));
    const { email: _email, ...nameless } = CUSTOMER;
    expect(await ask(nameless)).toEqual({ status: 422, type: 'value_error.missing', loc: ['body', 'email'] });
    expect(await ask({ ...CUSTOMER, phone_number: 'none' })).toMatchObject({
      status: 422,
      loc: ['body', 'phone_number'],
    });
    expect(await ask(CUSTOMER)).toMatchObject({ status: 409, type: 'basket_error.not_processable' });
    expect(await ask(CUSTOMER, 'nobody')).toMatchObject({
      status: 404,
      type: 'reservation_error.basket_not_found',
    });
    expect((await sandbox.ledger()).charges).toEqual([]);
  });

  it('remembers a declined card and lets another one pay the same intent', async () => {
    const { _id } = await shop.filled('T103');
    const intent = await shop.prepare(_id);
    await expect(shop.pay(intent, 'pm_card_chargeDeclined')).rejects.toMatchObject({ code: 'card_declined' });
    await shop.until(_id, ({ checkout_status }) => checkout_status === 'payment_failed');
    expect(await shop.prepare(_id)).toBe(intent);
    await shop.pay(intent);
    expect((await shop.until(_id, ended)).checkout_status).toBe('checked_out');
  });

  it('refuses every change once it is paid', async () => {
    const { _id, items } = await bought('T103');
    const remove = await shop.call('POST', `/api/basket/remove?basket_id=${_id}&item_id=${items[0]?.id}`);
    expect(refusal(remove)).toMatchObject({ status: 409, type: 'basket_error.status_conflict' });
    const again = await shop.call('POST', `/api/basket/stripe_object?basket_id=${_id}`, CUSTOMER);
    expect(refusal(again)).toMatchObject({ status: 409, type: 'basket_error.status_conflict' });
    const picker = await shop.call('GET', `/api/availability/?event_id=T103&basket_id=${_id}`);
    expect(refusal(picker)).toMatchObject({ status: 409, type: 'availability_error.status_conflict' });
  });

  it('cancels what may be cancelled and refunds exactly that item', async () => {
    const { _id, items } = await bought('T103', 'T101');
    const [museum, theatre] = items;
    const cancel = (item?: string) => shop.call('POST', `/api/basket/cancel?order_id=${_id}&item_id=${item}`);
    expect(refusal(await cancel(theatre?.id))).toMatchObject({
      status: 422,
      type: 'basket_error.not_cancellable',
    });
    expect((await cancel(museum?.id)).json).toMatchObject({
      items: [{ status: 'cancelled' }, { status: 'booked' }],
    });
    expect(refusal(await cancel(museum?.id))).toMatchObject({
      status: 409,
      type: 'basket_error.item_status_conflict',
    });
    const { charges, bookings } = await sandbox.ledger();
    const cancelled = bookings.find(({ status }) => status === 'cancelled');
    expect(charges[0]?.refunded).toBe(cancelled?.amount);
    expect((await fetch(museum?.voucher_url ?? '')).status).toBe(410);
  });

  it('believes nobody but Stripe', async () => {
    const answer = await fetch(`${sandbox.origin('tickitto')}${TICKITTO_WEBHOOK_PATH}`, {
      method: 'POST',
      headers: { 'stripe-signature': 't=1,v1=00' },
      body: '{"type":"payment_intent.succeeded"}',
    });
    expect(answer.status).toBe(400);
  });
});

describe('Tickitto when it does not go well', () => {
  it('T901: takes the money, refuses one item, and gives it back when told to', async () => {
    const done = await bought('T103', 'T901');
    expect(done.checkout_status).toBe('checked_out_with_errors');
    expect(done.items.map(({ status }) => status)).toEqual(['booked', 'errored']);
    await sandbox.action('tickitto', 'refund-errored', done._id);
    expect((await shop.basket(done._id)).items[1]?.status).toBe('errored_and_refunded');
    const { charges, bookings } = await sandbox.ledger();
    expect(charges[0]?.refunded).toBe(bookings.find(({ status }) => status === 'failed')?.amount);
  });

  it('T902: refuses, and refunds by itself', async () => {
    const { _id } = await bought('T902');
    await sandbox.clock(6_500);
    await shop.until(_id, ({ items }) => items[0]?.status === 'errored_and_refunded');
    const { charges } = await sandbox.ledger();
    expect(charges[0]?.refunded).toBe(charges[0]?.captured);
  });

  it('T903: the voucher comes later, or when released', async () => {
    const { _id, items } = await bought('T903');
    expect(items[0]).toMatchObject({ status: 'booked', booked_successfully: true, voucher_url: null });
    await sandbox.action('tickitto', 'release-voucher', _id);
    expect((await shop.basket(_id)).items[0]?.voucher_url).toContain('/vouchers/');
  });

  it('T904 and T905: fulfilment takes its time, or fails', async () => {
    const { _id, items } = await bought('T904', 'T905');
    expect(items.map(({ status }) => status)).toEqual(['fulfilment_pending', 'fulfilment_errored']);
    expect(items.map(({ booked_successfully }) => booked_successfully)).toEqual([false, true]);
    await sandbox.clock(11_000);
    expect((await shop.basket(_id)).items[0]).toMatchObject({ status: 'booked', booked_successfully: true });
  });

  it('T906: the venue is slow', async () => {
    const { _id } = await shop.filled('T906');
    await shop.pay(await shop.prepare(_id));
    await shop.until(_id, ({ checkout_status }) => checkout_status === 'checkout_pending');
    await sandbox.clock(13_000);
    expect((await shop.basket(_id)).checkout_status).toBe('checked_out');
  });

  it('T908: the price rises when payment is prepared, and the intent with it', async () => {
    const before = await shop.filled('T908');
    const intent = await shop.prepare(before._id);
    const after = await shop.basket(before._id);
    expect(Number(after.total_items_price.amount)).toBeCloseTo(
      Number(before.total_items_price.amount) * 1.12,
    );
    expect((await shop.stripe.paymentIntents.retrieve(intent)).amount).toBe(minor(after));
  });

  it('T911: paid at Stripe, unheard of until the webhook is let go', async () => {
    const { _id } = await shop.filled('T911');
    await shop.pay(await shop.prepare(_id));
    await until(sandbox.ledger, ({ calls }) =>
      calls.some(({ path, status }) => path === TICKITTO_WEBHOOK_PATH && status === 200),
    );
    expect((await shop.basket(_id)).checkout_status).toBe('not_checked_out');
    const again = await shop.call('POST', `/api/basket/stripe_object?basket_id=${_id}`, CUSTOMER);
    expect(refusal(again)).toMatchObject({ status: 409, type: 'basket_error.status_conflict' });
    // Held back a little longer than Stripe takes to deliver all of it.
    await new Promise((wake) => setTimeout(wake, 400));
    await sandbox.action('tickitto', 'send-webhook', _id);
    expect((await shop.until(_id, ended)).checkout_status).toBe('checked_out');
  });

  it('books once although Stripe delivers twice', async () => {
    const { _id } = await bought('T103');
    await sandbox.action('stripe', 'duplicate-webhook', _id, { type: 'payment_intent.succeeded' });
    await new Promise((wake) => setTimeout(wake, 500));
    const { bookings } = await sandbox.ledger();
    expect(bookings).toHaveLength(1);
    expect((await shop.basket(_id)).checkout_status).toBe('checked_out');
  });

  it('T910: money that comes after the hold was lost is owed back', async () => {
    const { _id } = await shop.filled('T910');
    const intent = await shop.prepare(_id);
    await sandbox.clock(46_000);
    await shop.pay(intent);
    const done = await shop.until(_id, ended);
    expect(done).toMatchObject({
      checkout_status: 'checked_out_with_errors',
      items: [{ status: 'errored' }],
    });
    expect((await sandbox.ledger()).charges[0]).toMatchObject({ status: 'captured', refunded: 0 });
  });
});
