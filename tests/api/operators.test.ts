import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CALLS } from '@/lib/api/calls';
import { lookUp } from '@/lib/api/calls/lookup';
import {
  bookForOperator,
  cancelItems,
  checkForOperator,
  markRefunded,
  readForOperator,
} from '@/lib/api/calls/ops';
import { health, metrics, readiness } from '@/lib/api/calls/system';
import { opsBookForm, opsCancelForm, opsLoginForm } from '@/lib/api/forms/ops';
import { type App, app, OPS_KEY, PARTNER_KEY, posted, problemOf, send } from './support/app';
import { item } from './support/checkouts';

vi.mock('@/lib/foyer', () => import('./support/current'));

let a: App;
const key = { authorization: `Bearer ${OPS_KEY}` };
beforeAll(async () => {
  a = await app();
  await a.own(a.browser(), 'o1', {
    items: [item({ status: 'booked' }), item({ id: 'i2', status: 'failed' })],
  });
});
beforeEach(() => {
  a.clock.ahead += 3_600_000;
});
afterAll(() => a.close());

const operators = CALLS.filter(({ operation }) => operation.access === 'operator');
const act = (handler: unknown, json: object, headers: Record<string, string> = key) =>
  send(handler, { params: { id: 'o1' }, json, headers, from: 'server' });

describe('operators’ calls', () => {
  it.each(operators.map((one) => [one.operation.id, one] as const))(
    '%s is a 404 without the key',
    async (_, call) => {
      const { method } = call.operation;
      const json = method === 'GET' ? undefined : { reason: 'because', entry: 'm1' };
      const before = a.heart.calls.length;
      const unknown = { authorization: `Bearer ${PARTNER_KEY}` };
      const tries: Record<string, string>[] = [{}, unknown, { cookie: '__Host-foyer-ops=forged' }];
      for (const headers of tries) {
        const response = await send(call, { method, params: { id: 'o1' }, json, headers, from: 'server' });
        expect(response.status).toBe(404);
      }
      expect(a.heart.calls.length).toBe(before);
    },
  );

  const acts = operators.filter(
    ({ operation }) => operation.method === 'POST' && operation.path.includes('{id}'),
  );
  it('are the acts of the design, and each needs a reason', async () => {
    expect(acts.map(({ operation }) => operation.path.split('/').at(-1)).sort()).toEqual([
      'book',
      'cancel',
      'check',
      'mark-refunded',
      'refund',
      'timeout-callback',
    ]);
    const before = a.heart.calls.length;
    const whole = { entry: 'm1', option: 'sim.credit', reference: 'till 1', currency: 'GBP', amount: 1 };
    for (const call of acts)
      for (const reason of [undefined, '', '  ', 7]) {
        const refused = await problemOf(await act(call, { ...whole, reason }));
        expect(refused).toMatchObject({ status: 422 });
        expect(JSON.stringify(refused), call.operation.id).toContain('/reason');
      }
    expect(a.heart.calls.length).toBe(before);
  });

  it('show a checkout with its history and without its buyer', async () => {
    const text = await (await act(readForOperator, {})).text();
    expect(text).toContain('"journal"');
    for (const secret of ['buyer@', 'Núñez', 'memo-of']) expect(text).not.toContain(secret);
  });

  it('carry who and why', async () => {
    expect((await act(cancelItems, { reason: 'asked by phone', by: 'Ada' })).status).toBe(200);
    const order = { act: 'cancel', itemIds: ['i1'], by: 'Ada', reason: 'asked by phone' };
    expect(a.heart.calls.at(-1)).toEqual({ name: 'operate', args: ['o1', order] });
    expect((await act(markRefunded, { reason: 'by bank', entry: 'm1' })).status).toBe(200);
    expect(a.heart.calls.at(-1)?.args).toEqual(['o1', 'm1', 'operator', 'by bank']);
    expect((await act(checkForOperator, { reason: 'looks stuck' })).status).toBe(200);
    expect(await a.store.journal('o1')).toContainEqual(
      expect.objectContaining({
        kind: 'operator',
        name: 'check',
        data: { by: 'operator', reason: 'looks stuck' },
      }),
    );
  });

  it('book only with the money’s reference and amount, in minor units', async () => {
    const told = { reason: 'at the till', option: 'sim.credit', reference: 'till 1', currency: 'GBP' };
    expect((await act(bookForOperator, { ...told, amount: 6250 })).status).toBe(200);
    const received = { reference: 'till 1', amount: 6250, currency: 'GBP' };
    const booking = { option: 'sim.credit', received, by: 'operator', reason: 'at the till' };
    expect(a.heart.calls.at(-1)).toEqual({ name: 'bookFor', args: ['o1', booking] });
    const before = a.heart.count('bookFor');
    for (const wrong of [
      {},
      { amount: '6250' },
      { amount: 62.5 },
      { amount: -1 },
      { amount: 1, reference: ' ' },
    ])
      expect((await act(bookForOperator, { ...told, ...wrong })).status).toBe(422);
    expect(a.heart.count('bookFor')).toBe(before);
  });

  it('need a reason, and items that are there', async () => {
    expect((await act(cancelItems, {})).status).toBe(422);
    expect((await act(cancelItems, { reason: 'typo', items: ['i9'] })).status).toBe(422);
    a.heart.refuse = 'busy';
    expect(await problemOf(await act(cancelItems, { reason: 'again' }))).toMatchObject({
      status: 409,
      code: 'busy',
    });
    a.heart.refuse = null;
  });
});

