import Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { STRIPE_ACCOUNT, STRIPE_PUBLISHABLE_KEY } from '@/sandbox/core/secrets';
import { clientFor, order, refused, type StripeHarness, stripeHarness } from './stripe-harness';

let sim: StripeHarness;

beforeAll(async () => {
  sim = await stripeHarness();
});
beforeEach(() => sim.reset());
afterAll(() => sim.close());

/** Posts a form as the browser does, with the publishable key in it. `frame` says from where. */
async function browserPost(path: string, fields: Record<string, string>, frame: boolean) {
  const response = await fetch(sim.origin + path, {
    method: 'POST',
    headers: { origin: frame ? sim.origin : 'http://localhost:3000' },
    body: new URLSearchParams({ key: STRIPE_PUBLISHABLE_KEY, _stripe_account: STRIPE_ACCOUNT, ...fields }),
  });
  return { status: response.status, body: await response.json() };
}

const digits = (at: string, number = '4242424242424242') => ({
  [`${at}[number]`]: number,
  [`${at}[exp_month]`]: '12',
  [`${at}[exp_year]`]: '34',
  [`${at}[cvc]`]: '123',
});

const row = () => sim.ledger.read().charges[0];

describe('an intent', () => {
  it('is created, amended, paid and read back', async () => {
    const made = await sim.client.paymentIntents.create(order());
    expect(made).toMatchObject({ status: 'requires_payment_method', amount: 6250, latest_charge: null });
    expect(made.client_secret).toMatch(new RegExp(`^${made.id}_secret_`));
    expect(made.lastResponse.requestId).toMatch(/^req_/);
    const amended = await sim.client.paymentIntents.update(made.id, {
      amount: 7000,
      metadata: { note: 'x' },
    });
    expect(amended).toMatchObject({ amount: 7000, metadata: { basket_id: 'b-1', note: 'x' } });
    const paid = await sim.client.paymentIntents.confirm(made.id, {
      payment_method: 'pm_card_visa',
      expand: ['latest_charge'],
    });
    expect(paid).toMatchObject({ status: 'succeeded', amount_received: 7000 });
    const charge = await sim.client.charges.retrieve(String(paid.latest_charge));
    expect(charge).toMatchObject({ paid: true, amount_captured: 7000 });
    expect(charge.payment_method_details?.card).toMatchObject({ brand: 'visa', last4: '4242' });
    expect(row()).toEqual({
      provider: 'stripe',
      id: made.id,
      group: 'b-1',
      status: 'captured',
      amount: 7000,
      captured: 7000,
      refunded: 0,
      currency: 'GBP',
      declines: [],
    });
    const again = await refused(
      sim.client.paymentIntents.confirm(made.id, { payment_method: 'pm_card_visa' }),
    );
    expect(again).toMatchObject({ statusCode: 400, code: 'payment_intent_unexpected_state' });
    expect(again.payment_intent).toMatchObject({ id: made.id, status: 'succeeded' });
    const late = await refused(sim.client.paymentIntents.update(made.id, { amount: 1 }));
    expect(late.code).toBe('payment_intent_unexpected_state');
    expect((await sim.client.paymentIntents.list()).data).toHaveLength(1);
  });

  it.each([
    ['pm_card_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['pm_card_chargeDeclinedLostCard', 'card_declined', 'lost_card'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'expired_card'],
    ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', 'incorrect_cvc'],
    ['pm_card_chargeDeclinedProcessingError', 'processing_error', 'processing_error'],
  ])('is declined by %s and can be paid afterwards', async (method, code, decline) => {
    const { id } = await sim.client.paymentIntents.create(order());
    const error = await refused(sim.client.paymentIntents.confirm(id, { payment_method: method }));
    expect(error).toBeInstanceOf(Stripe.errors.StripeCardError);
    expect(error).toMatchObject({ statusCode: 402, code, decline_code: decline });
    expect(error.payment_intent).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code, decline_code: decline },
    });
    expect(error.charge).toMatch(/^ch_/);
    expect(row()).toMatchObject({ status: 'open', captured: 0, declines: [decline] });
    await sim.client.paymentIntents.confirm(id, { payment_method: 'pm_card_mastercard' });
    expect(row()).toMatchObject({ status: 'captured', captured: 6250, declines: [decline] });
  });

  it('is captured by hand, or cancelled', async () => {
    const held = await sim.client.paymentIntents.create(
      order({ capture_method: 'manual', confirm: true, payment_method: 'pm_card_visa' }),
    );
    expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 6250 });
    expect(row()).toMatchObject({ status: 'authorised', captured: 0 });
    const part = await sim.client.paymentIntents.capture(held.id, { amount_to_capture: 6000 });
    expect(part).toMatchObject({ status: 'succeeded', amount_received: 6000 });
    const other = await sim.client.paymentIntents.create(order());
    const gone = await sim.client.paymentIntents.cancel(other.id, { cancellation_reason: 'abandoned' });
    expect(gone).toMatchObject({ status: 'canceled', cancellation_reason: 'abandoned' });
    expect((await refused(sim.client.paymentIntents.confirm(other.id))).code).toBe(
      'payment_intent_unexpected_state',
    );
  });

  it('settles late with the slow card', async () => {
    const slow = await sim.client.paymentIntents.create(
      order({ confirm: true, payment_method: 'pm_card_bypassPending' }),
    );
    expect(slow.status).toBe('processing');
    expect(row()?.status).toBe('open');
    await sim.webhook((event) => event.type === 'payment_intent.succeeded');
    expect(row()?.status).toBe('captured');
  });

  it('asks for 3DS, and a changed amount makes the answer void', async () => {
    const intent = await sim.client.paymentIntents.create(
      order({
        confirm: true,
        payment_method: 'pm_card_authenticationRequired',
        return_url: 'http://localhost:3000/return?x=1',
      }),
    );
    const url = intent.next_action?.redirect_to_url?.url ?? '';
    expect(intent.status).toBe('requires_action');
    expect(await (await fetch(url)).text()).toContain('£62.50');
    await sim.client.paymentIntents.update(intent.id, { amount: 9900 });
    expect((await fetch(url)).status).toBe(410);
    const anew = await sim.client.paymentIntents.confirm(intent.id, {
      return_url: 'http://localhost:3000/return?x=1',
    });
    const back = await fetch(anew.next_action?.redirect_to_url?.url ?? '', {
      method: 'POST',
      body: new URLSearchParams({ outcome: 'pass' }),
      redirect: 'manual',
    });
    expect(back.status).toBe(303);
    expect(back.headers.get('location')).toBe(
      `http://localhost:3000/return?x=1&payment_intent=${intent.id}&payment_intent_client_secret=${intent.client_secret}&redirect_status=succeeded`,
    );
    expect(row()).toMatchObject({ status: 'captured', captured: 9900 });
  });

  it('is refused like Stripe refuses', async () => {
    const { paymentIntents } = sim.client;
    expect(await refused(paymentIntents.create(order({ amount: 29 })))).toMatchObject({
      statusCode: 400,
      code: 'amount_too_small',
      param: 'amount',
    });
    expect((await paymentIntents.create(order({ amount: 50, currency: 'JPY' }))).currency).toBe('jpy');
    expect((await refused(paymentIntents.create(order({ amount: 49, currency: 'jpy' })))).message).toContain(
      '¥50',
    );
    expect(await refused(paymentIntents.create(order({ amount: 10.5 })))).toMatchObject({
      code: 'parameter_invalid_integer',
    });
    expect(await refused(paymentIntents.retrieve('pi_none'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      param: 'intent',
    });
    const odd = { ...order(), colour: 'red' };
    expect(await refused(paymentIntents.create(odd))).toMatchObject({
      code: 'parameter_unknown',
      param: 'colour',
    });
    const bare = await refused(paymentIntents.create({ amount: 100 } as Stripe.PaymentIntentCreateParams));
    expect(bare).toMatchObject({ code: 'parameter_missing', param: 'currency' });
  });
});

