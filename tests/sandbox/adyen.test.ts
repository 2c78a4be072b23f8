import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ADYEN_MERCHANT, MUSEMENT_ADYEN } from '@/sandbox/core/secrets';
import { type AdyenHarness, adyenHarness, type Json, order } from './adyen-harness';

let sim: AdyenHarness;

beforeAll(async () => {
  sim = await adyenHarness();
});
beforeEach(() => sim.reset());
afterAll(() => sim.close());

/** Card details as a certified server may send them. */
const card = (more: Json = {}) => ({
  type: 'scheme',
  number: '4111111111111111',
  expiryMonth: '03',
  expiryYear: '2030',
  cvc: '737',
  holderName: 'Ada Byron',
  ...more,
});

const pay = (extra: Json = {}, headers?: Record<string, string>) =>
  sim.call('POST', '/v71/payments', order({ paymentMethod: card(), ...extra }), headers);

const row = () => sim.ledger.read().charges[0];

const modify = (psp: unknown, what: string, more: Json = {}) =>
  sim.call('POST', `/v71/payments/${psp}/${what}`, { merchantAccount: ADYEN_MERCHANT, ...more });
const amount = (value: number, currency = 'GBP') => ({ amount: { value, currency } });

describe('Adyen: who may call', () => {
  it('is whoever has a key, for their own account', async () => {
    const stranger = await pay({}, { 'x-api-key': 'AQE_guess' });
    expect(stranger).toMatchObject({ status: 401, body: { errorCode: '000', errorType: 'security' } });
    expect(await pay({ merchantAccount: MUSEMENT_ADYEN.merchant })).toMatchObject({
      status: 403,
      body: { errorCode: '901', message: 'Invalid Merchant Account' },
    });
    expect(sim.ledger.read().charges).toEqual([]);
  });

  it('cannot see what another merchant’s customers paid', async () => {
    const { body } = await pay();
    const theirs = { 'x-api-key': MUSEMENT_ADYEN.apiKey };
    const answer = await sim.call(
      'POST',
      `/v71/payments/${body.pspReference}/refunds`,
      { merchantAccount: MUSEMENT_ADYEN.merchant, ...amount(6250) },
      theirs,
    );
    expect(answer).toMatchObject({ status: 422, body: { errorCode: '167' } });
    expect(row()).toMatchObject({ captured: 6250, refunded: 0 });
  });
});

describe('Adyen: sessions', () => {
  const session = (extra: Json = {}) => sim.call('POST', '/v71/sessions', order(extra));

  it('answers id, data and end, and what was asked', async () => {
    const { status, body } = await session({ expiresAt: new Date(Date.now() + 600_000).toISOString() });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^CS/),
      sessionData: expect.stringMatching(/^Ab02b4c/),
      reference: 'order-1',
      merchantAccount: ADYEN_MERCHANT,
      mode: 'embedded',
    });
    expect(row()).toMatchObject({ id: body.id, status: 'open', amount: 6250, currency: 'GBP' });
    await sim.jump(600_001);
    expect(row()).toMatchObject({ status: 'cancelled' });
  });

  it.each([
    ['no amount', { amount: undefined }, 422, '100'],
    ['no reference', { reference: undefined }, 422, '130'],
    ['no address to return to', { returnUrl: undefined }, 422, '158'],
    ['a currency of nobody', { amount: { value: 1, currency: 'XXQ' } }, 422, '138'],
    ['less than nothing', { amount: { value: -1, currency: 'GBP' } }, 422, '137'],
    ['a field that Adyen does not know', { orderNumber: 'x' }, 400, '702'],
    ['two days', { expiresAt: new Date(Date.now() + 2 * 86_400_000).toISOString() }, 422, '702'],
    ['cards to keep for nobody', { storePaymentMethodMode: 'enabled' }, 422, '158'],
  ])('refuses %s', async (_what, extra, status, errorCode) => {
    const answer = await session(extra);
    expect(answer).toMatchObject({ status, body: { status, errorCode, message: expect.any(String) } });
    expect(sim.ledger.read().charges).toEqual([]);
  });

  it('says how a session stood when its browser was told, and to nobody with a made-up proof', async () => {
    const { body } = await session();
    const look = (proof: string) =>
      sim.call('GET', `/v71/sessions/${body.id}?sessionResult=${encodeURIComponent(proof)}`);
    expect((await look('Ab02b4c0!forged')).status).toBe(422);
    expect((await sim.call('GET', `/v71/sessions/${body.id}`)).status).toBe(422);
    // The blob that opens a session proves nothing about how it ended.
    expect((await look(String(body.sessionData))).status).toBe(422);
  });
});

