import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { STRIPE_ACCOUNT } from '@/sandbox/core/secrets';
import { order, refused, type StripeHarness, stripeHarness } from './stripe-harness';

let sim: StripeHarness;

beforeAll(async () => {
  sim = await stripeHarness();
});
beforeEach(() => sim.reset());
afterAll(() => sim.close());

const row = () => sim.ledger.read().charges[0];

describe('refunds', () => {
  it('gives back in parts, and never more than was taken', async () => {
    const { id } = await sim.client.paymentIntents.create(
      order({ confirm: true, payment_method: 'pm_card_visa' }),
    );
    const refund = await sim.client.refunds.create({ payment_intent: id, amount: 2000 });
    expect(refund).toMatchObject({ amount: 2000, status: 'succeeded', payment_intent: id });
    expect(row()).toMatchObject({ status: 'captured', captured: 6250, refunded: 2000 });
    const much = await refused(sim.client.refunds.create({ payment_intent: id, amount: 5000 }));
    expect(much).toMatchObject({ statusCode: 400, param: 'amount' });
    await sim.client.refunds.create({ charge: String(refund.charge) });
    expect(row()?.refunded).toBe(6250);
    expect((await refused(sim.client.refunds.create({ payment_intent: id }))).code).toBe(
      'charge_already_refunded',
    );
    // Two refunds, two notices, in whatever order they arrive.
    for (const amount_refunded of [2000, 6250]) {
      await sim.webhook(
        ({ type, data }) =>
          type === 'charge.refunded' &&
          (data.object as { amount_refunded?: number }).amount_refunded === amount_refunded,
      );
    }
  });
});

describe('webhooks', () => {
  const pay = () =>
    sim.client.paymentIntents.create(order({ confirm: true, payment_method: 'pm_card_visa' }));

  it('are signed, name the account, and can be read again', async () => {
    const { id } = await pay();
    const event = await sim.webhook(({ type }) => type === 'payment_intent.succeeded');
    expect(event).toMatchObject({ account: STRIPE_ACCOUNT, data: { object: { id, amount_received: 6250 } } });
    expect(sim.webhooks.map((one) => one.event.type)).toContain('payment_intent.created');
    expect((await sim.client.events.retrieve(event.id)).type).toBe('payment_intent.succeeded');
  });

  it('come again when the endpoint fails', async () => {
    sim.refuseWith.push(500, 500);
    await pay();
    await sim.webhook(({ type }) => type === 'payment_intent.created');
    await sim.webhook(({ type }) => type === 'payment_intent.succeeded');
  });

  it('can be late and twice', async () => {
    const { actions } = sim.running;
    await actions['hold-webhooks']?.('b-1', {});
    const { id } = await pay();
    await new Promise((wake) => setTimeout(wake, 600));
    expect(sim.webhooks).toHaveLength(0);
    await actions['send-webhooks']?.('b-1', { order: 'newest-first' });
    const event = await sim.webhook(({ type }) => type === 'payment_intent.created');
    expect(event.id).toBe(sim.webhooks.at(-1)?.event.id);
    await actions['duplicate-webhook']?.(id, { type: 'payment_intent.succeeded' });
    await new Promise((wake) => setTimeout(wake, 200));
    const [first, , again] = sim.webhooks.map((one) => one.event.id);
    expect(again).toBe(first);
    expect(() => actions['duplicate-webhook']?.('pi_none', {})).toThrow('pi_none');
  });

  it('reach an endpoint that was created by hand, with its own secret', async () => {
    const endpoint = await sim.client.webhookEndpoints.create({
      url: 'http://127.0.0.1:9/hook',
      enabled_events: ['payment_intent.succeeded'],
    });
    expect(endpoint.secret).toMatch(/^whsec_/);
    expect((await sim.client.customers.create({ email: 'a@example.com' })).id).toMatch(/^cus_/);
  });
});
