import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CALLS } from '@/lib/api/calls';
import { type App, app, ORIGIN, PARTNER_KEY, posted, problemOf, send } from './support/app';

vi.mock('@/lib/foyer', () => import('./support/current'));

let a: App;
beforeAll(async () => {
  a = await app();
});
afterAll(() => a.close());

const bodies: Record<string, unknown> = {
  acceptChanges: { version: 1 },
  putDetails: { customer: {} },
  startAttempt: { option: 'sim.card' },
  sendResult: { step: 's1', data: {} },
};
const ofCheckouts = CALLS.filter(({ operation }) => operation.access === 'checkout');

describe('access to a checkout', () => {
  it('covers every route that names one', () => {
    expect(ofCheckouts.length).toBe(11);
  });

  it.each(ofCheckouts.map((one) => [one.operation.id, one] as const))(
    '%s: a stranger’s 404 is the 404 of an unknown id',
    async (name, call) => {
      const owner = a.browser();
      const stranger = a.browser();
      const id = `idor-${name.toLowerCase()}`;
      await a.own(owner, id);
      const before = a.heart.calls.length;
      const { method } = call.operation;
      const ask = (of: string, as?: ReturnType<typeof a.browser>) =>
        send(call, {
          method,
          as,
          json: bodies[name],
          params: { id: of, attempt: 'a1', voucher: 'v1' },
          headers: { 'idempotency-key': 'key-0123456789' },
        });
      const answers = [await ask(id, stranger), await ask('nobodys-checkout', stranger), await ask(id)];
      const texts = await Promise.all(answers.map((response) => response.text()));
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
      expect(new Set(texts).size).toBe(1);
      expect(a.heart.calls.length).toBe(before);
    },
  );

  it('lets a partner see what it made and nothing else', async () => {
    const owner = a.browser();
    await a.own(owner, 'of-a-browser');
    const read = ofCheckouts.find(({ operation }) => operation.id === 'readCheckout');
    const ask = (id: string, key: string) =>
      send(read, { params: { id }, headers: { authorization: `Bearer ${key}` }, from: 'server' });
    expect((await ask('of-a-browser', PARTNER_KEY)).status).toBe(404);
    await a.store.grant('partner:acme', 'of-a-browser');
    expect((await ask('of-a-browser', PARTNER_KEY)).status).toBe(200);
    expect((await ask('of-a-browser', `${PARTNER_KEY}x`)).status).toBe(404);
  });

  it('does not take a wrong key for the cookie that comes with it', async () => {
    const owner = a.browser();
    await a.own(owner, 'both');
    const read = ofCheckouts.find(({ operation }) => operation.id === 'readCheckout');
    const response = await send(read, {
      params: { id: 'both' },
      as: owner,
      headers: { authorization: 'Bearer no' },
    });
    expect(response.status).toBe(404);
  });
});

describe('where a changing call comes from', () => {
  const table: [string, Record<string, string>, number][] = [
    ['same-origin page', { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }, 200],
    ['an old browser: Origin only', { origin: ORIGIN }, 200],
    ['Sec-Fetch-Site only', { 'sec-fetch-site': 'same-origin' }, 200],
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['another site that lies about Origin', { origin: ORIGIN, 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbour', { origin: 'http://localhost:4002', 'sec-fetch-site': 'same-site' }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['the address bar', { 'sec-fetch-site': 'none' }, 403],
    ['an origin that only begins like ours', { origin: `${ORIGIN}.evil.example` }, 403],
    ['neither, without a key', {}, 401],
  ];
  it.each(table)('%s', async (_name, headers, status) => {
    const owner = a.browser();
    const id = `origin-${Math.random()}`;
    await a.own(owner, id);
    const check = ofCheckouts.find(({ operation }) => operation.id === 'checkNow');
    const response = await send(check, {
      method: 'POST',
      params: { id },
      as: owner,
      headers,
      from: 'server',
    });
    expect(response.status).toBe(status);
  });

  it('takes a partner’s server at its key, but not from a foreign page', async () => {
    await a.own(a.browser(), 'by-key');
    await a.store.grant('partner:acme', 'by-key');
    const check = ofCheckouts.find(({ operation }) => operation.id === 'checkNow');
    const ask = (headers: Record<string, string>) =>
      send(check, {
        method: 'POST',
        params: { id: 'by-key' },
        from: 'server',
        headers: { authorization: `Bearer ${PARTNER_KEY}`, ...headers },
      });
    expect((await ask({})).status).toBe(200);
    expect((await ask({ origin: 'https://evil.example' })).status).toBe(403);
  });

  it('guards the forms too', async () => {
    const { releaseForm } = await import('@/lib/api/forms/checkout');
    const owner = a.browser();
    await a.own(owner, 'form-origin');
    const before = a.heart.count('release');
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const sent = posted({});
    const response = await send(releaseForm, {
      ...sent,
      as: owner,
      params: { id: 'form-origin' },
      headers: { ...sent.headers, ...foreign },
    });
    expect(await problemOf(response)).toMatchObject({ status: 403, code: 'cross_origin' });
    expect(a.heart.count('release')).toBe(before);
  });
});