describe('keys and accounts', () => {
  it('knows its keys', async () => {
    const stranger = clientFor(sim.origin, 'sk_test_somebody_else');
    const error = await refused(stranger.paymentIntents.create(order()));
    expect(error).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
    expect(error.statusCode).toBe(401);
    const page = clientFor(sim.origin, STRIPE_PUBLISHABLE_KEY);
    expect((await refused(page.paymentIntents.create(order()))).code).toBe('secret_key_required');
  });

  it('keeps accounts apart', async () => {
    const { id } = await sim.client.paymentIntents.create(order());
    expect((await refused(clientFor(sim.origin).paymentIntents.retrieve(id))).code).toBe('resource_missing');
    const foreign = sim.client.paymentIntents.retrieve(id, {}, { stripeAccount: 'acct_other' });
    expect(await refused(foreign)).toMatchObject({ statusCode: 403, code: 'account_invalid' });
  });

  it('shows a page less, and only with the client secret', async () => {
    const { id, client_secret: secret } = await sim.client.paymentIntents.create(order());
    const query = `key=${STRIPE_PUBLISHABLE_KEY}&_stripe_account=${STRIPE_ACCOUNT}`;
    const read = async (rest: string) =>
      (
        await fetch(`${sim.origin}/v1/payment_intents/${id}?${query}${rest}`)
      ).json() as Promise<Stripe.PaymentIntent>;
    const seen = await read(`&client_secret=${secret}`);
    expect(seen).toMatchObject({ id, status: 'requires_payment_method' });
    expect(seen).not.toHaveProperty('metadata');
    expect(await read('')).toMatchObject({ error: { param: 'client_secret' } });
    expect(await read('&client_secret=pi_x_secret_y')).toHaveProperty('error');
  });

  it('replays a key, and refuses it for something else', async () => {
    const options = { idempotencyKey: 'order-1' };
    const first = await sim.client.paymentIntents.create(order(), options);
    const second = await sim.client.paymentIntents.create(order(), options);
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
    const other = await refused(sim.client.paymentIntents.create(order({ amount: 1000 }), options));
    expect(other).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    expect(sim.ledger.read().charges).toHaveLength(1);
  });
});

