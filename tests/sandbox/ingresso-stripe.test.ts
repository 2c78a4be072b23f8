import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { F13, returning } from './ingresso-client';

let sandbox: TestSandbox;
let stripe: F13;

beforeAll(async () => {
  sandbox = await testSandbox();
  stripe = new F13(sandbox, 'demo-stripe');
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const DECLINED = '4000000000000002';
const rows = async () => {
  const { bookings, charges, holds } = await sandbox.ledger();
  return {
    bookings: bookings.map(({ status, amount, currency }) => `${status} ${amount} ${currency}`),
    charges: charges.map(
      ({ provider, status, captured, refunded }) => `${provider} ${status} ${captured} ${refunded}`,
    ),
    holds: holds.map(({ status }) => status),
  };
};

describe('Ingresso: with Stripe', () => {
  it('charges one token for each bundle, at the account whose key the bundle named', async () => {
    const { uuid, json } = await stripe.hold('6KF', '8ZA');
    const keys = json.trolley_contents?.bundle.map(
      ({ debitor }) => debitor?.debitor_integration_data.publishable_key,
    );
    expect(keys).toEqual(['pk_test_ingresso_gbp_sandbox', 'pk_test_ingresso_other_sandbox']);
    const bought = await stripe.purchase(uuid, {
      'ext_test0_callback/stripeToken': await stripe.token('ingresso_gbp'),
      'ext_test2_callback/stripeToken': await stripe.token('ingresso_other'),
    });
    expect(bought.json.transaction_status).toBe('purchased');
    expect(await rows()).toEqual({
      bookings: ['booked 1550 GBP', 'booked 2000 GBP'],
      charges: ['stripe captured 1550 0', 'stripe captured 2000 0'],
      holds: ['booked', 'booked'],
    });
    const { charges } = await sandbox.ledger();
    expect(charges.map(({ group }) => group)).toEqual([uuid, uuid]);
  });

  it('charges euros at the account for euros', async () => {
    const { uuid } = await stripe.hold('B11');
    const tokens = { 'ext_test3_callback/stripeToken': await stripe.token('ingresso_eur') };
    expect((await stripe.purchase(uuid, tokens)).json.transaction_status).toBe('purchased');
    expect((await rows()).bookings).toEqual(['booked 3100 EUR']);
  });

  it('lets everything go when one card is declined', async () => {
    const { uuid } = await stripe.hold('6KF', '8ZA');
    const failed = await stripe.purchase(uuid, {
      'ext_test0_callback/stripeToken': await stripe.token('ingresso_gbp'),
      'ext_test2_callback/stripeToken': await stripe.token('ingresso_other', DECLINED),
    });
    expect(failed.json).toMatchObject({
      transaction_status: 'failed',
      trolley_contents: {
        bundle: [
          { purchase_result: { success: false, failure_reason: 'not_attempted' } },
          { purchase_result: { success: false, failure_reason: 'card_declined' } },
        ],
      },
    });
    expect(await rows()).toEqual({
      bookings: [],
      charges: ['stripe cancelled 0 0', 'stripe failed 0 0'],
      holds: ['released', 'released'],
    });
  });

  it('refuses a token a second time, and says that a bank’s question cannot be answered', async () => {
    const token = await stripe.token();
    const first = await stripe.hold('6KF');
    await stripe.purchase(first.uuid, { 'ext_test0_callback/stripeToken': token });
    const second = await stripe.hold('6KF');
    const again = await stripe.purchase(second.uuid, { 'ext_test0_callback/stripeToken': token });
    expect(again.json.transaction_status).toBe('failed');
    const third = await stripe.hold('6KF');
    const asked = await stripe.token('ingresso_gbp', '4000002500003155');
    expect(
      (await stripe.purchase(third.uuid, { 'ext_test0_callback/stripeToken': asked })).json,
    ).toMatchObject({
      trolley_contents: { purchase_result: { failure_reason: 'auth_failure', failed_3d_secure: true } },
    });
  });

  it('is partial where one supplier refuses; its money is let go', async () => {
    const { uuid } = await stripe.hold('6KF', 'SC21');
    const part = await stripe.purchase(uuid, {
      'ext_test0_callback/stripeToken': await stripe.token('ingresso_gbp'),
      'ext_test2_callback/stripeToken': await stripe.token('ingresso_other'),
    });
    expect(part.json).toMatchObject({
      transaction_status: 'purchased',
      trolley_contents: {
        purchase_result: { success: true, is_partial: true },
        bundle: [{ purchase_result: { success: true } }, { purchase_result: { success: false } }],
      },
    });
    expect(await rows()).toEqual({
      bookings: ['booked 1550 GBP', 'failed 2250 GBP'],
      charges: ['stripe captured 1550 0', 'stripe cancelled 0 0'],
      holds: ['booked', 'released'],
    });
  });

  it('answers a missing token with a callout, which callback.v1 takes bare', async () => {
    const { uuid } = await stripe.hold('6KF', '8ZA');
    const one = { 'ext_test2_callback/stripeToken': await stripe.token('ingresso_other') };
    const refused = await stripe.purchase(uuid, one);
    expect([refused.status, refused.json.error_code]).toEqual([400, 8]);
    const { json } = await stripe.purchase(uuid, { ...one, ...returning('t.1') });
    expect(json).toMatchObject({
      callout: { callout_type: 'post', bundle_source_code: 'ext_test0', bundle_total_cost: 15.5 },
    });
    expect((await stripe.status(uuid)).json).toMatchObject({
      transaction_status: 'attempting',
      pending_callout: {},
    });
    const done = await stripe.callback('t.1', 't.2', { stripeToken: await stripe.token() });
    expect(done.json.transaction_status).toBe('purchased');
    expect((await rows()).charges.sort()).toEqual(['stripe captured 1550 0', 'stripe captured 2000 0']);
    expect((await stripe.callback('t.1', 't.3', { stripeToken: await stripe.token() })).status).toBe(410);
  });

  it.each([
    ['pass', 'purchased', 'stripe captured 2400 0'],
    ['fail', 'failed', 'stripe cancelled 0 0'],
  ])('sends the customer to the bank and asks Stripe how it went: %s', async (outcome, status, row) => {
    const { uuid } = await stripe.hold('SC15');
    const { json } = await stripe.purchase(uuid, {
      ...returning('b.1'),
      'ext_test0_callback/stripeToken': await stripe.token('ingresso_gbp', '4000002500003155'),
    });
    const { callout_destination_url: url = '', callout_parameters: none } = json.callout ?? {};
    expect([new URL(url).origin, new URL(url).search, none]).toEqual([
      sandbox.origin('stripe'),
      '?top=1',
      {},
    ]);
    const body = new URLSearchParams({ outcome });
    const back = await fetch(url.replace(/\?.*/, ''), { method: 'POST', body, redirect: 'manual' });
    const brought = new URL(back.headers.get('location') ?? '');
    expect(brought.pathname).toBe('/return/b.1');
    const done = await stripe.callback('b.1', 'b.2', Object.fromEntries(brought.searchParams));
    expect(done.json.transaction_status).toBe(status);
    expect((await rows()).charges).toEqual([row]);
  });

  it('lets an unanswered question go', async () => {
    const { uuid } = await stripe.hold('SC15');
    await stripe.purchase(uuid, {
      ...returning('b.1'),
      'ext_test0_callback/stripeToken': await stripe.token('ingresso_gbp', '4000002500003155'),
    });
    await sandbox.action('ingresso', 'timeout', uuid);
    expect((await rows()).charges).toEqual(['stripe cancelled 0 0']);
    const other = await stripe.hold('SC15');
    const plain = await stripe.purchase(other.uuid, {
      ...returning('b.3'),
      'ext_test0_callback/stripeToken': await stripe.token(),
    });
    expect(plain.json.transaction_status).toBe('purchased');
  });

  it('keeps the hold when Stripe cannot be reached', async () => {
    const { uuid } = await stripe.hold('6KF');
    await sandbox.fault({ provider: 'stripe', call: 'POST /v1/charges', kind: 'drop', times: 2 });
    const lost = await stripe.purchase(uuid, { 'ext_test0_callback/stripeToken': await stripe.token() });
    expect([lost.status, lost.json.error_code]).toEqual([502, 4]);
    expect((await stripe.status(uuid)).json.transaction_status).toBe('reserved');
    const again = await stripe.purchase(uuid, { 'ext_test0_callback/stripeToken': await stripe.token() });
    expect(again.json.transaction_status).toBe('purchased');
  });

  it('gives a cancelled order’s money back', async () => {
    const { uuid } = await stripe.hold('8ZA');
    await stripe.purchase(uuid, { 'ext_test2_callback/stripeToken': await stripe.token('ingresso_other') });
    await sandbox.action('ingresso', 'cancel', uuid);
    expect(await rows()).toMatchObject({
      bookings: ['cancelled 2000 GBP'],
      charges: ['stripe captured 2000 2000'],
    });
  });

  it('names another kind of debitor when it is told to', async () => {
    await sandbox.action('ingresso', 'debitor', 'cider');
    const { json } = await stripe.hold('6KF');
    expect(json.trolley_contents?.bundle[0]?.debitor).toMatchObject({ debitor_type: 'cider' });
  });
});
