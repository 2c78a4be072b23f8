import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Collection } from '@/lib/checkout/collector';
import { externalIdOf } from '@/lib/collectors/tikkie/names';
import { requestsIn } from '@/lib/collectors/tikkie/request';
import { paymentLinkParams } from '@/lib/payments/payment-link/params';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { counter, order } from './tikkie-counter';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await testSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const settings = (args: Record<string, unknown>) => sandbox.action('tikkie', 'settings', 'all', args);
const calledFor = async (path: RegExp) =>
  (await sandbox.ledger()).calls.filter(({ method, path: at }) => method === 'POST' && path.test(at));

function linkOf(word: Collection) {
  if (word.kind !== 'ask' || word.step.kind !== 'pay') throw new Error(`It says ${word.kind}`);
  expect(word.step.method).toBe('payment-link');
  return { ...paymentLinkParams.parse(word.step.params), memo: word.memo ?? {} };
}

const CREATE = { 1: 'POST /v1/tikkie/*', 2: 'POST /v2/tikkie/paymentrequests' } as const;

describe.each([1, 2] as const)('version %i', (version) => {
  async function asked() {
    const at = counter(sandbox, version);
    const { checkout, attempt } = order(at.now());
    const link = linkOf(await at.collector.collect(at.ctx, checkout, attempt));
    const mine = { ...attempt, status: 'open' as const, memo: link.memo };
    const check = (memo = link.memo) => at.collector.check(at.ctx, checkout, { ...mine, memo });
    const id = externalIdOf(checkout, attempt.id);
    const pay = (args: Record<string, unknown> = {}) => sandbox.action('tikkie', 'pay', id, args);
    return { ...at, checkout, attempt: mine, link, check, pay, id };
  }

  it('asks for what is due, and hears that it is paid', async () => {
    const { link, check, pay, checkout } = await asked();
    expect(link).toMatchObject({
      service: 'Tikkie',
      amount: { amount: 2500, currency: 'EUR' },
      payee: 'Foyer Tickets B.V.',
      description: checkout.reference,
    });
    expect((await fetch(link.url)).status).toBe(200);
    expect(linkOf(await check()).url).toBe(link.url);
    await pay();
    expect(await check()).toMatchObject({
      kind: 'paid',
      open: true,
      proof: { amount: 2500, currency: 'EUR' },
    });
    await pay({ times: 2 });
    expect(await check()).toMatchObject({ kind: 'paid', proof: { amount: 7500 } });
    expect(await calledFor(/paymentrequests$/)).toHaveLength(1);
  });

  it('is found by operators under the name that it has at Tikkie', async () => {
    const { collector, attempt, checkout, id, link } = await asked();
    expect(collector.named?.(attempt)).toEqual({ reference: id, id: link.memo.token });
    expect(id).toContain(checkout.reference);
    expect(collector.named?.({ ...attempt, memo: {} })).toBeNull();
  });

  it.each(['CLOSED', 'EXPIRED', 'MAX_YIELD_REACHED'])('hears that it is %s, paid or not', async (status) => {
    const { check, pay, id } = await asked();
    await sandbox.action('tikkie', 'status', id, { status });
    expect(await check()).toMatchObject({ kind: 'declined', code: 'payment_closed' });
    await pay();
    const word = await check();
    expect(word).toMatchObject({ kind: 'paid', proof: { amount: 2500 } });
    expect(word).not.toHaveProperty('open');
  });

  it('finds what it asked for when the answer was lost, and asks once', async () => {
    await sandbox.fault({ provider: 'tikkie', call: CREATE[version], kind: 'drop', when: 'after' });
    const { link, check, pay } = await asked();
    expect((await fetch(link.url)).status).toBe(200);
    await pay();
    expect(await check()).toMatchObject({ kind: 'paid', proof: { amount: 2500 } });
    expect((await sandbox.ledger()).charges).toHaveLength(1);
  });

  it('finds it with nothing but the attempt, among others', async () => {
    const { check, link } = await asked();
    const at = counter(sandbox, version);
    for (const other of ['a2', 'a3']) {
      const { checkout, attempt } = order(at.now(), other);
      await at.collector.collect(at.ctx, checkout, attempt);
    }
    expect(linkOf(await check({})).url).toBe(link.url);
  });

  it('does not know for a minute whether it was made, then says that it was not', async () => {
    const at = counter(sandbox, version);
    const { checkout, attempt } = order(at.now());
    await sandbox.fault({
      provider: 'tikkie',
      call: CREATE[version],
      kind: 'drop',
      when: 'before',
      times: 5,
    });
    expect(await at.collector.collect(at.ctx, checkout, attempt)).toEqual({ kind: 'unknown' });
    await sandbox.clock(61_000);
    expect(await at.collector.check(at.ctx, checkout, attempt)).toMatchObject({
      kind: 'declined',
      code: 'payment_unavailable',
    });
    expect((await sandbox.ledger()).charges).toHaveLength(0);
  });

  it('takes no word of a gateway for an answer', async () => {
    const { check, attempt, collector, ctx, checkout } = await asked();
    const step = { kind: 'pay', id: 's1', method: 'payment-link', params: {} } as const;
    for (const kind of ['html', 'truncate', 'drop'] as const) {
      await sandbox.fault({ provider: 'tikkie', call: `GET /v${version}/*`, kind, when: 'after', times: 3 });
      const word = await collector.check(ctx, checkout, { ...attempt, step });
      expect(word).toMatchObject({ kind: 'ask', step: { kind: 'pay', params: {} } });
      await sandbox.faults.clear();
    }
    expect(linkOf(await check()).standing).toBeUndefined();
  });

  it('writes no token in full into the journal', async () => {
    const { calls, check } = await asked();
    await check();
    expect(calls.length).toBeGreaterThan(1);
    expect(JSON.stringify(calls)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it('is not configured for links that lead elsewhere', async () => {
    const at = counter(sandbox, version);
    const { checkout, attempt } = order(at.now());
    const field = version === 1 ? 'paymentRequestUrl' : 'url';
    const mutate = { [field]: 'https://evil.example/pay/x' };
    await sandbox.fault({ provider: 'tikkie', call: CREATE[version], kind: 'mutate', when: 'after', mutate });
    expect(await at.collector.collect(at.ctx, checkout, attempt)).toEqual({
      kind: 'declined',
      code: 'payment_unavailable',
    });
  });
});

describe('version 1', () => {
  const ask = async (at: ReturnType<typeof counter>, id: string) => {
    const { checkout, attempt } = order(at.now(), id);
    return at.collector.collect(at.ctx, checkout, attempt);
  };

  it.each(['text', 'number'])(
    'keeps its access token, and renews it before it ends: %s',
    async (expiresInAs) => {
      await settings({ expiresInAs, tokenSeconds: 300 });
      const at = counter(sandbox, 1);
      await Promise.all(['a1', 'a2', 'a3'].map((id) => ask(at, id)));
      expect(await calledFor(/oauth/)).toHaveLength(1);
      await sandbox.clock(230_000);
      linkOf(await ask(at, 'a4'));
      expect(await calledFor(/oauth/)).toHaveLength(1);
      await sandbox.clock(245_000);
      linkOf(await ask(at, 'a5'));
      expect(await calledFor(/oauth/)).toHaveLength(2);
    },
  );

  it('asks for a new one when its token ends in the middle, and nobody notices', async () => {
    const at = counter(sandbox, 1);
    linkOf(await ask(at, 'a1'));
    await sandbox.action('tikkie', 'end-tokens', 'all');
    linkOf(await ask(at, 'a2'));
    expect(await calledFor(/oauth/)).toHaveLength(2);
    expect((await sandbox.ledger()).charges).toHaveLength(2);
  });

  it.each([-60_000, 60_000])('bears a clock that is %i ms off', async (skewMs) => {
    await settings({ skewMs });
    linkOf(await ask(counter(sandbox, 1), 'a1'));
  });

  it('asks for nothing without a token', async () => {
    await sandbox.fault({
      provider: 'tikkie',
      call: 'POST /v1/oauth/token',
      kind: 'status',
      status: 500,
      times: 9,
    });
    expect(await ask(counter(sandbox, 1), 'a1')).toEqual({ kind: 'declined', code: 'payment_unavailable' });
    expect(await calledFor(/paymentrequests$/)).toHaveLength(0);
  });

  it('says that a bank is at it, that one refused, and that the account is blocked', async () => {
    const at = counter(sandbox, 1);
    const { checkout, attempt } = order(at.now());
    const { memo } = linkOf(await at.collector.collect(at.ctx, checkout, attempt));
    const check = () => at.collector.check(at.ctx, checkout, { ...attempt, memo });
    const id = externalIdOf(checkout, attempt.id);
    await sandbox.action('tikkie', 'pay', id, { status: 'PENDING' });
    expect(await check()).toMatchObject({ kind: 'ask', step: { kind: 'wait', why: 'payment_processing' } });
    await sandbox.action('tikkie', 'decide', id, { status: 'NOT_PAID' });
    expect(linkOf(await check()).standing).toBe('refused');
    await sandbox.action('tikkie', 'block', id);
    expect(linkOf(await check()).standing).toBe('blocked');
  });

  it('reads dates as a fault of the platform’s had them', async () => {
    await settings({ dates: 'millis-text' });
    const at = counter(sandbox, 1);
    linkOf(await ask(at, 'a1'));
    const reply = await requestsIn(at.api, at.ctx, {});
    expect(reply.kind === 'ok' && reply.value[0]?.createdAt).toBeGreaterThan(Date.now() - 60_000);
  });

  it('lists 250 requests by page, and those of a range', async () => {
    await sandbox.action('tikkie', 'history', 'all', { count: 250 });
    const at = counter(sandbox, 1);
    const all = await requestsIn(at.api, at.ctx, {});
    const ids = all.kind === 'ok' ? all.value.map(({ externalId }) => externalId) : [];
    expect(ids).toHaveLength(250);
    expect(new Set(ids).size).toBe(250);
    const range = { from: at.now() - 20 * 60_000, to: at.now() - 10 * 60_000 };
    const some = await requestsIn(at.api, at.ctx, range);
    expect(some.kind === 'ok' && some.value).toHaveLength(10);
  });

  it('cannot give back', () => {
    expect(counter(sandbox, 1).collector.refund).toBeUndefined();
  });
});

describe('version 2 gives back', () => {
  async function paidTwice() {
    const at = counter(sandbox, 2);
    const { checkout, attempt } = order(at.now());
    const { memo } = linkOf(await at.collector.collect(at.ctx, checkout, attempt));
    await sandbox.action('tikkie', 'pay', externalIdOf(checkout, attempt.id), { times: 2 });
    const word = await at.collector.check(at.ctx, checkout, { ...attempt, memo });
    const { refund } = at.collector;
    if (word.kind !== 'paid' || !refund) throw new Error('It is not paid, or cannot be given back');
    const charge = async () => (await sandbox.ledger()).charges[0];
    return { back: (amount: number) => refund(at.ctx, word.proof, amount), charge };
  }

  it('to whoever paid last, and to others for the rest', async () => {
    const { back, charge } = await paidTwice();
    expect(await back(3000)).toBe('refunded');
    expect(await charge()).toMatchObject({ captured: 5000, refunded: 3000 });
  });

  it('once, when the answer is lost', async () => {
    const { back, charge } = await paidTwice();
    await sandbox.fault({ provider: 'tikkie', call: 'POST /v2/*', kind: 'drop', when: 'after' });
    expect(await back(2500)).toBe('refunded');
    expect(await charge()).toMatchObject({ refunded: 2500 });
  });

  it('nothing that was not paid', async () => {
    const { back, charge } = await paidTwice();
    expect(await back(5001)).toBe('refused');
    expect(await charge()).toMatchObject({ refunded: 0 });
  });

  it('and calls nothing given back that nobody has seen go', async () => {
    const { back } = await paidTwice();
    await sandbox.fault({ provider: 'tikkie', call: 'POST /v2/*', kind: 'drop', when: 'before' });
    expect(await back(2500)).toBe('unknown');
  });
});