describe('cards', () => {
  it('takes digits from its own frames only', async () => {
    expect(await browserPost('/v1/tokens', digits('card'), false)).toMatchObject({ status: 400 });
    expect(await browserPost('/v1/tokens', digits('card'), true)).toMatchObject({
      status: 200,
      body: { object: 'token', card: { brand: 'Visa', last4: '4242' } },
    });
    expect(await browserPost('/v1/tokens', digits('card', '4242424242424241'), true)).toMatchObject({
      status: 402,
      body: { error: { code: 'incorrect_number' } },
    });
  });

  it('lets a token pay once', async () => {
    const { body } = await browserPost('/v1/tokens', digits('card'), true);
    const pay = async () => {
      const { id } = await sim.client.paymentMethods.create({ type: 'card', card: { token: body.id } });
      return sim.client.paymentIntents.create(order({ confirm: true, payment_method: id }));
    };
    expect((await pay()).status).toBe('succeeded');
    expect(await refused(pay())).toMatchObject({ statusCode: 400, code: 'token_already_used' });
    expect(sim.ledger.read().charges).toHaveLength(1);
    const method = await sim.client.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } });
    expect(await sim.client.paymentMethods.retrieve(method.id)).toMatchObject({ card: { last4: '4242' } });
    const once = order({ confirm: true, payment_method: method.id });
    await sim.client.paymentIntents.create(once);
    expect((await refused(sim.client.paymentIntents.create(once))).message).toMatch(/previously used/);
  });

  it('keeps a card for its customer', async () => {
    const { id: customer } = await sim.client.customers.create({ email: 'ada@example.com' });
    const { id } = await sim.client.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } });
    const pay = () =>
      sim.client.paymentIntents.create(
        order({ confirm: true, customer, payment_method: id, setup_future_usage: 'off_session' }),
      );
    expect((await pay()).status).toBe('succeeded');
    expect((await pay()).status).toBe('succeeded');
  });

  it('does not take a real card for a test card', async () => {
    const { body } = await browserPost('/v1/tokens', digits('card', '4111111111111111'), true);
    const { id } = await sim.client.paymentMethods.create({ type: 'card', card: { token: body.id } });
    const error = await refused(
      sim.client.paymentIntents.create(order({ confirm: true, payment_method: id })),
    );
    expect(error.decline_code).toBe('test_mode_live_card');
  });
});
