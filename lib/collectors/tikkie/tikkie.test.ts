import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Totals } from '@/lib/checkout/model';
import { accepts } from './accepts';
import { shortened } from './client';
import { config } from './config';
import { fromV1, fromV2 } from './map';
import { shared } from './refund';
import type { TikkieRequest } from './request';
import { type Asked, standingOf } from './standing';
import { requestV1, requestV2, userV1 } from './wire';

const total = (over: Partial<Totals> = {}): Totals => ({
  currency: 'EUR',
  exponent: 2,
  items: 2500,
  fees: 0,
  delivery: 0,
  discount: 0,
  due: 2500,
  ...over,
});

describe('when it is offered', () => {
  it.each([1, 2500, 999_999])('takes %i cents', (due) => {
    expect(accepts({ totals: [total({ due })] })).toEqual({ available: true });
  });

  it.each([
    ['a million cents', [total({ due: 1_000_000 })], /9,999\.99/],
    ['nothing', [total({ due: 0 })], /nothing to pay/],
    ['pounds', [total({ currency: 'GBP' })], /euros only/],
    ['two currencies', [total(), total({ currency: 'GBP' })], /several/],
    ['no hold', [], /yet/],
  ])('says why it cannot take %s', (_, totals, reason) => {
    expect(accepts({ totals })).toEqual({ available: false, reason: expect.stringMatching(reason) });
  });
});

describe('how money stands', () => {
  const request = (over: Partial<TikkieRequest>): TikkieRequest => ({
    token: 't',
    url: 'https://tikkie.me/pay/t',
    externalId: 'x',
    description: 'd',
    amount: 2500,
    createdAt: 0,
    status: 'open',
    paid: 0,
    payments: 0,
    pending: false,
    refused: false,
    blocked: false,
    ...over,
  });
  const asked: Asked = {
    amount: 2500,
    link: {
      url: 'https://tikkie.me/pay/t',
      service: 'Tikkie',
      amount: { amount: 2500, currency: 'EUR', exponent: 2 },
      description: 'd',
      payee: 'p',
    },
    memo: {},
  };
  const paid = (amount: number, open = true) => ({
    kind: 'paid',
    proof: { collector: 'tikkie', reference: 't', amount, currency: 'EUR' },
    ...(open ? { open: true } : {}),
  });

  it.each<[string, Partial<TikkieRequest>, object]>([
    ['nobody paid', {}, { kind: 'ask', step: { kind: 'pay', method: 'payment-link' } }],
    ['paid in full, and still open', { paid: 2500 }, paid(2500)],
    ['paid twice', { paid: 5000 }, paid(5000)],
    ['paid less', { paid: 1000 }, paid(1000)],
    ['paid, then expired', { paid: 2500, status: 'expired' }, paid(2500, false)],
    ['paid as often as may be', { paid: 2500, status: 'full' }, paid(2500, false)],
    ['paid in a state that nobody knows', { paid: 2500, status: 'unknown' }, paid(2500)],
    ['a bank is at it', { pending: true }, { kind: 'ask', step: { why: 'payment_processing' } }],
    [
      'a part is in, a bank is at the rest',
      { paid: 1000, pending: true },
      { kind: 'ask', step: { kind: 'wait' } },
    ],
    ['paid, and a bank is at a second one', { paid: 2500, pending: true, status: 'closed' }, paid(2500)],
    [
      'closed while a bank is at it',
      { pending: true, status: 'closed' },
      { kind: 'ask', step: { kind: 'wait' } },
    ],
    ['expired', { status: 'expired' }, { kind: 'declined', code: 'payment_closed' }],
    ['closed', { status: 'closed' }, { kind: 'declined', code: 'payment_closed' }],
    ['full, by others’ payments', { status: 'full' }, { kind: 'declined', code: 'payment_closed' }],
    ['a state that nobody knows', { status: 'unknown' }, { kind: 'ask', step: { kind: 'pay' } }],
    ['blocked for a while', { blocked: true }, { step: { params: { standing: 'blocked' } } }],
    ['refused, and open', { refused: true }, { step: { params: { standing: 'refused' } } }],
  ])('%s', (_, over, word) => {
    expect(standingOf(request(over), asked)).toMatchObject(word);
  });
});

