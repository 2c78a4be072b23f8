import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
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

const OWN = `/platforms/${TIKKIE.platformToken}/users/${TIKKIE.userToken}`;
const CREATE = `${OWN}/bankaccounts/${TIKKIE.bankAccountToken}/paymentrequests`;
const ASK = { amountInCents: '1250', currency: 'EUR', description: 'Invoice 4567', externalId: 'inv-4567' };

const made = z.strictObject({
  paymentRequestUrl: z.url(),
  paymentRequestToken: z.string().regex(/^[a-z0-9]{20}$/),
  externalId: z.string(),
});
const listed = z.object({
  paymentRequests: z.array(z.looseObject({ externalId: z.string(), created: z.unknown() })),
  totalElements: z.int(),
});

async function create(more: Record<string, unknown> = {}) {
  const { status, json } = await client.v1('POST', CREATE, { ...ASK, ...more });
  expect(status).toBe(201);
  const { paymentRequestUrl: url, paymentRequestToken: token } = made.parse(json);
  return { url, token };
}

const fetched = async (token: string) => (await client.v1('GET', `${OWN}/paymentrequests/${token}`)).json;
const pay = (args: Record<string, unknown> = {}) => sandbox.action('tikkie', 'pay', 'inv-4567', args);

describe('payment requests of version 1', () => {
  it('are made, and read with their payments', async () => {
    const { token, url } = await create();
    expect(url).toBe(`${sandbox.origin('tikkie')}/pay/${token}`);
    await client.press(url, 'pay');
    expect(await fetched(token)).toMatchObject({
      paymentRequestToken: token,
      amountInCents: '1250',
      currency: 'EUR',
      status: 'OPEN',
      expired: null,
      bankAccountYieldedTooFast: false,
      payments: [{ amountInCents: '1250', amountCurrency: 'EUR', onlinePaymentStatus: 'PAID' }],
    });
    expect(await fetched(token)).not.toHaveProperty('paymentRequestUrl');
    expect((await sandbox.ledger()).charges).toMatchObject([
      { id: token, group: 'inv-4567', status: 'captured', captured: 1250 },
    ]);
  });

  it.each([
    ['nothing', { amountInCents: '0' }],
    ['a million', { amountInCents: '1000000' }],
    ['euros', { amountInCents: '12.50' }],
    ['pounds', { currency: 'GBP' }],
    ['a long description', { description: 'x'.repeat(36) }],
    ['a long id', { externalId: 'x'.repeat(36) }],
  ])('are not made for %s', async (_, wrong) => {
    expect(codeOf(await client.v1('POST', CREATE, { ...ASK, ...wrong }))).toBe('400 ERR_1100_004');
  });

  it('need an external id, and a bank account of the user’s', async () => {
    const { externalId: _, ...without } = ASK;
    expect(codeOf(await client.v1('POST', CREATE, without))).toBe('400 ERR_1100_005');
    const foreign = CREATE.replace(TIKKIE.bankAccountToken, TIKKIE.userToken);
    expect(codeOf(await client.v1('POST', foreign, ASK))).toBe('400 ERR_1100_004');
    expect(codeOf(await client.v1('GET', `${OWN}/paymentrequests/none`))).toBe('404 ERR_1100_002');
  });

  it('take a number, and an amount of the payer’s choice', async () => {
    const { token } = await create({ amountInCents: 999_999 });
    expect(await fetched(token)).toMatchObject({ amountInCents: '999999' });
    const { token: open, url } = await create({ amountInCents: undefined });
    expect((await client.press(url, 'pay', 'much')).status).toBe(422);
    await client.press(url, 'pay', '12,5');
    expect(await fetched(open)).toMatchObject({ amountInCents: null, payments: [{ amountInCents: '1250' }] });
  });

  it('are listed by page, newest first, and by date', async () => {
    await sandbox.action('tikkie', 'history', 'all', { count: 250 });
    const seen: string[] = [];
    for (let offset = 0, total = 1; offset < total; offset += 100) {
      const { json } = await client.v1('GET', `${OWN}/paymentrequests?offset=${offset}&limit=100`);
      const page = listed.parse(json);
      total = page.totalElements;
      seen.push(...page.paymentRequests.map(({ externalId }) => externalId));
    }
    expect(seen).toHaveLength(250);
    expect(new Set(seen).size).toBe(250);
    expect(seen[0]).toBe('EARLIER-1');
    const at = (minutesAgo: number) =>
      `${new Date(Date.now() - minutesAgo * 60_000).toISOString().slice(0, 19)}Z`;
    const range = `fromDate=${at(20)}&toDate=${at(10)}`;
    const { json } = await client.v1('GET', `${OWN}/paymentrequests?offset=0&limit=100&${range}`);
    expect(listed.parse(json).totalElements).toBe(10);
  });

  it.each([
    ['no page', '', '1100_005'],
    ['a page too long', '?offset=0&limit=101', '1100_004'],
    ['a date without a time', '?offset=0&limit=10&fromDate=2020-01-01', '1100_004'],
  ])('are not listed for %s', async (_, query, code) => {
    expect(codeOf(await client.v1('GET', `${OWN}/paymentrequests${query}`))).toBe(`400 ERR_${code}`);
  });

  it('tell the time as documented, or as a fault once had it', async () => {
    const { token } = await create();
    expect(await fetched(token)).toMatchObject({ created: expect.stringMatching(/^\d{4}-.*Z$/) });
    for (const [dates, type] of [
      ['millis', 'number'],
      ['millis-text', 'string'],
    ] as const) {
      await sandbox.action('tikkie', 'settings', 'all', { dates });
      const { created } = z.looseObject({ created: z.unknown() }).parse(await fetched(token));
      expect(typeof created).toBe(type);
      expect(Number(created)).toBeGreaterThan(1.7e12);
    }
  });
});

