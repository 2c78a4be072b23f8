import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

const HOUR = 3_600_000;

describe('Tickitto: holds', () => {
  it('lapse, say so for a moment, and are held again', async () => {
    const { _id } = await shop.filled('T909');
    await sandbox.clock(61_000);
    expect((await sandbox.ledger()).holds[0]?.status).toBe('expired');
    expect((await shop.basket(_id)).items[0]?.status).toBe('reservation_pending');
    const again = await shop.until(_id, ({ items }) => items[0]?.status === 'reserved');
    expect(again.items[0]?.reservation_attempts).toBe(2);
  });

  it('are lost where somebody else was faster, and cost nothing then', async () => {
    const { _id } = await shop.filled('T910');
    await sandbox.clock(46_000);
    await shop.basket(_id);
    const lost = await shop.until(_id, ({ items }) => items[0]?.status === 'unreserved');
    expect(lost.total_price.amount).toBe('0.00');
    const answer = await shop.call('POST', `/api/basket/stripe_object?basket_id=${_id}`, CUSTOMER);
    expect(refusal(answer)).toMatchObject({ status: 409, type: 'basket_error.not_processable' });
  });

  it('are not given when the tickets went a moment ago, or the event is sold out', async () => {
    const { _id } = await shop.newBasket();
    expect(refusal(await shop.add(_id, 'T907'))).toMatchObject({
      status: 410,
      type: 'reservation_error.seats_gone',
    });
    const session = await shop.session('T103', _id);
    const offer = await shop.offer(session);
    await sandbox.action('tickitto', 'sell-out', 'T103');
    const answer = await shop.call(
      'POST',
      `/api/basket/add?basket_id=${_id}&availability_session_id=${session}`,
      {
        availability_id: offer.availability_id,
        product_id: offer.product_id,
        booking_options: [{ concession_id: 'adult' }],
      },
    );
    expect(refusal(answer)).toMatchObject({ status: 410, type: 'reservation_error.seats_gone' });
  });

  it('end with the session of the picker', async () => {
    const { _id } = await shop.newBasket();
    const session = await shop.session('T103', _id);
    await sandbox.clock(HOUR);
    const page = await fetch(`${sandbox.origin('tickitto')}/availability?session=${session}`);
    expect(page.status).toBe(410);
    expect((await shop.call('GET', `/availability/${session}/dates`)).json).toMatchObject({
      code: 'availability_error.availability_gone',
    });
  });
});

describe('Tickitto: the picker', () => {
  it('may be framed by the shop alone and never names the basket', async () => {
    const { _id } = await shop.newBasket();
    const session = await shop.session('T101', _id);
    const page = await fetch(`${sandbox.origin('tickitto')}/availability?session=${session}`);
    expect(page.headers.get('content-security-policy')).toContain('frame-ancestors http://localhost:3000');
    expect(await page.text()).not.toContain(_id);
    const offer = await shop.offer(session);
    expect(JSON.stringify(offer)).not.toContain(_id);
    const band = offer.bands[0];
    const added = await shop.call('POST', `/availability/${session}/selection`, {
      availability_id: offer.availability_id,
      product_id: offer.product_id,
      band_id: band?.id,
      booking_options: [{ quantity: 2 }],
    });
    expect(added.json).toMatchObject({ added: true, selection: { availability_id: offer.availability_id } });
    expect(JSON.stringify(added.json)).not.toContain(_id);
    expect((await shop.basket(_id)).items[0]?.reservations).toHaveLength(2);
  });
});