describe('the operators’ login', () => {
  const login = (fields: Record<string, string>) => send(opsLoginForm, posted(fields));

  it('gives a strict cookie that acts under a name', async () => {
    const response = await login({ key: OPS_KEY, name: 'Grace' });
    const line = response.headers.get('set-cookie') ?? '';
    expect(line).toMatch(/^__Host-foyer-ops=.+; Path=\/; Max-Age=28800; Secure; HttpOnly; SameSite=Strict$/);
    const as = { id: '', cookie: line.split(';')[0] ?? '' };
    const acted = await send(opsCancelForm, {
      ...posted({ reason: 'by form', items: 'i1' }),
      as,
      params: { id: 'o1' },
    });
    expect(acted.headers.get('location')).toBe('/ops/o1');
    expect(a.heart.calls.at(-1)?.args[1]).toMatchObject({ by: 'Grace', itemIds: ['i1'] });
    const money = { option: 'sim.credit', reference: 'till 1', amount: '6250', currency: 'GBP' };
    const book = (fields: Record<string, string>) =>
      send(opsBookForm, { ...posted(fields), as, params: { id: 'o1' } });
    expect((await book({ ...money, reason: 'at the till' })).headers.get('location')).toBe('/ops/o1');
    expect(a.heart.calls.at(-1)?.args[1]).toMatchObject({ by: 'Grace', received: { amount: 6250 } });
    const before = a.heart.count('bookFor');
    await book(money);
    await book({ ...money, amount: '', reason: 'at the till' });
    expect(a.heart.count('bookFor')).toBe(before);
  });

  it('refuses a wrong key, ten times an hour', async () => {
    for (let i = 0; i < 10; i += 1) {
      const response = await login({ key: 'wrong', name: 'x' });
      expect(response.headers.get('location')).toBe('/ops?problem=key_required');
      expect(response.headers.get('set-cookie')).toBeNull();
    }
    expect((await login({ key: OPS_KEY, name: 'x' })).headers.get('location')).toBe(
      '/ops?problem=rate_limited',
    );
  });
});

describe('lookup', () => {
  const look = (lastName: string, ip: string) =>
    send(lookUp, { json: { reference: 'FYR-AAAAAAAA', lastName }, headers: { 'x-forwarded-for': ip } });

  it('answers 202 five times an hour', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 6; i += 1) statuses.push((await look('Nobody', '192.0.2.1')).status);
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
  });
});

describe('the process', () => {
  it('is healthy without its database, and ready only with it', async () => {
    const { ready } = a.store;
    a.store.ready = () => Promise.reject(new Error('gone'));
    expect((await send(health)).status).toBe(200);
    expect(await problemOf(await send(readiness))).toMatchObject({ status: 503, code: 'not_ready' });
    a.store.ready = ready;
    expect((await send(readiness)).status).toBe(200);
  });

  it('shows its numbers to the operators’ key only', async () => {
    expect((await send(metrics)).status).toBe(404);
    expect((await send(metrics, { headers: { 'x-forwarded-for': '127.0.0.1' } })).status).toBe(404);
    expect((await send(metrics, { headers: key })).status).toBe(200);
  });
});
