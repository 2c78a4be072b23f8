import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MUSEMENT_STRIPE } from '@/sandbox/core/secrets';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { until } from '../support/until';
import { adyenToken, atBank, handleCardAction, MusementShop, RETURN_URL } from './musement-client';
import { securedSchema, type WireOrder } from './musement-wire';

let sandbox: TestSandbox;
let shop: MusementShop;

beforeAll(async () => {
  sandbox = await testSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  await sandbox.reset();
  await sandbox.action('musement', 'webhook-url', 'none');
  shop = new MusementShop(sandbox);
});

const CHALLENGE = { stripe_token: 'pm_card_authenticationRequired' };
const REDIRECTS = '4212345678901237';
const BY_FORM = '5212345678901234';

const charges = async () => (await sandbox.ledger()).charges;
const paidBy = async (provider: string) =>
  (await charges()).filter((row) => row.provider === provider && row.captured > 0);
const settled = ({ items }: WireOrder) => items.every(({ status }) => status !== 'PENDING');
const said = async (answer: Promise<{ json: unknown }>) => securedSchema.parse((await answer).json);

describe('Musement, split payments', () => {
  it('takes a card of Stripe’s at once, and books', async () => {
    const { uuid } = await shop.ordered('0101');
    const { status, json } = await shop.start(uuid, { stripe_token: 'pm_card_visa' });
    expect({ status, json }).toEqual({
      status: 200,
      json: { gateway: 'STRIPE', reason: 'BUSINESS_STRATEGY' },
    });
    await sandbox.clock(2_000);
    const order = await shop.until(uuid, settled);
    expect(order).toMatchObject({ status: 'OK', items: [{ status: 'OK' }] });
    const voucher = order.items[0]?.vouchers[0]?.url ?? '';
    const pdf = await fetch(voucher);
    expect([pdf.status, (await pdf.text()).slice(0, 5)]).toEqual([200, '%PDF-']);
    expect(await paidBy('stripe')).toMatchObject([{ captured: 1800, refunded: 0, currency: 'EUR' }]);
    expect((await sandbox.ledger()).bookings).toMatchObject([{ status: 'booked', amount: 1800 }]);
  });

  it('takes what Adyen’s fields encrypted, by itself or with all that its component knows', async () => {
    const first = await shop.ordered('0105');
    const at = await shop.start(first.uuid, { adyen_token: adyenToken() });
    expect(at.json).toEqual({ gateway: 'ADYEN', reason: 'BUSINESS_STRATEGY', '3d_secure': null });
    const second = await shop.ordered('0105');
    const data = JSON.stringify({ paymentMethod: JSON.parse(adyenToken()), browserInfo: {} });
    await shop.start(second.uuid, { adyen_token: data });
    expect(await paidBy('adyen')).toMatchObject([{ captured: 1575 }, { captured: 1575 }]);
  });

  it('locks what is paid: 423 to a second payment, by any way, and one charge', async () => {
    const { uuid } = await shop.ordered('0101');
    const token = { stripe_token: 'pm_card_visa' };
    const both = await Promise.all([shop.start(uuid, token), shop.start(uuid, token)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 423]);
    expect((await shop.complete(uuid)).status).toBe(423);
    expect((await shop.call('POST', '/payments/no/payment', { uuid })).status).toBe(423);
    expect((await shop.call('PATCH', `/orders/${uuid}`, { extra_data: '{}' })).status).toBe(423);
    expect(await paidBy('stripe')).toHaveLength(1);
  });

  it.each([
    ['STRIPE', { stripe_token: 'pm_card_chargeDeclinedInsufficientFunds' }, 'insufficient funds'],
    ['STRIPE', { stripe_token: 'pm_unknown' }, 'No such'],
    ['ADYEN', { adyen_token: adyenToken('4111111111111111', 'NOT_ENOUGH_BALANCE') }, 'Not enough balance'],
  ])('answers 422 with the words of %s, and lets another card pay', async (_gateway, token, words) => {
    const order = await shop.ordered('0101');
    const refused = await shop.start(order.uuid, token);
    expect(refused).toMatchObject({ status: 422, json: { code: '1422' } });
    expect(JSON.stringify(refused.json)).toContain(words);
    expect(await shop.order(order.uuid)).toMatchObject({ status: 'PENDING' });
    expect((await shop.start(order.uuid, { stripe_token: 'pm_card_mastercard' })).status).toBe(200);
    expect((await charges()).reduce((sum, { captured }) => sum + captured, 0)).toBe(1800);
  });

  it('has the bank ask in the page, and takes the money when it is completed', async () => {
    const { uuid } = await shop.ordered('0101');
    const asked = (await said(shop.start(uuid, CHALLENGE)))['3d_secure'];
    expect(asked).toMatchObject({ type: 'USE_STRIPE_SDK', url: null, payload: null });
    const secret = asked?.payment_intent_client_secret ?? '';
    const [id = ''] = secret.split('_secret_');
    // Too early, and with somebody else's intent.
    expect((await shop.complete(uuid, id)).status).toBe(422);
    expect((await shop.complete(uuid, 'pi_other')).status).toBe(422);
    expect((await shop.complete(uuid)).status).toBe(422);
    expect(await handleCardAction(sandbox, secret, 'pass')).toEqual({ id, status: 'requires_confirmation' });
    // The page cannot take the money by itself.
    const confirm = `${sandbox.origin('stripe')}/v1/payment_intents/${id}/confirm`;
    const page = { key: MUSEMENT_STRIPE.publishableKey, client_secret: secret };
    expect((await fetch(confirm, { method: 'POST', body: new URLSearchParams(page) })).status).toBe(400);
    expect(await paidBy('stripe')).toEqual([]);
    expect(await shop.complete(uuid, id)).toMatchObject({ status: 200, json: {} });
    expect(await paidBy('stripe')).toMatchObject([{ id, captured: 1800 }]);
  });

  it('answers 422 when the bank’s question was failed, or when it then declines', async () => {
    const { uuid } = await shop.ordered('0101');
    const failed = (await said(shop.start(uuid, CHALLENGE)))['3d_secure'];
    const one = await handleCardAction(sandbox, failed?.payment_intent_client_secret ?? '', 'fail');
    expect((await shop.complete(uuid, one.id)).status).toBe(422);
    const token = { stripe_token: 'pm_card_threeDSecureRequiredChargeDeclined' };
    const passed = (await said(shop.start(uuid, token)))['3d_secure'];
    const two = await handleCardAction(sandbox, passed?.payment_intent_client_secret ?? '', 'pass');
    expect((await shop.complete(uuid, two.id)).status).toBe(422);
    expect((await shop.complete(uuid, two.id)).status).toBe(422);
    expect(await paidBy('stripe')).toEqual([]);
  });

  it('forgets a question when the payment is started again: it can neither be completed nor paid', async () => {
    const { uuid } = await shop.ordered('0101');
    const first = (await said(shop.start(uuid, CHALLENGE)))['3d_secure']?.payment_intent_client_secret ?? '';
    const second = (await said(shop.start(uuid, CHALLENGE)))['3d_secure']?.payment_intent_client_secret ?? '';
    const old = await handleCardAction(sandbox, first, 'pass');
    expect(old.status).toBe('canceled');
    expect((await shop.complete(uuid, old.id)).status).toBe(422);
    const { id } = await handleCardAction(sandbox, second, 'pass');
    expect((await shop.complete(uuid, id)).status).toBe(200);
    expect(await paidBy('stripe')).toHaveLength(1);
  });

  it.each([
    ['a link', '0105', REDIRECTS, { type: 'REDIRECT', payload: [] }],
    ['a form with an object', '0105', BY_FORM, { type: 'FORM', payload: { MD: expect.any(String) } }],
    ['a form with a list', '0914', BY_FORM, { type: 'FORM', payload: expect.any(Array) }],
  ])(
    'sends the customer to Adyen’s bank by %s, and takes the money when it is completed',
    async (_by, number, card, wanted) => {
      const { uuid } = await shop.ordered(number);
      const asked = (await said(shop.start(uuid, { adyen_token: adyenToken(card) })))['3d_secure'];
      expect(asked).toMatchObject(wanted);
      expect((await shop.complete(uuid)).status).toBe(422);
      const pairs = Array.isArray(asked?.payload)
        ? asked.payload.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
        : Object.entries(asked?.payload ?? {});
      const fields = asked?.type === 'FORM' ? Object.fromEntries(pairs) : null;
      expect(await atBank(asked?.url ?? '', fields, 'password')).toBe(RETURN_URL);
      expect(await paidBy('adyen')).toEqual([]);
      expect(await shop.complete(uuid)).toMatchObject({ status: 200, json: {} });
      expect(await paidBy('adyen')).toHaveLength(1);
    },
  );

  it('tells by 302 where the bank’s page is', async () => {
    const { uuid } = await shop.ordered('0913');
    const answer = await shop.start(uuid, { adyen_token: adyenToken(REDIRECTS) });
    expect({ status: answer.status, json: answer.json }).toEqual({ status: 302, json: undefined });
    const url = answer.headers.get('location') ?? '';
    expect(await atBank(url, null, 'wrong')).toBe(RETURN_URL);
    expect((await shop.complete(uuid)).status).toBe(422);
    expect((await shop.start(uuid, { adyen_token: adyenToken() })).status).toBe(200);
    expect(await paidBy('adyen')).toHaveLength(1);
  });

  it('asks again where one answer is not enough', async () => {
    const { uuid } = await shop.ordered('0912');
    const first = (await said(shop.start(uuid, CHALLENGE)))['3d_secure']?.payment_intent_client_secret ?? '';
    const one = await handleCardAction(sandbox, first, 'pass');
    const again = (await said(shop.complete(uuid, one.id)))['3d_secure'];
    expect(again).toMatchObject({ type: 'USE_STRIPE_SDK' });
    const two = await handleCardAction(sandbox, again?.payment_intent_client_secret ?? '', 'pass');
    expect(two.id).not.toBe(one.id);
    expect(await shop.complete(uuid, two.id)).toMatchObject({ status: 200, json: {} });
    expect(await paidBy('stripe')).toMatchObject([{ id: two.id }]);
  });

  it('sends to the bank’s page again, and back to the same address', async () => {
    const { uuid } = await shop.ordered('0917');
    const first = (await said(shop.start(uuid, { adyen_token: adyenToken(REDIRECTS) })))['3d_secure'];
    expect(await atBank(first?.url ?? '', null, 'password')).toBe(RETURN_URL);
    const again = (await said(shop.complete(uuid)))['3d_secure'];
    expect(again).toMatchObject({ type: 'REDIRECT' });
    expect((await shop.complete(uuid)).status).toBe(422);
    expect(await atBank(again?.url ?? '', null, 'password')).toBe(RETURN_URL);
    expect(await shop.complete(uuid)).toMatchObject({ status: 200, json: {} });
    expect(await paidBy('adyen')).toHaveLength(1);
  });

  it('waits as long as the bank does', async () => {
    const { uuid } = await shop.ordered('0101');
    const slow = shop.start(uuid, { stripe_token: 'pm_card_bypassPending' });
    await until(charges, (rows) => rows.some(({ provider }) => provider === 'stripe'));
    await sandbox.clock(4_000);
    expect(await slow).toMatchObject({ status: 200, json: { gateway: 'STRIPE' } });
    expect(await paidBy('stripe')).toHaveLength(1);
  });
});

