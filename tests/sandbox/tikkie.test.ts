import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TIKKIE } from '@/sandbox/core/secrets';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { codeOf, TikkieClient } from './tikkie-client';

let sandbox: TestSandbox;
let client: TikkieClient;

beforeAll(async () => {
  sandbox = await testSandbox();
  client = new TikkieClient(sandbox);
});
beforeEach(async () => {
  await sandbox.reset();
  await client.login();
});
afterAll(() => sandbox.close());

const settings = (args: Record<string, unknown>) => sandbox.action('tikkie', 'settings', 'all', args);

const PLATFORM = {
  name: 'Matinee',
  phoneNumber: '0612345678',
  platformUsage: 'PAYMENT_REQUEST_FOR_MYSELF',
};
const USER = {
  name: 'Ada Byron',
  phoneNumber: '0612345678',
  iban: 'NL91ABNA0417164300',
  bankAccountLabel: 'Savings',
};
const OWN = `/platforms/${TIKKIE.platformToken}/users/${TIKKIE.userToken}`;

describe('access tokens', () => {
  it('are given for a signed assertion, and expire in a text', async () => {
    const answer = await client.grant(await client.assertion());
    expect(answer).toMatchObject({
      status: 200,
      json: { expires_in: '3600', scope: 'tikkie', token_type: 'Bearer' },
    });
    expect(answer.traceId).toMatch(/^[0-9a-f-]{36}$/);
    await settings({ expiresInAs: 'number', tokenSeconds: 60 });
    expect((await client.grant(await client.assertion())).json).toMatchObject({ expires_in: 60 });
  });

  it('take the larger hashes too', async () => {
    const assertion = await client.assertion({}, undefined, 'RS512');
    expect((await client.grant(assertion)).status).toBe(200);
  });

  it.each([
    ['somebody else’s API key', { sub: 'another' }, '400 ERR_1006_001'],
    ['another server', { aud: 'https://api.abnamro.com/oauth/token' }, '400 ERR_1006_001'],
    ['no issuer', { iss: null }, '400 ERR_1007_001'],
    ['yesterday', { nbf: -120, exp: -60 }, '400 ERR_1008_001'],
    ['tomorrow', { nbf: 120, exp: 180 }, '400 ERR_1009_001'],
    ['an hour', { exp: 3600 }, '400 ERR_1005_001'],
  ])('are refused to an assertion for %s', async (_, claims, code) => {
    expect(codeOf(await client.grant(await client.assertion(claims)))).toBe(code);
  });

  it('are refused to another key, another algorithm and noise', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    expect(codeOf(await client.grant(await client.assertion({}, privateKey)))).toBe('400 ERR_1010_001');
    expect(codeOf(await client.grant(await client.assertion({}, undefined, 'PS256')))).toBe(
      '400 ERR_1010_002',
    );
    expect(codeOf(await client.grant('noise'))).toBe('400 ERR_1011_001');
  });

  it('need the right form', async () => {
    const assertion = await client.assertion();
    expect(codeOf(await client.grant(assertion, { grant_type: 'password' }))).toBe('400 ERR_1004_002');
    expect(codeOf(await client.grant(assertion, { client_assertion_type: 'jwt' }))).toBe('400 ERR_1004_004');
    expect(codeOf(await client.grant(assertion, { scope: 'payments' }))).toBe('403 ERR_3002_001');
  });

  it('are asked for with a key that is known and not revoked', async () => {
    const stranger = new TikkieClient(sandbox, 'nobody');
    expect(codeOf(await stranger.grant(await stranger.assertion()))).toBe('401 ERR_2005_001');
    const revoked = new TikkieClient(sandbox, TIKKIE.revokedApiKey);
    expect(codeOf(await revoked.grant(await revoked.assertion()))).toBe('401 ERR_2004_003');
  });

  it('end, belong to one key, and are needed', async () => {
    await settings({ tokenSeconds: 60 });
    await client.login();
    expect((await client.v1('GET', '/platforms')).status).toBe(200);
    await sandbox.clock(61_000);
    expect(codeOf(await client.v1('GET', '/platforms'))).toBe('401 ERR_2003_001');
    expect(codeOf(await new TikkieClient(sandbox).v1('GET', '/platforms'))).toBe('400 ERR_1002_002');
  });

  it('bear a minute between the clocks, and not two', async () => {
    await settings({ skewMs: -60_000 });
    expect((await client.grant(await client.assertion({ nbf: -90 }))).status).toBe(200);
    await settings({ skewMs: 120_000 });
    expect(codeOf(await client.grant(await client.assertion()))).toBe('400 ERR_1008_001');
  });
});

describe('platforms and users', () => {
  it('are made and listed, and a third platform is refused', async () => {
    const fresh = await new TikkieClient(sandbox, TIKKIE.newApiKey).login();
    expect((await fresh.v1('GET', '/platforms')).json).toEqual([]);
    const first = await fresh.v1('POST', '/platforms', PLATFORM);
    expect(first).toMatchObject({
      status: 201,
      json: { ...PLATFORM, email: null, notificationUrl: null, status: 'ACTIVE' },
    });
    expect((await fresh.v1('POST', '/platforms', PLATFORM)).status).toBe(201);
    expect(codeOf(await fresh.v1('POST', '/platforms', PLATFORM))).toBe('403 ERR_3100_001');
    expect((await fresh.v1('GET', '/platforms')).json).toHaveLength(2);
  });

  it.each([
    ['a name', { name: 'M' }, 'ERR_1100_004'],
    ['a phone abroad', { phoneNumber: '+44123456789' }, 'ERR_1100_004'],
    ['a use', { platformUsage: 'FUN' }, 'ERR_1100_004'],
    ['nothing', { name: undefined }, 'ERR_1100_005'],
  ])('refuses %s that does not fit', async (_, wrong, code) => {
    expect(codeOf(await client.v1('POST', '/platforms', { ...PLATFORM, ...wrong }))).toBe(`400 ${code}`);
  });

  it('adds users in a sandbox, with a Dutch account', async () => {
    const path = `/platforms/${TIKKIE.platformToken}/users`;
    expect(await client.v1('POST', path, USER)).toMatchObject({
      status: 201,
      json: { name: 'Ada Byron', status: 'ACTIVE', bankAccounts: [{ iban: USER.iban }] },
    });
    expect((await client.v1('GET', path)).json).toHaveLength(2);
    expect(codeOf(await client.v1('POST', path, { ...USER, iban: 'NL91ABNA0417164301' }))).toBe(
      '400 ERR_1100_004',
    );
    await settings({ production: true });
    expect(codeOf(await client.v1('POST', path, USER))).toBe('401 ERR_2005_002');
  });

  it('are nobody else’s', async () => {
    const other = await new TikkieClient(sandbox, TIKKIE.newApiKey).login();
    expect(codeOf(await other.v1('GET', `/platforms/${TIKKIE.platformToken}/users`))).toBe(
      '404 ERR_4100_002',
    );
    expect(codeOf(await client.v1('GET', `/platforms/${TIKKIE.platformToken}/users/x/paymentrequests`))).toBe(
      '404 ERR_4100_003',
    );
    expect(codeOf(await client.v1('DELETE', `${OWN}/paymentrequests/x`))).toBe('404 ERR_1100_007');
  });
});
