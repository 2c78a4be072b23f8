import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OCTO_SPREEDLY } from '@/sandbox/core/secrets';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { keepCard } from './spreedly-vault';

let sandbox: TestSandbox;
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });

beforeAll(async () => {
  sandbox = await testSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const { environment: ENV, signedEnvironment: SIGNED, gateway: GATEWAY } = OCTO_SPREEDLY;

interface Told {
  transaction?: Record<string, unknown>;
  payment_method?: Record<string, unknown>;
  certificate?: { token: string };
  errors?: { key: string; message: string }[];
}

async function call(
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  {
    environment = ENV,
    secret = OCTO_SPREEDLY.accessSecret,
  }: Partial<Record<'environment' | 'secret', string>> = {},
): Promise<{ status: number; json: Told }> {
  const answer = await fetch(`${sandbox.origin('spreedly')}/v1${path}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${environment}:${secret}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: answer.status, json: (await answer.json()) as Told };
}

const charge = (token: string, more: Record<string, unknown> = {}) => ({
  transaction: {
    payment_method_token: token,
    amount: 6250,
    currency_code: 'USD',
    order_id: 'order-1',
    ...more,
  },
});
const authorise = (token: string, more?: Record<string, unknown>) =>
  call('POST', `/gateways/${GATEWAY}/authorize.json`, charge(token, more));
const tokenOf = ({ json }: { json: Told }) => String(json.transaction?.token);
const charges = async () => (await sandbox.ledger()).charges;

describe('Spreedly: keeping cards', () => {
  it('gives a token for a card, and tells its servers everything but the number', async () => {
    const kept = await keepCard(sandbox, { env: ENV });
    expect(kept).toMatchObject({ status: 201, token: expect.stringMatching(/^[A-Za-z0-9]{26}$/) });
    const { json } = await call('GET', `/payment_methods/${kept.token}.json`);
    expect(json.payment_method).toMatchObject({
      storage_state: 'cached',
      card_type: 'visa',
      last_four_digits: '1111',
      first_six_digits: '411111',
      month: 12,
      year: 2034,
    });
    expect(JSON.stringify(json)).not.toContain('4111111111111111');
    expect(await charges()).toEqual([]);
  });

  it('says what does not read', async () => {
    const wrong = { month: 1, year: 2020, verification_value: '12', full_name: ' ' };
    const kept = await keepCard(sandbox, { env: ENV }, '4111111111111112', wrong);
    expect(kept.status).toBe(422);
    expect(kept.errors.map(({ attribute }) => attribute)).toEqual([
      'number',
      'year',
      'verification_value',
      'full_name',
    ]);
  });

  it('takes cards from its own form only, and for an environment that there is', async () => {
    const shop = await keepCard(sandbox, { env: ENV }, undefined, {}, { origin: 'http://localhost:3000' });
    expect(shop).toMatchObject({ status: 403, token: '' });
    expect((await keepCard(sandbox, { env: 'somebodyElses' })).status).toBe(404);
  });
});

describe('Spreedly: signed forms', () => {
  async function certificate(): Promise<string> {
    const pem = keys.publicKey.export({ type: 'spki', format: 'pem' });
    const answer = await call(
      'POST',
      '/certificates.json',
      { certificate: { pem } },
      { environment: SIGNED },
    );
    return answer.json.certificate?.token ?? '';
  }

  const signed = (
    certificateToken: string,
    { nonce = crypto.randomUUID(), atMs = Date.now(), key = keys.privateKey as KeyObject } = {},
  ) => {
    const timestamp = String(Math.floor(atMs / 1000));
    const text = Buffer.from(`${nonce}${timestamp}${certificateToken}`);
    const signature = sign('RSA-SHA256', text, key).toString('base64');
    return { env: SIGNED, nonce, timestamp, certificateToken, signature };
  };

  it('takes a card once with a signature, and none without', async () => {
    const form = signed(await certificate());
    // A slip on the form costs no signature.
    expect((await keepCard(sandbox, form, '4111111111111112')).status).toBe(422);
    expect((await keepCard(sandbox, form)).status).toBe(201);
    expect(await keepCard(sandbox, form)).toMatchObject({
      status: 403,
      errors: [{ message: 'The nonce was used before.' }],
    });
    expect((await keepCard(sandbox, { env: SIGNED })).status).toBe(403);
  });

  it('refuses what is changed, foreign, old, or signed with another key', async () => {
    const token = await certificate();
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const refused = [
      { ...signed(token), nonce: 'another' },
      { ...signed(token), timestamp: '1' },
      signed('aCertificateOfNobody'),
      signed(token, { atMs: Date.now() - 16 * 60_000 }),
      signed(token, { key: other }),
    ];
    for (const form of refused) expect((await keepCard(sandbox, form)).status).toBe(403);
    await sandbox.action('spreedly', 'refuse-signatures', SIGNED);
    const form = signed(token);
    expect((await keepCard(sandbox, form)).status).toBe(403);
    expect((await keepCard(sandbox, form)).status).toBe(201);
  });

  it('holds a signature against its words even where none is asked for', async () => {
    const form = { ...signed(await certificate()), env: ENV };
    expect((await keepCard(sandbox, form)).status).toBe(403);
  });
});

describe('Spreedly: charging', () => {
  it('sets aside, takes, gives back, and no more than there is', async () => {
    const { token } = await keepCard(sandbox, { env: ENV });
    const authorised = await authorise(token, { retain_on_success: true });
    expect(authorised).toMatchObject({
      status: 200,
      json: {
        transaction: { succeeded: true, state: 'succeeded', payment_method: { storage_state: 'retained' } },
      },
    });
    expect(await charges()).toMatchObject([
      { provider: 'spreedly', group: 'order-1', status: 'authorised', amount: 6250, captured: 0 },
    ]);
    const id = tokenOf(authorised);
    const step = (what: string, amount?: number) =>
      call('POST', `/transactions/${id}/${what}.json`, { transaction: { amount } });
    expect((await step('credit', 1)).status).toBe(422);
    expect((await step('capture', 6251)).status).toBe(422);
    const captured = await step('capture');
    expect(captured.json.transaction).toMatchObject({ transaction_type: 'Capture', reference_token: id });
    expect((await step('capture')).status).toBe(422);
    expect((await step('void')).status).toBe(422);
    expect((await step('credit', 1250)).status).toBe(200);
    // By the capture's own token, too.
    const rest = `/transactions/${tokenOf(captured)}/credit.json`;
    expect((await call('POST', rest, {})).json.transaction?.amount).toBe(5000);
    expect(await charges()).toMatchObject([{ status: 'captured', captured: 6250, refunded: 6250 }]);
  });

  it('lets go of what was set aside', async () => {
    const { token } = await keepCard(sandbox, { env: ENV });
    const id = tokenOf(await authorise(token));
    expect((await call('POST', `/transactions/${id}/void.json`, {})).status).toBe(200);
    expect((await call('POST', `/transactions/${id}/capture.json`, {})).status).toBe(422);
    expect(await charges()).toMatchObject([{ status: 'cancelled', captured: 0 }]);
  });

  it.each(['4012888888881881', '4242424242424242'])('refuses %s', async (number) => {
    const { token } = await keepCard(sandbox, { env: ENV }, number);
    expect(await authorise(token)).toMatchObject({
      status: 422,
      json: { transaction: { succeeded: false, state: 'gateway_processing_failed' } },
    });
    expect(await charges()).toMatchObject([
      { status: 'failed', captured: 0, declines: [expect.any(String)] },
    ]);
  });

  it('knows its own servers, gateways and cards', async () => {
    const { token } = await keepCard(sandbox, { env: ENV });
    const path = `/gateways/${GATEWAY}/purchase.json`;
    expect((await call('POST', path, charge(token), { secret: 'guess' })).status).toBe(401);
    expect((await call('POST', '/gateways/other/purchase.json', charge(token))).status).toBe(404);
    expect((await call('POST', path, charge('nobodysCard'))).status).toBe(422);
    // A card of one environment is unknown to the other.
    expect((await call('POST', path, charge(token), { environment: SIGNED })).status).toBe(422);
    expect((await call('POST', path, charge(token, { amount: 62.5 }))).status).toBe(422);
    expect(await charges()).toEqual([]);
    expect((await call('POST', path, charge(token))).status).toBe(200);
    expect(await charges()).toMatchObject([{ status: 'captured', captured: 6250 }]);
  });
});
