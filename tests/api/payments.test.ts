import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendResult, startAttempt } from '@/lib/api/calls/payments';
import { readVoucher } from '@/lib/api/calls/vouchers';
import type { RefusedCode } from '@/lib/checkout/heart';
import { type App, app, type Browser, problemOf, type Sent, send } from './support/app';
import { attempt, item, payStep } from './support/checkouts';

vi.mock('@/lib/foyer', () => import('./support/current'));

let a: App;
let who: Browser;
beforeAll(async () => {
  a = await app();
});
beforeEach(() => {
  who = a.browser();
});
afterAll(() => a.close());

const pay = (id: string, key: string, over: Sent = {}) =>
  send(startAttempt, {
    as: who,
    params: { id },
    json: { option: 'sim.card' },
    ...over,
    headers: { 'idempotency-key': key, ...over.headers },
  });

describe('starting to pay', () => {
  it('answers 201 with a step, once for each key', async () => {
    await a.own(who, 'p1');
    const before = a.heart.count('attempt');
    const [first, again] = [await pay('p1', 'attempt-one'), await pay('p1', 'attempt-one')];
    expect([first.status, again.status]).toEqual([201, 201]);
    const [one, two] = [await first.json(), await again.json()];
    expect(one.attempt).toMatchObject({ status: 'open', step: { kind: 'pay', method: 'sim-card' } });
    expect(two.attempt.id).toBe(one.attempt.id);
    expect(a.heart.count('attempt')).toBe(before + 1);
  });

  it('of twenty at once begins one, and none ends in a fault', async () => {
    await a.own(who, 'p2');
    const before = a.heart.count('attempt');
    const all = await Promise.all(Array.from({ length: 20 }, () => pay('p2', 'twenty-clicks')));
    expect(a.heart.count('attempt')).toBe(before + 1);
    expect(all.every(({ status }) => [201, 202, 409].includes(status))).toBe(true);
  });

  it('refuses a key with another option', async () => {
    await a.own(who, 'p3');
    await pay('p3', 'two-options');
    const response = await pay('p3', 'two-options', { json: { option: 'sim.other' } });
    expect(await problemOf(response)).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
  });

  it.each<[RefusedCode, number]>([
    ['busy', 409],
    ['wrong_state', 409],
    ['changes_unaccepted', 409],
    ['details_missing', 422],
    ['option_unavailable', 409],
    ['hold_expired', 409],
    ['hold_ending', 409],
    ['too_many_attempts', 429],
  ])('refused as %s is a problem with %i, and the key is free again', async (code, status) => {
    await a.own(who, `p-${code}`);
    a.heart.refuse = code;
    const refused = await pay(`p-${code}`, 'refused-first');
    a.heart.refuse = null;
    expect(await problemOf(refused)).toMatchObject({ status, code, safeToRetry: true });
    expect(refused.headers.has('retry-after')).toBe(status === 429 || code === 'busy');
    expect((await pay(`p-${code}`, 'refused-first')).status).toBe(201);
  });

  it('names what is missing', async () => {
    await a.own(who, 'p4');
    a.heart.refuse = 'details_missing';
    const problem = await problemOf(await pay('p4', 'missing-details'));
    a.heart.refuse = null;
    expect(problem.errors).toEqual([
      { pointer: '/customer/email', rule: 'required', detail: 'This is needed.' },
    ]);
  });
});

describe('a result', () => {
  const bring = (id: string, data: unknown, over: Sent = {}) =>
    send(sendResult, { as: who, params: { id, attempt: 'a1' }, json: { step: 's1', data }, ...over });

  it('goes to the heart as it came', async () => {
    await a.own(who, 'r1', { attempts: [attempt({ step: payStep })] });
    expect((await bring('r1', { token: 'tok' })).status).toBe(200);
    expect(a.heart.calls.at(-1)).toEqual({ name: 'result', args: ['r1', 'a1', 's1', { token: 'tok' }] });
  });

  it('that is not the method’s is a 422', async () => {
    await a.own(who, 'r2', { attempts: [attempt({ step: payStep })] });
    a.heart.refuse = 'data_invalid';
    expect(await problemOf(await bring('r2', 'nonsense'))).toMatchObject({
      status: 422,
      code: 'data_invalid',
    });
    a.heart.refuse = null;
  });
});