describe('Adyen: payments without a session', () => {
  it.each([
    ['no card', { paymentMethod: undefined }, 422, '14_006'],
    ['a slip in the number', { paymentMethod: card({ number: '4111111111111112' }) }, 422, '101'],
    ['a 13th month', { paymentMethod: card({ expiryMonth: '13' }) }, 422, '141'],
    ['no year', { paymentMethod: card({ expiryYear: '30a' }) }, 422, '140'],
    ['a code of two digits', { paymentMethod: card({ cvc: '73' }) }, 422, '103'],
    [
      'a stored card of nobody',
      { paymentMethod: { type: 'scheme', storedPaymentMethodId: 'X' } },
      422,
      '800',
    ],
    ['ciphertext of somebody', { paymentMethod: { type: 'scheme', encryptedCardNumber: 'eyJ' } }, 422, '174'],
  ])('refuses %s before it asks anybody', async (_what, extra, status, errorCode) => {
    expect(await pay(extra)).toMatchObject({ status, body: { errorCode } });
    expect(sim.ledger.read().charges).toEqual([]);
  });

  it.each([
    [
      'the name on it',
      { paymentMethod: card({ holderName: 'NOT_ENOUGH_BALANCE' }) },
      'Not enough balance',
      '12',
    ],
    ['a number', { additionalData: { RequestedTestAcquirerResponseCode: 5 } }, 'Blocked Card', '5'],
    ['another code', { paymentMethod: card({ cvc: '111' }) }, 'Refused', '2'],
    ['another date', { paymentMethod: card({ expiryYear: '2031' }) }, 'Refused', '2'],
  ])('asks the acquirer, who refuses by %s', async (_what, extra, refusalReason, refusalReasonCode) => {
    expect(await pay(extra)).toMatchObject({
      status: 200,
      body: { resultCode: 'Refused', refusalReason, refusalReasonCode },
    });
    expect(row()).toMatchObject({ status: 'failed', captured: 0, declines: [refusalReason] });
    await sim.item(({ eventCode, success }) => eventCode === 'AUTHORISATION' && success === 'false');
  });

  it('pays once for a key, and gives the same key no other payment', async () => {
    const key = { 'idempotency-key': 'order-1-1' };
    const first = await pay({}, key);
    expect(first.body).toMatchObject({ resultCode: 'Authorised', merchantReference: 'order-1' });
    expect((await pay({}, key)).body).toEqual(first.body);
    expect(await pay({ reference: 'order-2' }, key)).toMatchObject({
      status: 422,
      body: { errorCode: '704' },
    });
    const both = await Promise.all([
      pay({}, { 'idempotency-key': 'order-1-2' }),
      pay({}, { 'idempotency-key': 'order-1-2' }),
    ]);
    // At the same time: the same answer, or word that it is in progress.
    for (const { status } of both) expect([200, 422]).toContain(status);
    expect(sim.ledger.read().charges).toHaveLength(2);
  });

  it('keeps a card for a shopper, and pays with it again', async () => {
    const shopper = { shopperReference: 'shopper-1' };
    const { body } = await pay({ ...shopper, storePaymentMethod: true });
    const { 'recurring.recurringDetailReference': storedPaymentMethodId } = body.additionalData as Json;
    const listed = await sim.call('GET', '/v71/storedPaymentMethods?shopperReference=shopper-1');
    expect(listed.body.storedPaymentMethods).toMatchObject([
      { id: storedPaymentMethodId, brand: 'visa', lastFour: '1111' },
    ]);
    const paymentMethod = { type: 'scheme', storedPaymentMethodId };
    expect((await pay({ shopperReference: 'shopper-2', paymentMethod })).body.errorCode).toBe('800');
    expect((await pay({ ...shopper, paymentMethod, shopperInteraction: 'ContAuth' })).body.resultCode).toBe(
      'Authorised',
    );
  });
});