describe('Musement, which gateway', () => {
  const both = { stripe_token: 'pm_card_visa', adyen_token: adyenToken() };

  it.each([
    ['the token that there is', '0101', { adyen_token: adyenToken() }, 'ADYEN', 'CLIENT_SELECTED'],
    ['what the cart prefers', '0105', both, 'ADYEN', 'BUSINESS_STRATEGY'],
    ['the card’s brand', '0105', { ...both, card_brand: 'AMEX' }, 'STRIPE', 'BUSINESS_STRATEGY'],
    [
      'what is left when one stumbles',
      '0105',
      { ...both, adyen_token: adyenToken('4111111111111111', 'ERROR') },
      'STRIPE',
      'FALLBACK',
    ],
  ])('goes by %s', async (_by, number, tokens, gateway, reason) => {
    const { uuid } = await shop.ordered(number);
    expect(await said(shop.start(uuid, tokens))).toMatchObject({ gateway, reason });
    expect((await charges()).filter(({ captured }) => captured > 0)).toMatchObject([
      { provider: gateway.toLowerCase() },
    ]);
  });

  it('may refuse the token of a gateway that it no longer wants', async () => {
    const cart = await shop.cart(['0910']);
    expect(cart.preferred_payment_gateway).toBe('STRIPE');
    const { json } = await shop.call('POST', '/orders', { cart_uuid: cart.uuid });
    const { uuid } = json as WireOrder;
    expect((await shop.start(uuid, { stripe_token: 'pm_card_visa' })).status).toBe(422);
    expect((await shop.call('GET', `/carts/${cart.uuid}`)).json).toMatchObject({
      preferred_payment_gateway: 'ADYEN',
    });
    expect((await shop.start(uuid, { adyen_token: adyenToken() })).status).toBe(200);
    expect(await charges()).toMatchObject([{ provider: 'adyen', captured: 2000 }]);
  });

  it('may answer a token of Adyen’s with a question of Stripe’s, which nobody can pay', async () => {
    const { uuid } = await shop.ordered('0911');
    const answer = await said(shop.start(uuid, { adyen_token: adyenToken() }));
    expect(answer).toMatchObject({
      gateway: 'STRIPE',
      reason: 'FALLBACK',
      '3d_secure': { type: 'USE_STRIPE_SDK' },
    });
    const secret = answer['3d_secure']?.payment_intent_client_secret ?? '';
    const { id, status } = await handleCardAction(sandbox, secret, 'pass');
    expect(status).toBe('requires_payment_method');
    expect((await shop.complete(uuid, id)).status).toBe(422);
    expect((await shop.start(uuid, { stripe_token: 'pm_card_visa' })).status).toBe(200);
    expect((await charges()).filter(({ captured }) => captured > 0)).toHaveLength(1);
  });

  it('does as an action says', async () => {
    const order = await shop.ordered('0101');
    await sandbox.action('musement', 'switch-gateway', order.uuid, { gateway: 'ADYEN' });
    expect((await shop.start(order.uuid, { stripe_token: 'pm_card_visa' })).status).toBe(422);
    expect((await shop.start(order.uuid, { adyen_token: adyenToken() })).status).toBe(200);
  });

  it('refuses what is no payment: no token, a broken one, nothing due, no agreement', async () => {
    const order = await shop.ordered('0101');
    expect(await shop.start(order.uuid, {})).toMatchObject({
      status: 400,
      json: { errors: [{ field_name: 'adyen_token' }] },
    });
    expect((await shop.start(order.uuid, { adyen_token: '{' })).status).toBe(400);
    const free = await shop.ordered('0106');
    expect((await shop.start(free.uuid, { stripe_token: 'pm_card_visa' })).status).toBe(422);
    const merchant = new MusementShop(sandbox, 'merchant');
    const theirs = await merchant.ordered('0101');
    expect((await merchant.start(theirs.uuid, { stripe_token: 'pm_card_visa' })).status).toBe(403);
  });
});