describe('declines', () => {
  it('are ten an hour for a network, counted once each, checked before anything is sent on', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.1' };
    for (const [index, declines] of [4, 4, 2].entries()) {
      const id = `d${index}`;
      await a.own(who, id, { attempts: [attempt({ status: 'declined', declines, step: payStep })] });
      expect((await pay(id, 'after-declines', { headers })).status).toBe(index < 2 ? 201 : 429);
      expect((await pay(id, 'after-declines-2', { headers })).status).toBe(index < 2 ? 201 : 429);
    }
    await a.own(who, 'd9', { attempts: [attempt({ step: payStep })] });
    const before = a.heart.calls.length;
    const refused = await pay('d9', 'eleventh-card', { headers: { 'x-forwarded-for': '198.51.100.250' } });
    expect(await problemOf(refused)).toMatchObject({ status: 429, code: 'rate_limited' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const token = await send(sendResult, {
      as: who,
      params: { id: 'd9', attempt: 'a1' },
      json: { step: 's1', data: { token: 'tok' } },
      headers,
    });
    expect(token.status).toBe(429);
    expect(a.heart.calls.length).toBe(before);
    expect(
      (await pay('d9', 'other-network', { headers: { 'x-forwarded-for': '198.51.101.1' } })).status,
    ).toBe(201);
  });

  it('close paying when they cannot be counted', async () => {
    await a.own(who, 'd10');
    const { counted } = a.store;
    a.store.counted = () => Promise.reject(new Error('gone'));
    const response = await pay('d10', 'limiter-gone');
    a.store.counted = counted;
    expect(await problemOf(response)).toMatchObject({ status: 503, code: 'payments_closed' });
  });
});

describe('a voucher', () => {
  const read = (voucher: string) => send(readVoucher, { as: who, params: { id: 'v1', voucher } });

  it('comes as a document that can do nothing', async () => {
    const vouchers = [
      { id: 'doc', kind: 'pdf' as const, label: 'Ticket', url: 'https://supplier.example/x' },
      { id: 'code', kind: 'qr' as const, label: 'Code', value: 'ABC' },
    ];
    await a.own(who, 'v1', { items: [item({ status: 'booked', vouchers })] });
    const response = await read('doc');
    expect(await response.text()).toBe('%PDF-1.7');
    const header = (name: string) => response.headers.get(name);
    expect(header('content-type')).toBe('application/pdf');
    expect(header('content-disposition')).toMatch(/^attachment; filename="FYR-\w+-doc\.pdf"$/);
    expect(header('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect(header('cache-control')).toBe('private, no-store');
    expect(header('x-content-type-options')).toBe('nosniff');
    expect([(await read('code')).status, (await read('other')).status]).toEqual([404, 404]);
  });

  it('that is a page of the supplier’s is opened there, by its owner only', async () => {
    const url = 'https://supplier.example/voucher?crypto_block=secret';
    const vouchers = [{ id: 'page', kind: 'link' as const, label: 'eTicket', url }];
    await a.own(who, 'v3', { items: [item({ status: 'booked', vouchers })] });
    const open = (as: Browser) => send(readVoucher, { as, params: { id: 'v3', voucher: 'page' } });
    const response = await open(who);
    expect([response.status, response.headers.get('location')]).toEqual([303, url]);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toContain('no-store');
    const other = await open(a.browser());
    expect([other.status, other.headers.get('location')]).toEqual([404, null]);
  });

  it('of a cancelled item is gone', async () => {
    const vouchers = [
      { id: 'doc', kind: 'pdf' as const, label: 'Ticket', url: 'https://supplier.example/x' },
    ];
    const { checkout } = await a.own(a.browser(), 'v2', { items: [item({ status: 'cancelled', vouchers })] });
    await a.store.grant(who.id, checkout.id);
    expect((await send(readVoucher, { as: who, params: { id: 'v2', voucher: 'doc' } })).status).toBe(404);
  });
});