describe('Adyen: what is done to a payment', () => {
  it('captures, gives back in parts, and never more than there is', async () => {
    const { body } = await pay({ additionalData: { manualCapture: true } });
    expect(row()).toMatchObject({ status: 'authorised', captured: 0 });
    const psp = body.pspReference;
    expect(await modify(psp, 'captures')).toMatchObject({ status: 422, body: { errorCode: '100' } });
    expect(await modify(psp, 'captures', amount(6250, 'EUR'))).toMatchObject({ status: 422 });
    const taken = await modify(psp, 'captures', amount(6250));
    expect(taken).toMatchObject({ status: 201, body: { status: 'received', paymentPspReference: psp } });
    expect(row()).toMatchObject({ captured: 0 });
    await sim.jump(300);
    expect(row()).toMatchObject({ status: 'captured', captured: 6250 });
    await modify(psp, 'refunds', amount(1250));
    await sim.jump(300);
    await modify(psp, 'refunds', amount(5001));
    await sim.jump(300);
    expect(row()).toMatchObject({ refunded: 1250 });
    const failed = await sim.item(({ eventCode, success }) => eventCode === 'REFUND' && success === 'false');
    expect(failed).toMatchObject({ originalReference: psp, merchantReference: 'order-1' });
    await modify(psp, 'reversals');
    await sim.jump(300);
    expect(row()).toMatchObject({ captured: 6250, refunded: 6250 });
  });

  it('lets go of what was not captured', async () => {
    const { body } = await pay({ additionalData: { manualCapture: true } });
    await modify(body.pspReference, 'cancels');
    await sim.jump(300);
    expect(row()).toMatchObject({ status: 'cancelled', captured: 0 });
    await modify(body.pspReference, 'captures', amount(6250));
    await sim.jump(300);
    expect(row()).toMatchObject({ captured: 0 });
    expect((await modify('NOBODYSPAYMENT', 'refunds', amount(1))).body.errorCode).toBe('167');
  });
});

describe('Adyen: notifications', () => {
  const authorised = () => sim.item(({ eventCode }) => eventCode === 'AUTHORISATION');

  it('are signed, tell the card, and come again until they are taken', async () => {
    sim.refuseWith.push(503);
    const { body } = await pay();
    await sim.jump(400);
    expect(sim.items).toEqual([]);
    await sim.jump(1_100);
    // The harness drops whatever is not signed with the account's key.
    expect(await authorised()).toMatchObject({
      pspReference: body.pspReference,
      merchantReference: 'order-1',
      success: 'true',
      additionalData: { cardSummary: '1111', cardBin: '411111', expiryDate: '3/2030' },
    });
  });

  it('can be held back, sent in the wrong order, and sent twice', async () => {
    const { actions } = sim.running;
    await actions['hold-webhooks']?.('order-1', {});
    const { body } = await pay();
    await modify(body.pspReference, 'refunds', amount(6250));
    await sim.jump(2_000);
    expect(sim.items).toEqual([]);
    await actions['send-webhooks']?.('order-1', { order: 'newest-first' });
    await sim.jump(500);
    await authorised();
    expect(sim.items.map(({ eventCode }) => eventCode)).toEqual(['REFUND', 'AUTHORISATION']);
    await actions['duplicate-webhook']?.('order-1', { type: 'AUTHORISATION' });
    await sim.jump(100);
    expect(sim.items.map(({ eventCode }) => eventCode)).toEqual(['REFUND', 'AUTHORISATION', 'AUTHORISATION']);
    expect(() => actions['duplicate-webhook']?.('nothing', {})).toThrow('No notification');
  });

  it('ends a wait either way, once', async () => {
    const { settle } = sim.running.actions;
    const { body } = await pay({ paymentMethod: card({ holderName: 'PENDING' }) });
    expect(body.resultCode).toBe('Received');
    await settle?.(String(body.pspReference), { success: false });
    expect(() => settle?.('order-1', {})).toThrow('No payment of order-1 is waiting');
    await sim.jump(6_000);
    expect(row()).toMatchObject({ captured: 0, declines: ['Refused'] });
  });
});
