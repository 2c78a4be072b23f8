import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { booking, intentOf, OctoShop, refusal } from './octo-client';

let sandbox: TestSandbox;
let shop: OctoShop;

beforeAll(async () => {
  sandbox = await testSandbox();
  shop = new OctoShop(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

describe('OCTO: paying through Stripe', () => {
  it('names the intent in the booking, sets the money aside and takes it with the confirmation', async () => {
    const held = await shop.hold('OC101', { adult: 2, child: 1 });
    expect(held).toMatchObject({ status: 'ON_HOLD', confirmable: true, returnUrl: null });
    expect(held.pricing?.retail).toBe(2 * 1650 + 850);
    expect(held.cardPayment).toMatchObject({
      gateway: 'stripe',
      outstandingBalance: 4150,
      paid: 0,
      currency: 'GBP',
      currencyPrecision: 2,
      reusableCards: [],
      stripe: {
        version: 'latest',
        paymentIntent: { amount: 4150, currency: 'gbp', publishableKey: 'pk_test_octo_sandbox' },
      },
    });
    const intent = await shop.pay(held);
    expect((await sandbox.ledger()).charges).toMatchObject([
      { group: held.uuid, status: 'authorised', captured: 0, amount: 4150 },
    ]);
    const done = booking(await shop.confirm(held, shop.paid(intent)));
    expect(done).toMatchObject({ status: 'CONFIRMED', utcExpiresAt: null, confirmable: false });
    expect(done.utcConfirmedAt).not.toBeNull();
    const { charges, bookings, holds } = await sandbox.ledger();
    expect(charges).toMatchObject([{ id: intent, group: held.uuid, status: 'captured', captured: 4150 }]);
    expect(bookings).toMatchObject([
      { group: held.uuid, status: 'booked', amount: 4150, reference: done.supplierReference },
    ]);
    expect(holds).toMatchObject([{ id: held.uuid, group: held.uuid, status: 'booked' }]);
    expect(done.cardPayment).toMatchObject({
      outstandingBalance: 0,
      paid: 4150,
      totalPaid: 4150,
      reusableCards: [{ brand: 'visa', last4: '4242', bin: '424242' }],
      stripe: { paymentIntent: null },
    });
  });

  it('books once, however often and at once it is confirmed', async () => {
    const held = await shop.hold('OC101');
    const paid = shop.paid(await shop.pay(held));
    const answers = await Promise.all(Array.from({ length: 8 }, () => shop.confirm(held, paid)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const references = new Set(answers.map((answer) => booking(answer).utcConfirmedAt));
    expect(references.size).toBe(1);
    const { charges, bookings } = await sandbox.ledger();
    expect(charges).toMatchObject([{ captured: 1650 }]);
    expect(bookings).toHaveLength(1);
  });

  it('says what the bank said, keeps the hold and takes another card on the same intent', async () => {
    const held = await shop.hold('OC101');
    await expect(shop.pay(held, 'pm_card_chargeDeclinedInsufficientFunds')).rejects.toThrow();
    const intent = intentOf(held);
    expect(refusal(await shop.confirm(held, shop.paid(intent)))).toEqual({
      status: 400,
      error: 'BAD_REQUEST',
      errorMessage: 'Your card has insufficient funds.',
    });
    const again = await shop.booking(held.uuid);
    expect(again.status).toBe('ON_HOLD');
    expect(intentOf(again)).toBe(intent);
    expect(booking(await shop.confirm(held, shop.paid(await shop.pay(again)))).status).toBe('CONFIRMED');
  });

  it('refuses an intent that nobody paid, another order’s, and no cardPayment at all', async () => {
    const held = await shop.hold('OC101');
    const other = await shop.hold('OC101');
    const foreign = await shop.pay(other);
    expect(refusal(await shop.confirm(held, shop.paid(intentOf(held))))).toMatchObject({
      error: 'BAD_REQUEST',
      errorMessage: 'The payment has not been completed.',
    });
    expect(refusal(await shop.confirm(held, shop.paid(foreign))).error).toBe('BAD_REQUEST');
    expect(refusal(await shop.confirm(held))).toMatchObject({ errorMessage: 'cardPayment is required.' });
    expect((await sandbox.ledger()).bookings).toEqual([]);
  });

  it('charges a payment method itself, and cannot answer a bank’s question', async () => {
    const held = await shop.hold('OC107', { adult: 1 }, {});
    const contact = { firstName: 'Ken', lastName: 'Ito' };
    const unitItems = held.unitItems.map(({ uuid, unitId }) => ({ uuid, unitId, contact }));
    const by = (paymentMethod: string) =>
      shop.confirm(held, { unitItems, cardPayment: { gateway: 'stripe', stripe: { paymentMethod } } });
    expect(refusal(await by('pm_card_authenticationRequired')).error).toBe('BAD_REQUEST');
    expect(booking(await by('pm_card_visa'))).toMatchObject({
      status: 'CONFIRMED',
      pricing: { currency: 'JPY', currencyPrecision: 0 },
    });
    const { charges } = await sandbox.ledger();
    expect(charges).toMatchObject([{ currency: 'JPY', captured: held.pricing?.retail }]);
  });

  it('charges dinars with their three decimals', async () => {
    await sandbox.action('octo', 'gateway', 'OC108', { gateway: 'stripe' });
    const held = await shop.hold('OC108', { adult: 1 });
    expect(booking(await shop.confirm(held, shop.paid(await shop.pay(held)))).status).toBe('CONFIRMED');
    expect((await sandbox.ledger()).charges).toMatchObject([{ currency: 'KWD', captured: 4750 }]);
  });

  it('checks gateway, currency, amount, source and card before it asks anybody', async () => {
    const held = await shop.hold('OC101');
    const paid = shop.paid(await shop.pay(held)).cardPayment as Record<string, unknown>;
    const code = async (more: Record<string, unknown>) =>
      refusal(await shop.confirm(held, { cardPayment: { ...paid, ...more } })).error;
    expect(await code({ gateway: 'adyen' })).toBe('GATEWAY_MISMATCH');
    expect(await code({ currency: 'EUR' })).toBe('GATEWAY_CURRENCY_MISMATCH');
    expect(await code({ source: 'WEB' })).toBe('GATEWAY_INVALID_SOURCE');
    expect(await code({ cardId: 'card_unknown' })).toBe('INVALID_CARD_ID');
    expect(await code({ amount: 1 })).toBe('BAD_REQUEST');
    expect((await sandbox.ledger()).charges).toMatchObject([{ status: 'authorised' }]);
  });

  it('lets an authorisation of an older price go and asks for the new one', async () => {
    const held = await shop.hold('OC101', { adult: 1 });
    const intent = await shop.pay(held);
    const unitItems = [
      ...held.unitItems.map(({ uuid, unitId }) => ({ uuid, unitId })),
      { unitId: 'OC101-senior' },
    ];
    const more = booking(await shop.call('PATCH', `/bookings/${held.uuid}`, { unitItems }));
    expect(more.cardPayment?.outstandingBalance).toBe(1650 + 1350);
    expect(refusal(await shop.confirm(held, shop.paid(intent))).error).toBe('BAD_REQUEST');
    const fresh = await shop.booking(held.uuid);
    expect(intentOf(fresh)).not.toBe(intent);
    booking(await shop.confirm(held, shop.paid(await shop.pay(fresh))));
    const { charges } = await sandbox.ledger();
    expect(charges.map(({ status, captured }) => [status, captured])).toEqual([
      ['cancelled', 0],
      ['captured', 3000],
    ]);
  });

  it('drops an attempt that is cancelled, and the hold waits for another', async () => {
    const held = await shop.hold('OC101');
    const intent = await shop.pay(held);
    const still = booking(await shop.confirm(held, { cardPayment: { gateway: 'stripe', cancel: true } }));
    expect(still.status).toBe('ON_HOLD');
    expect(intentOf(still)).not.toBe(intent);
    expect((await sandbox.ledger()).charges[0]?.status).toBe('cancelled');
  });
});

describe('OCTO: payments that take their time', () => {
  it('answers PAYMENT_PENDING until the gateway’s word is heard, and then works', async () => {
    const held = await shop.hold('OC905');
    const paid = shop.paid(await shop.pay(held));
    expect(refusal(await shop.confirm(held, paid))).toMatchObject({ status: 400, error: 'PAYMENT_PENDING' });
    expect((await shop.booking(held.uuid)).status).toBe('ON_HOLD');
    await sandbox.clock(6_100);
    expect(booking(await shop.confirm(held, paid)).status).toBe('CONFIRMED');
  });

  it('never says pending of a payment that was not made', async () => {
    const held = await shop.hold('OC906');
    expect(refusal(await shop.confirm(held, shop.paid(intentOf(held)))).error).toBe('BAD_REQUEST');
  });

  it('waits for the action where the word is kept back', async () => {
    const held = await shop.hold('OC906');
    const paid = shop.paid(await shop.pay(held));
    expect(refusal(await shop.confirm(held, paid)).error).toBe('PAYMENT_PENDING');
    await sandbox.action('octo', 'send-webhook', held.uuid);
    expect(booking(await shop.confirm(held, paid)).status).toBe('CONFIRMED');
  });

  it('lets the money go when the hold ends before the word comes', async () => {
    const held = await shop.hold('OC906');
    const paid = shop.paid(await shop.pay(held));
    await sandbox.clock(31 * 60_000);
    expect(refusal(await shop.confirm(held, paid))).toMatchObject({
      error: 'INVALID_BOOKING_UUID',
      uuid: held.uuid,
    });
    expect((await sandbox.ledger()).charges).toMatchObject([{ status: 'cancelled', captured: 0 }]);
  });

  it('keeps money that Stripe took at once when the hold ends, until it is given back', async () => {
    const held = await shop.hold('OC909');
    await shop.pay(held);
    await sandbox.clock(31 * 60_000);
    expect((await shop.booking(held.uuid)).status).toBe('EXPIRED');
    expect((await sandbox.ledger()).charges).toMatchObject([
      { status: 'captured', captured: 2000, refunded: 0 },
    ]);
  });

  it('confirms money that Stripe took at once', async () => {
    const held = await shop.hold('OC909');
    expect(booking(await shop.confirm(held, shop.paid(await shop.pay(held)))).status).toBe('CONFIRMED');
    expect((await sandbox.ledger()).charges).toMatchObject([{ captured: 2000, refunded: 0 }]);
  });

  it('lets the money go when the tickets are gone at the confirmation', async () => {
    const held = await shop.hold('OC902');
    const answer = await shop.confirm(held, shop.paid(await shop.pay(held)));
    expect(refusal(answer)).toMatchObject({ status: 400, error: 'UNPROCESSABLE_ENTITY' });
    expect((await sandbox.ledger()).charges).toMatchObject([{ status: 'cancelled', captured: 0 }]);
    expect((await sandbox.ledger()).bookings).toMatchObject([{ status: 'failed' }]);
    expect((await shop.booking(held.uuid)).status).toBe('EXPIRED');
  });

  it('is PENDING until the supplier’s people decide, and gives the money back when they say no', async () => {
    const yes = await shop.hold('OC907');
    const no = await shop.hold('OC908');
    for (const held of [yes, no])
      expect(booking(await shop.confirm(held, shop.paid(await shop.pay(held)))).status).toBe('PENDING');
    await sandbox.clock(8_100);
    expect((await shop.booking(yes.uuid)).status).toBe('CONFIRMED');
    expect((await shop.booking(no.uuid)).status).toBe('REJECTED');
    const { charges } = await sandbox.ledger();
    expect(charges.map(({ captured, refunded }) => [captured, refunded])).toEqual([
      [2000, 0],
      [2000, 2000],
    ]);
  });
});
