import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OCTO_KEYS, OCTO_VIVA } from '@/sandbox/core/secrets';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { until } from '../support/until';
import { ALL, booking, CONTACT, OctoShop, refusal } from './octo-client';
import type { WireBooking } from './octo-wire';
import { VivaCustomer } from './viva-customer';

let sandbox: TestSandbox;
let shop: OctoShop;
let customer: VivaCustomer;

beforeAll(async () => {
  sandbox = await testSandbox();
  shop = new OctoShop(sandbox);
  customer = new VivaCustomer(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const hold = () => shop.hold('OC104', { adult: 1 });

/** The order code as it stands in the text: digits or a string. */
async function codeOf({ uuid }: { uuid: string }): Promise<{ code: string; quoted: boolean }> {
  const { text } = await shop.call('GET', `/bookings/${uuid}`);
  const [, quote = '', code = ''] = /"vivawallet":\{"orderCode":("?)(\d{16})"?\}/.exec(text) ?? [];
  if (code === '') throw new Error(`There is no order code in ${text}`);
  return { code, quoted: quote !== '' };
}

/** Confirms with a code written as digits or as text; a JavaScript number would lose it. */
async function confirm(
  { uuid }: { uuid: string },
  code: string,
  transactionId: string | null | undefined,
  quoted = false,
) {
  const orderCode = quoted ? `"${code}"` : code;
  const body = `{"contact":${JSON.stringify(CONTACT)},"cardPayment":{"gateway":"vivawallet","vivawallet":{"orderCode":${orderCode},"transactionId":${JSON.stringify(transactionId)}}}}`;
  const answer = await fetch(`${sandbox.origin('octo')}/octo/bookings/${uuid}/confirm`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${OCTO_KEYS.direct}`,
      'content-type': 'application/json',
      'octo-capabilities': ALL,
    },
    body,
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: JSON.parse(text) as unknown };
}

const transactionOf = ({ shop: url }: { shop: URL | null }) => url?.searchParams.get('t');

const charges = async () =>
  (await sandbox.ledger()).charges.map(({ status, captured, refunded }) => [status, captured, refunded]);

const oneMore = ({ unitItems: items }: WireBooking) => ({
  unitItems: [...items.map(({ uuid, unitId }) => ({ uuid, unitId })), { unitId: items[0]?.unitId }],
});

describe('OCTO through Viva: confirming', () => {
  it.each([
    ['digits', 'number', false],
    ['text', 'text', true],
  ])('books with an order code as %s', async (_what, manner, quoted) => {
    await sandbox.action('octo', 'viva-codes', manner);
    const held = await hold();
    const told = await codeOf(held);
    expect(told.quoted).toBe(quoted);
    expect(await codeOf(held)).toEqual(told);
    const t = transactionOf(await customer.card(told.code, '4147463011110133'));
    expect(refusal(await confirm(held, told.code, t, !quoted))).toMatchObject({
      errorMessage: 'cardPayment.vivawallet.orderCode must be what was told, in kind too.',
    });
    const done = booking(await confirm(held, told.code, t, quoted));
    expect(done).toMatchObject({ status: 'CONFIRMED', cardPayment: { outstandingBalance: 0 } });
    expect((await sandbox.ledger()).charges).toMatchObject([
      { id: told.code, group: held.uuid, status: 'captured', captured: held.pricing?.retail, refunded: 0 },
    ]);
    // Confirmed once more: the same booking, the same money.
    expect(booking(await confirm(held, told.code, t, quoted)).utcConfirmedAt).toBe(done.utcConfirmedAt);
    expect(await charges()).toHaveLength(1);
  });

  it('asks Viva, and believes nobody else', async () => {
    const held = await hold();
    const other = await hold();
    const { code } = await codeOf(held);
    const theirs = await codeOf(other);
    const said = async (...args: [string, string | null | undefined]) =>
      refusal(await confirm(held, ...args)).errorMessage;
    expect(await said(code, crypto.randomUUID())).toBe('The transaction is not one of this orderCode.');
    const t = transactionOf(await customer.press(theirs.code, 'yes'));
    expect(await said(code, t)).toBe('The transaction is not one of this orderCode.');
    expect(await said(theirs.code, t)).toBe('The orderCode is not one of this order.');
    // What a JavaScript number makes of it is another's.
    expect(await said(String(BigInt(Number(code))), t)).toBe('The orderCode is not one of this order.');
    expect(await said(code, null)).toMatch('must name the orderCode and the transactionId');
    expect((await shop.booking(held.uuid)).status).toBe('ON_HOLD');
    expect((await sandbox.ledger()).bookings).toEqual([]);
  });

  it('refuses what failed and keeps the hold; the same code takes the next card', async () => {
    const held = await hold();
    const { code } = await codeOf(held);
    await customer.press(code, 'no');
    expect((await codeOf(held)).code).toBe(code);
    const asked = await customer.press(code, 'bank');
    const t = transactionOf(await customer.atBank(asked, 'password'));
    expect(booking(await confirm(held, code, t)).status).toBe('CONFIRMED');
    expect((await sandbox.ledger()).charges).toMatchObject([{ declines: ['10051'] }]);
  });

  it('has another code for another amount, and gives back what was paid for the first', async () => {
    const held = await hold();
    const first = await codeOf(held);
    const t = transactionOf(await customer.press(first.code, 'yes'));
    await sandbox.action('viva', 'hold-webhooks', 'all');
    await shop.call('PATCH', `/bookings/${held.uuid}`, oneMore(held));
    const second = await codeOf(held);
    expect(second.code).not.toBe(first.code);
    expect(refusal(await confirm(held, first.code, t)).error).toBe('BAD_REQUEST');
    const paid = held.pricing?.retail;
    expect(await charges()).toEqual([
      ['captured', paid, paid],
      ['open', 0, 0],
    ]);
    const next = transactionOf(await customer.press(second.code, 'yes'));
    expect(booking(await confirm(held, second.code, next)).status).toBe('CONFIRMED');
  });

  it('says so where no payment order could be made', async () => {
    await sandbox.fault({ provider: 'viva', call: 'POST /checkout/v2/orders', kind: 'status', status: 503 });
    const held = await hold();
    expect(held.cardPayment?.vivawallet).toEqual({ error: expect.stringContaining('503') });
    expect((await codeOf(held)).code).toMatch(/^92/);
  });

  it('lets nobody pay a hold that is over, and gives back what was paid and not confirmed', async () => {
    await sandbox.action('viva', 'hold-webhooks', 'all');
    const unpaid = await hold();
    const { code } = await codeOf(unpaid);
    const paid = await hold();
    const t = transactionOf(await customer.press((await codeOf(paid)).code, 'yes'));
    await shop.call('POST', `/bookings/${unpaid.uuid}/cancel`, {});
    expect((await customer.press(code, 'yes')).status).toBe(410);
    await sandbox.clock(30 * 60_000 + 1_000);
    expect(refusal(await confirm(paid, (await paidCode()) ?? '', t)).error).toBe('INVALID_BOOKING_UUID');
    const retail = paid.pricing?.retail;
    expect(await charges()).toEqual([
      ['cancelled', 0, 0],
      ['captured', retail, retail],
    ]);
  });

  it('gives money back when the tickets are gone', async () => {
    await sandbox.action('octo', 'fail-confirm', 'OC104');
    const held = await hold();
    const { code } = await codeOf(held);
    const t = transactionOf(await customer.press(code, 'yes'));
    expect(refusal(await confirm(held, code, t)).error).toBe('UNPROCESSABLE_ENTITY');
    expect(await charges()).toEqual([['captured', held.pricing?.retail, held.pricing?.retail]]);
  });

  const paidCode = async () => (await sandbox.ledger()).charges.find(({ captured }) => captured > 0)?.id;
});

describe('OCTO through Viva: nobody came back', () => {
  const pending = ({ uuid }: { uuid: string }) =>
    until(
      () => shop.booking(uuid),
      ({ status }) => status === 'PENDING',
    );

  it('is PENDING once Viva has told of it, and confirms itself half an hour later', async () => {
    const held = await hold();
    const { code } = await codeOf(held);
    const stayed = await customer.press(code, 'stay');
    expect(stayed).toMatchObject({ status: 200, shop: null });
    expect(await pending(held)).toMatchObject({ confirmable: true, updatable: false, utcExpiresAt: null });
    expect((await shop.order(held.orderId ?? '')).status).toBe('PENDING');
    await sandbox.clock(29 * 60_000);
    expect((await shop.booking(held.uuid)).status).toBe('PENDING');
    await sandbox.clock(31 * 60_000);
    const done = await shop.booking(held.uuid);
    expect(done).toMatchObject({ status: 'CONFIRMED', cardPayment: { paid: held.pricing?.retail } });
    expect(done.voucher?.deliveryOptions).not.toEqual([]);
    expect((await sandbox.ledger()).bookings).toMatchObject([{ status: 'booked', group: held.uuid }]);
    expect(await charges()).toEqual([['captured', held.pricing?.retail, 0]]);
  });

  it('can still be confirmed by the shop, once, and a notice that comes twice changes nothing', async () => {
    await sandbox.action('viva', 'forget-urls', OCTO_VIVA.source);
    const held = await hold();
    const { code } = await codeOf(held);
    await customer.press(code, 'yes');
    await pending(held);
    expect((await codeOf(held)).code).toBe(code);
    const { json } = await list(code);
    const done = booking(await confirm(held, code, json.Transactions[0]?.TransactionId));
    expect(done.status).toBe('CONFIRMED');
    await sandbox.action('viva', 'duplicate-webhook', code);
    await sandbox.clock(40 * 60_000);
    expect((await shop.booking(held.uuid)).utcConfirmedAt).toBe(done.utcConfirmedAt);
    expect(await charges()).toEqual([['captured', held.pricing?.retail, 0]]);
  });

  it('gives the money back when the shop lets go of it meanwhile', async () => {
    const held = await hold();
    await customer.press((await codeOf(held)).code, 'stay');
    await pending(held);
    await shop.call('POST', `/bookings/${held.uuid}/cancel`, {});
    await sandbox.clock(40 * 60_000);
    expect((await shop.booking(held.uuid)).status).toBe('CANCELLED');
    expect(await charges()).toEqual([['captured', held.pricing?.retail, held.pricing?.retail]]);
  });

  it('gives money back that comes when the hold is over', async () => {
    const held = await hold();
    const { code } = await codeOf(held);
    await sandbox.action('viva', 'hold-webhooks', 'all');
    await customer.press(code, 'stay');
    await sandbox.action('octo', 'expire', held.uuid);
    await sandbox.action('viva', 'send-webhooks', 'all');
    await sandbox.clock(40 * 60_000);
    expect((await shop.booking(held.uuid)).status).toBe('EXPIRED');
    expect(await charges()).toEqual([['captured', held.pricing?.retail, held.pricing?.retail]]);
  });

  async function list(code: string): Promise<{ json: { Transactions: { TransactionId: string }[] } }> {
    const key = Buffer.from(`${OCTO_VIVA.merchantId}:${OCTO_VIVA.apiKey}`).toString('base64');
    const answer = await fetch(`${sandbox.origin('viva')}/api/transactions?ordercode=${code}`, {
      headers: { authorization: `Basic ${key}` },
    });
    return { json: (await answer.json()) as { Transactions: { TransactionId: string }[] } };
  }
});
