import Stripe from 'stripe';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { INGRESSO_STRIPE } from '@/sandbox/core/secrets';
import { clientFor, refused, type StripeHarness, stripeHarness } from './stripe-harness';

const DAY_MS = 24 * 3_600_000;

let sim: StripeHarness;
let gbp: Stripe;

beforeAll(async () => {
  sim = await stripeHarness();
  gbp = clientFor(sim.origin, INGRESSO_STRIPE.ingresso_gbp.secretKey);
});
beforeEach(() => sim.reset());
afterAll(() => sim.close());

/** A fresh token, as the card frame makes it with a merchant's publishable key. */
async function token(
  number = '4242424242424242',
  merchant: keyof typeof INGRESSO_STRIPE = 'ingresso_gbp',
): Promise<string> {
  const response = await fetch(`${sim.origin}/v1/tokens`, {
    method: 'POST',
    headers: { origin: sim.origin },
    body: new URLSearchParams({
      key: INGRESSO_STRIPE[merchant].publishableKey,
      'card[number]': number,
      'card[exp_month]': '12',
      'card[exp_year]': '34',
      'card[cvc]': '123',
      'card[name]': 'Ada Lovelace',
      'card[address_zip]': 'W1A 1AA',
    }),
  });
  const body: { id: string } = await response.json();
  return body.id;
}

const order = (source: string, extra: Partial<Stripe.ChargeCreateParams> = {}) => ({
  amount: 6250,
  currency: 'gbp',
  source,
  metadata: { group: 't-1' },
  ...extra,
});

const rows = () => sim.ledger.read().charges;

describe('a charge', () => {
  it('takes the money at once, and gives it back in parts', async () => {
    const made = await gbp.charges.create(order(await token(), { description: 'Two tickets' }));
    expect(made).toMatchObject({
      object: 'charge',
      status: 'succeeded',
      paid: true,
      captured: true,
      amount_captured: 6250,
      payment_intent: null,
      description: 'Two tickets',
      metadata: { group: 't-1' },
      source: { object: 'card', brand: 'Visa', last4: '4242', name: 'Ada Lovelace' },
      billing_details: { name: 'Ada Lovelace', address: { postal_code: 'W1A 1AA' } },
    });
    expect(rows()).toEqual([
      {
        provider: 'stripe',
        id: made.id,
        group: 't-1',
        status: 'captured',
        amount: 6250,
        captured: 6250,
        refunded: 0,
        currency: 'GBP',
        declines: [],
      },
    ]);
    const part = await gbp.refunds.create({ charge: made.id, amount: 2000 });
    expect(part).toMatchObject({ amount: 2000, charge: made.id, payment_intent: null, status: 'succeeded' });
    expect(await refused(gbp.refunds.create({ charge: made.id, amount: 4251 }))).toMatchObject({
      statusCode: 400,
      param: 'amount',
    });
    await gbp.refunds.create({ charge: made.id });
    expect((await refused(gbp.refunds.create({ charge: made.id }))).code).toBe('charge_already_refunded');
    expect(await gbp.charges.retrieve(made.id)).toMatchObject({ refunded: true, amount_refunded: 6250 });
    expect(rows()[0]).toMatchObject({ status: 'captured', captured: 6250, refunded: 6250 });
    const told = (await gbp.events.list()).data.map((event) => event.type);
    expect(told).toEqual(['charge.refunded', 'charge.refunded', 'charge.succeeded']);
  });

  it.each([
    ['4000000000000002', 'card_declined', 'generic_decline'],
    ['4000000000009995', 'card_declined', 'insufficient_funds'],
    ['4000000000000069', 'expired_card', 'expired_card'],
    ['4000000000000127', 'incorrect_cvc', 'incorrect_cvc'],
    ['4000000000000119', 'processing_error', 'processing_error'],
    ['4000002500003155', 'authentication_required', 'authentication_required'],
    ['4000008400001629', 'authentication_required', 'authentication_required'],
    ['4111111111111111', 'card_declined', 'test_mode_live_card'],
  ])(
    'is declined for %s, leaves a failed charge, and has used its token up',
    async (number, code, decline) => {
      const source = await token(number);
      const error = await refused(gbp.charges.create(order(source)));
      expect(error).toBeInstanceOf(Stripe.errors.StripeCardError);
      expect(error).toMatchObject({ statusCode: 402, code, decline_code: decline });
      const failed = await gbp.charges.retrieve(String(error.charge));
      expect(failed).toMatchObject({ status: 'failed', paid: false, captured: false, failure_code: code });
      expect(rows()).toMatchObject([{ status: 'failed', captured: 0, declines: [decline] }]);
      expect((await refused(gbp.charges.create(order(source)))).code).toBe('token_already_used');
      expect((await refused(gbp.refunds.create({ charge: failed.id }))).message).toMatch(/failed/);
      expect((await refused(gbp.charges.capture(failed.id))).message).toMatch(/failed/);
    },
  );

  it('does not use a token up when the form is refused', async () => {
    const source = await token();
    expect((await refused(gbp.charges.create(order(source, { amount: 29 })))).code).toBe('amount_too_small');
    const odd = { ...order(source), colour: 'red' };
    expect((await refused(gbp.charges.create(odd))).code).toBe('parameter_unknown');
    expect((await gbp.charges.create(order(source))).paid).toBe(true);
    expect(await refused(gbp.charges.create(order(source)))).toMatchObject({
      statusCode: 400,
      code: 'token_already_used',
      param: 'source',
    });
    expect(rows()).toHaveLength(1);
  });

  it('asks for a source that is a token', async () => {
    expect((await refused(gbp.charges.create({ amount: 100, currency: 'gbp' }))).message).toBe(
      'Must provide source or customer.',
    );
    expect((await refused(gbp.charges.create(order('card_1')))).param).toBe('source');
    const { id: customer } = await gbp.customers.create({});
    expect(await refused(gbp.charges.create({ amount: 100, currency: 'gbp', customer }))).toMatchObject({
      statusCode: 402,
      code: 'missing',
    });
    expect((await gbp.charges.create(order('tok_visa'))).paid).toBe(true);
  });

  it('is made once for an idempotency key, declines included', async () => {
    const options = { idempotencyKey: 'bundle-1' };
    const params = order(await token());
    const first = await gbp.charges.create(params, options);
    const second = await gbp.charges.create(params, options);
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers['idempotent-replayed']).toBe('true');
    const poor = order(await token('4000000000009995'));
    for (const _ of [1, 2]) {
      const error = await refused(gbp.charges.create(poor, { idempotencyKey: 'bundle-2' }));
      expect(error.decline_code).toBe('insufficient_funds');
    }
    expect(rows()).toHaveLength(2);
  });
});