describe('whoever pays', () => {
  it('can pay twice, be refused, and wait for the bank', async () => {
    const { token, url } = await create();
    expect((await client.press(url, 'refuse')).html).toContain('Nothing was taken');
    await client.press(url, 'pending');
    expect(await fetched(token)).toMatchObject({
      payments: [{ onlinePaymentStatus: 'NOT_PAID' }, { onlinePaymentStatus: 'PENDING' }],
    });
    await client.press(url, 'yes');
    await client.press(url, 'twice');
    expect((await sandbox.ledger()).charges).toMatchObject([{ captured: 3750, declines: ['NOT_PAID'] }]);
  });

  it('cannot pay what is over or blocked', async () => {
    const { token, url } = await create();
    await sandbox.action('tikkie', 'block', token);
    expect((await client.press(url, 'pay')).html).toContain('cannot receive money');
    expect(await fetched(token)).toMatchObject({ bankAccountYieldedTooFast: true, payments: [] });
    await sandbox.action('tikkie', 'block', token, { on: false });
    await sandbox.clock(15 * 24 * 3_600_000);
    await client.login();
    expect((await client.press(url, 'pay')).html).toContain('has expired');
    expect(await fetched(token)).toMatchObject({ status: 'EXPIRED', payments: [] });
  });

  it('fills a request that may be paid once', async () => {
    await sandbox.action('tikkie', 'settings', 'all', { maxPayments: 1 });
    const { token, url } = await create();
    await client.press(url, 'twice');
    expect(await fetched(token)).toMatchObject({
      status: 'MAX_SUCCESSFUL_PAYMENTS_REACHED',
      payments: [{ onlinePaymentStatus: 'PAID' }],
    });
  });

  it('finds nothing at an address of no request', async () => {
    const answer = await fetch(`${sandbox.origin('tikkie')}/pay/none`);
    expect(answer.status).toBe(404);
  });
});

describe('version 2', () => {
  const request = z.looseObject({ paymentRequestToken: z.string(), url: z.url() });
  const MAKE = { amountInCents: 1250, description: 'Invoice 4567', referenceId: 'inv-4567' };

  it('makes, reads, pays and gives back', async () => {
    const answer = await client.v2('POST', '/paymentrequests', MAKE);
    expect(answer.status).toBe(201);
    const { paymentRequestToken: token, url } = request.parse(answer.json);
    await pay({ times: 2 });
    expect((await client.v2('GET', `/paymentrequests/${token}`)).json).toMatchObject({
      ...MAKE,
      url,
      status: 'OPEN',
      numberOfPayments: 2,
      totalAmountPaidInCents: 2500,
    });
    const payments = await client.v2('GET', `/paymentrequests/${token}/payments?pageNumber=1&pageSize=1`);
    const page = z
      .object({
        payments: z.array(z.looseObject({ paymentToken: z.string() })),
        totalElementCount: z.literal(2),
      })
      .parse(payments.json);
    expect(page.payments).toHaveLength(1);
    const back = `/paymentrequests/${token}/payments/${page.payments[0]?.paymentToken}/refunds`;
    const refund = { amountInCents: 1000, description: 'Too much' };
    expect(await client.v2('POST', back, refund)).toMatchObject({ status: 201, json: { status: 'PAID' } });
    expect(codeOf(await client.v2('POST', back, refund))).toBe('400 REFUND_AMOUNT_TOO_HIGH');
    expect((await sandbox.ledger()).charges).toMatchObject([{ captured: 2500, refunded: 1000 }]);
  });

  it('is open until the end of the day that was asked for', async () => {
    const expiryDate = new Date().toISOString().slice(0, 10);
    const { json } = await client.v2('POST', '/paymentrequests', { ...MAKE, expiryDate });
    expect(json).toMatchObject({ expiryDate, status: 'OPEN' });
    await sandbox.clock(24 * 3_600_000);
    const { paymentRequestToken: token } = request.parse(json);
    expect((await client.v2('GET', `/paymentrequests/${token}`)).json).toMatchObject({ status: 'EXPIRED' });
  });

  it('wants an app of the key’s own, a page, and fields that fit', async () => {
    const { json } = await client.v2('POST', '/sandboxapps');
    const { appToken } = z.object({ appToken: z.uuid() }).parse(json);
    const other = new TikkieClient(sandbox, TIKKIE.newApiKey);
    const list = '/paymentrequests?pageNumber=0&pageSize=50';
    expect((await client.v2('GET', list, undefined, appToken)).json).toEqual({
      paymentRequests: [],
      totalElementCount: 0,
    });
    expect(codeOf(await other.v2('GET', list))).toBe('403 PAYMENT_REQUEST_FORBIDDEN');
    expect(codeOf(await client.v2('GET', list, undefined, 'x'))).toBe('401 APP_TOKEN_INVALID');
    expect(codeOf(await client.v2('GET', '/paymentrequests'))).toBe('400 PAGE_NUMBER_MISSING');
    expect(codeOf(await client.v2('GET', '/paymentrequests/x'))).toBe('404 PAYMENT_REQUEST_NOT_FOUND');
    expect(codeOf(await client.v2('POST', '/paymentrequests', { ...MAKE, amountInCents: 0 }))).toBe(
      '400 AMOUNT_IN_CENTS_INVALID',
    );
  });
});
