import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { booking, CONTACT, OctoShop, order, refusal } from './octo-client';

let sandbox: TestSandbox;
let shop: OctoShop;

beforeAll(async () => {
  sandbox = await testSandbox();
  shop = new OctoShop(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

describe('OCTO: cards that paid before', () => {
  it('pays the rest with the card of the deposit, by its id', async () => {
    const held = await shop.hold('OC910');
    const [card] = held.cardPayment?.reusableCards ?? [];
    expect(held.cardPayment).toMatchObject({ paid: 600, outstandingBalance: 1400, balance: 1400 });
    expect(card).toMatchObject({ brand: 'visa', last4: '4242' });
    const cardPayment = { gateway: 'stripe', cardId: card?.id };
    const done = booking(await shop.confirm(held, { cardPayment }));
    expect(done).toMatchObject({ status: 'CONFIRMED', cardPayment: { paid: 2000, outstandingBalance: 0 } });
    expect(done.cardPayment?.reusableCards).toHaveLength(1);
    const { charges } = await sandbox.ledger();
    expect(charges.map(({ status, captured, group }) => [status, captured, group])).toEqual([
      ['captured', 600, held.uuid],
      ['cancelled', 0, held.uuid],
      ['captured', 1400, held.uuid],
    ]);
  });

  it('knows no card of another order', async () => {
    const one = await shop.hold('OC910');
    const two = await shop.hold('OC910');
    const cardId = one.cardPayment?.reusableCards[0]?.id;
    const answer = await shop.confirm(two, { cardPayment: { gateway: 'stripe', cardId } });
    expect(refusal(answer).error).toBe('INVALID_CARD_ID');
  });

  it('gives the deposit back when the hold is let go', async () => {
    const held = await shop.hold('OC910');
    await shop.call('POST', `/bookings/${held.uuid}/cancel`, {});
    expect((await sandbox.ledger()).charges[0]).toMatchObject({ captured: 600, refunded: 600 });
  });

  it('pays for tickets that are added to what is confirmed', async () => {
    const held = await shop.hold('OC101', { adult: 1 });
    booking(await shop.confirm(held, shop.paid(await shop.pay(held))));
    const unitItems = [
      ...held.unitItems.map(({ uuid, unitId }) => ({ uuid, unitId })),
      { unitId: 'OC101-adult' },
    ];
    const more = booking(await shop.call('PATCH', `/bookings/${held.uuid}`, { unitItems }));
    expect(more).toMatchObject({ status: 'CONFIRMED', confirmable: true });
    expect(more.cardPayment?.outstandingBalance).toBe(1650);
    expect(more.unitItems[1]?.ticket?.deliveryOptions).toEqual([]);
    const cardId = more.cardPayment?.reusableCards[0]?.id;
    const done = booking(await shop.confirm(held, { cardPayment: { gateway: 'stripe', cardId } }));
    expect(done.unitItems[1]?.ticket?.deliveryOptions).not.toEqual([]);
    expect(done.cardPayment?.outstandingBalance).toBe(0);
    expect((await sandbox.ledger()).charges.map(({ captured }) => captured)).toEqual([1650, 0, 1650]);
  });
});

describe('OCTO: payments from elsewhere', () => {
  it('writes down what the caller says it took, with its notes, and charges nobody', async () => {
    const held = await shop.hold('OC108', { adult: 1 });
    expect(held).toMatchObject({ pricing: { currency: 'KWD', currencyPrecision: 3, retail: 4750 } });
    expect(held.cardPayment).toMatchObject({ gateway: 'external', external: {} });
    const payment = (more: Record<string, unknown>) => ({ cardPayment: { gateway: 'external', ...more } });
    expect(
      refusal(
        await shop.confirm(held, payment({ external: { approved: false, refusalReason: 'No funds.' } })),
      ),
    ).toMatchObject({ error: 'BAD_REQUEST', errorMessage: 'No funds.' });
    expect(refusal(await shop.confirm(held, payment({ amount: 4749 }))).error).toBe('BAD_REQUEST');
    const done = booking(
      await shop.confirm(held, payment({ amount: 4750, currency: 'KWD', notes: 'psp 8815' })),
    );
    expect(done).toMatchObject({ status: 'CONFIRMED', cardPayment: { paid: 4750, reusableCards: [] } });
    const { charges, bookings } = await sandbox.ledger();
    expect(charges).toEqual([]);
    expect(bookings).toMatchObject([{ status: 'booked', amount: 4750, currency: 'KWD' }]);
  });

  it('needs no more than its name', async () => {
    const held = await shop.hold('OC112', { adult: 2 });
    const done = await shop.confirm(held, { cardPayment: { gateway: 'external' } });
    expect(booking(done).status).toBe('CONFIRMED');
  });

  it('asks for nothing where nothing is due', async () => {
    const held = await shop.hold('OC110', { other: 2 });
    expect(held.cardPayment).toBeNull();
    expect(booking(await shop.confirm(held)).status).toBe('CONFIRMED');
    expect((await sandbox.ledger()).charges).toEqual([]);
  });
});

describe('OCTO: a gateway that few know', () => {
  it('is named with what its page would need, and refuses every payment', async () => {
    const kayak = await shop.hold('OC113', { adult: 2 });
    expect(kayak.cardPayment).toMatchObject({
      gateway: 'bridgepay',
      bridgepay: { publicKey: expect.any(String) },
    });
    const answer = await shop.confirm(kayak, {
      cardPayment: { gateway: 'bridgepay', bridgepay: { token: 't' } },
    });
    expect(refusal(answer).error).toBe('BAD_REQUEST');
  });
});

describe('OCTO: paying an order', () => {
  it('pays all of it at once', async () => {
    const made = order(await shop.call('POST', '/orders', { currency: 'GBP' }));
    const one = await shop.hold('OC101', { adult: 1 }, { orderId: made.id });
    const two = await shop.hold('OC905', { adult: 1 }, { orderId: made.id });
    const held = await shop.order(made.id);
    expect(held.pricing?.retail).toBe(1650 + 2000);
    expect(held.cardPayment?.stripe?.paymentIntent?.amount).toBe(3650);
    expect(one.uuid).not.toBe(two.uuid);
    const paid = shop.paid(await shop.pay(held));
    const confirm = () => shop.call('POST', `/orders/${made.id}/confirm`, { contact: CONTACT, ...paid });
    expect(refusal(await confirm()).error).toBe('PAYMENT_PENDING');
    await sandbox.clock(6_100);
    const done = order(await confirm());
    expect(done.status).toBe('CONFIRMED');
    expect(done.bookings.map(({ status }) => status)).toEqual(['CONFIRMED', 'CONFIRMED']);
    const { charges, bookings } = await sandbox.ledger();
    expect(charges).toMatchObject([{ group: one.uuid, captured: 3650 }]);
    expect(bookings.map(({ group }) => group)).toEqual([one.uuid, one.uuid]);
  });
});