describe('a charge that is set aside', () => {
  const hold = async () => gbp.charges.create(order(await token(), { capture: false }));

  it('is captured once, whole or less', async () => {
    const held = await hold();
    expect(held).toMatchObject({ status: 'succeeded', paid: true, captured: false, amount_captured: 0 });
    expect(rows()).toMatchObject([{ status: 'authorised', captured: 0 }]);
    expect((await refused(gbp.charges.capture(held.id, { amount: 6251 }))).code).toBe('amount_too_large');
    const taken = await gbp.charges.capture(held.id, { amount: 6000 });
    expect(taken).toMatchObject({ captured: true, amount_captured: 6000 });
    expect((await refused(gbp.charges.capture(held.id))).code).toBe('charge_already_captured');
    await sim.jump(8 * DAY_MS);
    expect(rows()).toMatchObject([{ status: 'captured', captured: 6000, refunded: 0 }]);
    expect((await gbp.refunds.create({ charge: held.id })).amount).toBe(6000);
  });

  it('is let go by a refund of all of it', async () => {
    const held = await hold();
    const part = gbp.refunds.create({ charge: held.id, amount: 100 });
    expect((await refused(part)).message).toMatch(/partially refund an uncaptured charge/);
    await gbp.refunds.create({ charge: held.id });
    expect(await gbp.charges.retrieve(held.id)).toMatchObject({ refunded: true, captured: false });
    expect(rows()).toMatchObject([{ status: 'cancelled', captured: 0, refunded: 0 }]);
    expect((await refused(gbp.charges.capture(held.id))).code).toBe('charge_expired_for_capture');
  });

  it('lapses after seven days', async () => {
    const held = await hold();
    await sim.jump(6 * DAY_MS);
    expect(rows()).toMatchObject([{ status: 'authorised' }]);
    await sim.jump(DAY_MS);
    expect(rows()).toMatchObject([{ status: 'cancelled', captured: 0 }]);
    expect((await refused(gbp.charges.capture(held.id))).code).toBe('charge_expired_for_capture');
    expect((await gbp.events.list()).data[0]?.type).toBe('charge.expired');
  });

  it('is not how an intent is captured', async () => {
    const intent = await gbp.paymentIntents.create({
      amount: 100,
      currency: 'gbp',
      capture_method: 'manual',
      confirm: true,
      payment_method: 'pm_card_visa',
    });
    const error = await refused(gbp.charges.capture(String(intent.latest_charge)));
    expect(error.message).toContain(intent.id);
    expect((await gbp.paymentIntents.capture(intent.id)).status).toBe('succeeded');
  });
});

describe("Ingresso's accounts", () => {
  it.each(['ingresso_gbp', 'ingresso_other', 'ingresso_eur'] as const)(
    '%s charges its own tokens',
    async (id) => {
      const own = clientFor(sim.origin, INGRESSO_STRIPE[id].secretKey);
      expect((await own.charges.create(order(await token(undefined, id)))).paid).toBe(true);
    },
  );

  it('know nothing of each other', async () => {
    const foreign = await token(undefined, 'ingresso_eur');
    expect(await refused(gbp.charges.create(order(foreign)))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
      param: 'source',
    });
    const { id } = await gbp.charges.create(order(await token()));
    const eur = clientFor(sim.origin, INGRESSO_STRIPE.ingresso_eur.secretKey);
    expect((await refused(eur.charges.retrieve(id))).code).toBe('resource_missing');
    expect((await refused(eur.refunds.create({ charge: id }))).code).toBe('resource_missing');
    const page = clientFor(sim.origin, INGRESSO_STRIPE.ingresso_gbp.publishableKey);
    expect((await refused(page.charges.create(order('tok_visa')))).code).toBe('secret_key_required');
  });
});
