import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OCTO_VIVA } from '@/sandbox/core/secrets';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { VivaCustomer } from './viva-customer';

let sandbox: TestSandbox;
let customer: VivaCustomer;

beforeAll(async () => {
  sandbox = await testSandbox();
  customer = new VivaCustomer(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
const MERCHANT = basic(OCTO_VIVA.merchantId, OCTO_VIVA.apiKey);

async function call(method: string, path: string, authorization: string, body?: string | URLSearchParams) {
  const headers = {
    authorization,
    ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
  };
  const answer = await fetch(`${sandbox.origin('viva')}${path}`, { method, headers, body });
  const text = await answer.text();
  return { status: answer.status, text, json: text === '' ? null : (JSON.parse(text) as unknown) };
}

const tokenSchema = z.object({
  access_token: z.string().min(20),
  expires_in: z.literal(3600),
  token_type: z.literal('Bearer'),
  scope: z.string(),
});

async function bearer(): Promise<string> {
  const authorization = basic(OCTO_VIVA.clientId, OCTO_VIVA.clientSecret);
  const grant = new URLSearchParams({ grant_type: 'client_credentials' });
  const { json } = await call('POST', '/connect/token', authorization, grant);
  return `Bearer ${tokenSchema.parse(json).access_token}`;
}

const ORDER = {
  amount: 7900,
  customerTrns: 'A sail at sunset',
  merchantTrns: 'order-1',
  sourceCode: OCTO_VIVA.source,
};

/** Makes an order and answers its code, which only text keeps whole. */
async function order(more: Record<string, unknown> = {}): Promise<string> {
  const body = JSON.stringify({ ...ORDER, ...more });
  const { status, text } = await call('POST', '/checkout/v2/orders', await bearer(), body);
  const code = /^\{"orderCode":(\d{16})\}$/.exec(text)?.[1];
  if (status !== 200 || !code) throw new Error(`${status}: ${text}`);
  return code;
}

const charges = async () => (await sandbox.ledger()).charges;

describe('Viva: orders', () => {
  it('needs a token, and gives one to whoever has id and secret', async () => {
    const body = JSON.stringify(ORDER);
    for (const wrong of ['', 'Bearer made-up', MERCHANT])
      expect(await call('POST', '/checkout/v2/orders', wrong, body)).toMatchObject({ status: 401 });
    const grant = new URLSearchParams({ grant_type: 'client_credentials' });
    const stranger = await call('POST', '/connect/token', basic(OCTO_VIVA.clientId, 'guess'), grant);
    expect(stranger).toMatchObject({ status: 400, json: { error: 'invalid_client' } });
    const token = await bearer();
    expect((await call('POST', '/checkout/v2/orders', token, body)).status).toBe(200);
    await sandbox.clock(3_600_001);
    expect((await call('POST', '/checkout/v2/orders', token, body)).status).toBe(401);
  });

  it('numbers orders beyond what JavaScript counts to', async () => {
    const code = await order();
    expect(BigInt(code)).toBeGreaterThan(2n ** 53n);
    expect(String(Number(code))).not.toBe(code);
    expect(await charges()).toMatchObject([
      { provider: 'viva', id: code, group: 'order-1', status: 'open', amount: 7900, currency: 'EUR' },
    ]);
  });

  it.each([
    ['no amount', { amount: undefined }, 400],
    ['an amount in major units', { amount: 79.5 }, 400],
    ['nothing to pay', { amount: 0 }, 400],
    ['a source of nobody', { sourceCode: '9999' }, 403],
    ['a currency that is not settled', { currencyCode: '392' }, 400],
  ])('refuses %s', async (_what, more, status) => {
    const body = JSON.stringify({ ...ORDER, ...more });
    const answer = await call('POST', '/checkout/v2/orders', await bearer(), body);
    expect(answer).toMatchObject({ status, json: { status, message: expect.any(String) } });
    expect(await charges()).toEqual([]);
  });

  it('is over with its time, or when the merchant says so, and the customer is told the way back', async () => {
    const lapsed = await order({ paymentTimeout: 60 });
    await sandbox.clock(60_001);
    const late = await customer.card(lapsed, '4147463011110133');
    expect(late).toMatchObject({ status: 410, shop: null });
    expect(late.html).toContain(`/return/viva?s=${lapsed}`);
    const dropped = await order();
    expect((await call('DELETE', `/api/orders/${dropped}`, MERCHANT)).status).toBe(200);
    expect((await customer.press(dropped, 'yes')).status).toBe(410);
    expect(await charges()).toMatchObject([
      { status: 'cancelled', captured: 0 },
      { status: 'cancelled', captured: 0 },
    ]);
    expect((await customer.open('9200000000000001')).status).toBe(404);
  });
});

describe('Viva: Smart Checkout', () => {
  it('is dressed as the shop asked, in its customer’s language, and in nobody’s frame', async () => {
    const code = await order();
    const page = await fetch(`${sandbox.origin('viva')}/web/checkout?ref=${code}&lang=el-GR&color=0F5C56`);
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self' http://localhost:3000");
    const html = await page.text();
    expect(html).toContain('<html lang="el-GR">');
    expect(html).toContain('accent.css?color=0F5C56');
    expect(html).toContain('Πληρωμή με κάρτα');
    expect(html).toContain('79,00');
    const wild = await customer.open(code, { lang: '"><script>', color: 'red;}', paymentMethod: '8' });
    expect(wild.html).toContain('<html lang="en-GB">');
    expect(wild.html).toContain('accent.css?color=4b2bee');
    expect(wild.html).toContain('takes cards only');
    const accent = await fetch(`${sandbox.origin('viva')}/web2/files/accent.css?color=ffe14d`);
    expect(await accent.text()).toBe(':root{--key:#ffe14d;--on:#0d1117}');
  });

  it('says what does not read, and keeps neither number nor code', async () => {
    const code = await order();
    const wrong = { expiry: '01/20', cvv: '12', name: ' ' };
    const page = await customer.card(code, '4147463011110134', wrong);
    expect(page.status).toBe(422);
    expect(page.html.match(/aria-invalid="true"/g)).toHaveLength(4);
    expect(page.html).toContain('value="01/20"');
    expect(page.html).not.toContain('4147463011110134');
    expect(await charges()).toMatchObject([{ status: 'open', declines: [] }]);
  });

  it.each(['4147463011110133', '376206000000009', '6759649826438453'])(
    'returns from %s to the account’s own address with t, s, lang, eventId and eci',
    async (number) => {
      const code = await order();
      const { shop } = await customer.card(code, number, { lang: 'el-GR' });
      expect(`${shop?.origin}${shop?.pathname}`).toBe('http://localhost:3000/return/viva');
      expect(Object.fromEntries(shop?.searchParams ?? [])).toEqual({
        t: expect.stringMatching(/^[0-9a-f-]{36}$/),
        s: code,
        lang: 'el-GR',
        eventId: '0',
        eci: '1',
      });
      expect(await charges()).toMatchObject([{ status: 'captured', captured: 7900 }]);
      // Reloaded, or paid in a second tab: the same money, and the way back.
      const again = await customer.card(code, number);
      expect(again.html).toContain(`t=${shop?.searchParams.get('t')}`);
      expect(await charges()).toHaveLength(1);
    },
  );

  it('lets another card pay after a refusal, or leads back with the reason and without t', async () => {
    const code = await order();
    const refused = await customer.card(code, '4147463011110141');
    expect(refused).toMatchObject({ status: 200, shop: null });
    expect(refused.html).toContain('data-event="10051"');
    expect(refused.html).toMatch(new RegExp(`s=${code}&amp;lang=en-GB&amp;eventId=10051"`));
    expect((await customer.card(code, '4242424242424242')).html).toContain('data-event="10014"');
    expect((await customer.card(code, '4147463011110133')).shop?.searchParams.get('eventId')).toBe('0');
    expect(await charges()).toMatchObject([
      { status: 'captured', captured: 7900, declines: ['10051', '10014'] },
    ]);
    const other = await order();
    const { shop } = await customer.press(other, 'no');
    expect([shop?.searchParams.get('t'), shop?.searchParams.get('eventId')]).toEqual([null, '10051']);
  });

  it('follows what the bank was told', async () => {
    const code = await order();
    const wrong = await customer.atBank(await customer.card(code, '5239290700000101'), 'sesame');
    expect(wrong.html).toContain('data-event="2062"');
    const left = await customer.atBank(await customer.press(code, 'bank'), null);
    expect(left.html).toContain('data-event="2061"');
    expect(await charges()).toMatchObject([{ status: 'open', captured: 0, declines: ['2062', '2061'] }]);
    const asked = await customer.press(code, 'bank');
    expect((await customer.atBank(asked, 'password')).shop?.searchParams.get('s')).toBe(code);
    // Answered once more, the question is over.
    expect((await customer.atBank(asked, 'sesame')).status).toBe(404);
    expect(await charges()).toMatchObject([{ status: 'captured', captured: 7900 }]);
  });

  it('takes money once when two tabs are at the bank', async () => {
    const code = await order();
    const one = await customer.press(code, 'bank');
    const two = await customer.press(code, 'bank');
    await customer.atBank(one, 'password');
    await customer.atBank(two, 'password');
    expect(await charges()).toMatchObject([{ captured: 7900, refunded: 0 }]);
    const { json } = await call('GET', `/api/transactions?ordercode=${code}`, MERCHANT);
    expect(json).toMatchObject({ Transactions: [{ StatusId: 'F' }, { StatusId: 'E' }] });
  });

  it('uses the names and addresses that the account has', async () => {
    await sandbox.action('viva', 'parameters', OCTO_VIVA.source, { t: 'transaction', s: 'order' });
    const code = await order();
    const { shop } = await customer.press(code, 'yes');
    expect([...(shop?.searchParams.keys() ?? [])]).toEqual([
      'transaction',
      'order',
      'lang',
      'eventId',
      'eci',
    ]);
    await sandbox.action('viva', 'forget-urls', OCTO_VIVA.source);
    const stranded = await customer.press(await order(), 'yes');
    expect(stranded).toMatchObject({ status: 200, shop: null });
    expect(stranded.html).toContain('Your payment was successful');
    expect(stranded.html).not.toContain('/return/viva');
  });
});

describe('Viva: transactions', () => {
  it('tells a transaction in major units and with the code’s digits, to its merchant', async () => {
    const code = await order();
    const { shop } = await customer.card(code, '4147463011110133');
    const id = shop?.searchParams.get('t');
    const { text, json } = await call('GET', `/checkout/v2/transactions/${id}`, await bearer());
    expect(text).toContain(`"orderCode":${code},`);
    expect(json).toMatchObject({
      amount: 79,
      statusId: 'F',
      currencyCode: '978',
      merchantTrns: 'order-1',
      cardNumber: '414746XXXXXX0133',
      fullName: 'Ada Byron',
    });
    expect((await call('GET', `/checkout/v2/transactions/${id}`, MERCHANT)).status).toBe(401);
    expect(
      (await call('GET', `/checkout/v2/transactions/${crypto.randomUUID()}`, await bearer())).status,
    ).toBe(404);
    const state = await call('GET', `/api/orders/${code}`, MERCHANT);
    expect(state.json).toMatchObject({ StateId: 3, RequestAmount: 79 });
    expect((await call('DELETE', `/api/orders/${code}`, MERCHANT)).status).toBe(409);
  });

  it('gives back part and rest, and no more', async () => {
    const code = await order();
    const { shop } = await customer.press(code, 'yes');
    const path = `/api/transactions/${shop?.searchParams.get('t')}`;
    expect((await call('DELETE', `${path}?amount=2900`, MERCHANT)).status).toBe(200);
    expect((await call('DELETE', `${path}?amount=5001`, MERCHANT)).status).toBe(400);
    expect((await call('DELETE', `${path}?amount=5000`, MERCHANT)).status).toBe(200);
    expect((await call('DELETE', `${path}?amount=1`, MERCHANT)).status).toBe(400);
    expect(await charges()).toMatchObject([{ status: 'captured', captured: 7900, refunded: 7900 }]);
  });
});