describe('the wire', () => {
  const wire = {
    paymentRequestToken: 'ovnb659nolsai8curiad',
    amountInCents: '2500',
    currency: 'EUR',
    description: 'd',
    created: '2026-11-21T18:00:00.000Z',
    expired: null,
    status: 'OPEN',
    bankAccountYieldedTooFast: false,
    externalId: 'x',
    payments: [
      { paymentToken: 'p', amountInCents: '2500', amountCurrency: 'EUR', onlinePaymentStatus: 'PAID' },
    ],
  };
  const at = Date.parse(wire.created);
  const read = (over: object) => fromV1(requestV1.parse({ ...wire, ...over }), (token) => `u/${token}`);

  it.each([wire.created, at, String(at)])('reads the time from %j', (created) => {
    expect(read({ created }).createdAt).toBe(at);
  });

  it('sums what is paid, and takes what it does not know for a doubt', () => {
    const row = (amountInCents: string | number, onlinePaymentStatus: string) => ({
      paymentToken: 'p',
      amountInCents,
      onlinePaymentStatus,
    });
    const payments = [row('2500', 'PAID'), row(100, 'PAID'), row('7', 'NEW'), row('9', 'NOT_PAID')];
    expect(read({ payments })).toMatchObject({ paid: 2600, payments: 2, pending: false, refused: true });
    expect(read({ payments: [row('1', 'MOON_PHASE')] })).toMatchObject({ paid: 0, pending: true });
    expect(read({ status: 'MOON_PHASE', payments: null, amountInCents: null })).toMatchObject({
      status: 'unknown',
      amount: null,
    });
  });

  it('is strict where a wrong amount would cost somebody money', () => {
    const payment = { ...wire.payments[0], amountInCents: '12.50' };
    expect(requestV1.safeParse({ ...wire, payments: [payment] }).success).toBe(false);
    expect(requestV1.safeParse({ ...wire, currency: 'USD' }).success).toBe(false);
  });

  it('reads a single bank account as a list of one', () => {
    const account = { bankAccountToken: 'b', iban: 'NL91ABNA0417164300', bankAccountLabel: 'l' };
    const user = { userToken: 'u', name: 'n', status: 'ACTIVE', bankAccounts: account };
    expect(userV1.parse(user).bankAccounts).toMatchObject([account]);
  });

  it('reads version 2, whose truth is its payments', () => {
    const two = requestV2.parse({
      paymentRequestToken: 't',
      url: 'https://tikkie.me/pay/Tikkie/t',
      amountInCents: 2500,
      description: 'd',
      referenceId: 'x',
      createdDateTime: wire.created,
      status: 'MAX_SUCCESSFUL_PAYMENTS_REACHED',
      numberOfPayments: 1,
      totalAmountPaidInCents: 2500,
    });
    const payments = [{ paymentToken: 'p', amountInCents: 2600 }];
    expect(fromV2(two, payments)).toMatchObject({ paid: 2600, status: 'full', externalId: 'x' });
    expect(fromV2(two, null)).toMatchObject({ paid: 2500, payments: 1 });
  });
});

describe('giving back', () => {
  const payment = (paymentToken: string, amountInCents: number, gone = 0) => ({
    paymentToken,
    amountInCents,
    refunds: gone ? [{ amountInCents: gone, status: 'PAID' }] : [],
  });

  it.each([
    ['the newest first', [payment('a', 2500), payment('b', 2500)], 2500, [['b', 2500]]],
    [
      'over several',
      [payment('a', 2500), payment('b', 2500)],
      3000,
      [
        ['b', 2500],
        ['a', 500],
      ],
    ],
    [
      'what is left of them',
      [payment('a', 2500), payment('b', 2500, 2000)],
      1000,
      [
        ['b', 500],
        ['a', 500],
      ],
    ],
  ])('takes %s', (_, payments, amount, parts) => {
    expect(shared(payments, amount)).toEqual(
      parts.map(([token, part]) => ({ payment: token, amount: part })),
    );
  });

  it('is nothing where less was paid', () => {
    expect(shared([payment('a', 2500, 1)], 2500)).toBeNull();
  });
});

describe('the configuration', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  const env = {
    COLLECTORS: 'invoice, tikkie',
    TIKKIE_API_KEY: 'key',
    TIKKIE_PAYEE: 'Matinee',
    TIKKIE_APP_TOKEN: '935059a6-58b3-4f8d-a021-7bdda0d8d6ad',
  };
  const tokens = {
    TIKKIE_PLATFORM_TOKEN: 'platform-token',
    TIKKIE_USER_TOKEN: 'user-token',
    TIKKIE_BANK_ACCOUNT_TOKEN: 'account-token',
  };

  it('is off unless COLLECTORS names it, whatever else is set', () => {
    expect(config.parse({ ...env, COLLECTORS: 'invoice' })).toBeNull();
    expect(config.parse({})).toBeNull();
  });

  it('is version 2 in production unless it is said otherwise', () => {
    expect(config.parse(env)).toMatchObject({ version: 2, url: 'https://api.abnamro.com', payee: 'Matinee' });
  });

  it.each([
    ['PEM', pem],
    ['PEM in one line', String(pem).replaceAll('\n', '\\n')],
    ['base64', String(pem).replace(/-----.*-----|\n/g, '')],
  ])('takes the key of version 1 as %s', (_, key) => {
    const one = { ...env, ...tokens, TIKKIE_VERSION: '1', TIKKIE_PRIVATE_KEY: String(key) };
    expect(config.parse(one)).toMatchObject({ version: 1, userToken: 'user-token' });
  });

  it('says all that is missing', () => {
    const two = config.safeParse({ COLLECTORS: 'tikkie' });
    expect(two.error?.issues.map(({ path }) => path[0])).toEqual([
      'TIKKIE_PAYEE',
      'TIKKIE_API_KEY',
      'TIKKIE_APP_TOKEN',
    ]);
    const one = config.safeParse({ ...env, TIKKIE_VERSION: '1' });
    expect(one.error?.issues.map(({ path }) => path[0])).toEqual([
      'TIKKIE_PRIVATE_KEY',
      ...Object.keys(tokens),
    ]);
    expect(config.safeParse({ ...env, TIKKIE_PRIVATE_KEY: 'nonsense' }).success).toBe(false);
  });

  it('shortens the tokens of paths in the journal', () => {
    expect(shortened('/v1/tikkie/platforms/7a11c0de-0001-4a5d-b0c0-5a0db0c00001/users')).toBe(
      '/v1/tikkie/platforms/7a11c0…/users',
    );
  });
});
