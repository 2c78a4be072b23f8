import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as linkRoute from '@/app/c/[token]/route';
import * as returnRoute from '@/app/return/[token]/route';
import { checkoutLink } from '@/lib/api/access/link';
import { readToken, signToken } from '@/lib/api/access/tokens';
import type { Json } from '@/lib/checkout/json';
import { type App, app, type Browser, type Sent, send } from './support/app';

vi.mock('@/lib/foyer', () => import('./support/current'));

let a: App;
let owner: Browser;
const token = 'a-token-nobody-can-guess';
beforeAll(async () => {
  a = await app();
  owner = a.browser();
  await a.own(owner, 'back');
  a.heart.tokens.set(token, 'back');
});
afterAll(() => a.close());

const get = (sent: Sent = {}) => send(returnRoute.GET, { params: { token }, ...sent });
const post = (sent: Sent) =>
  send(returnRoute.POST, { params: { token }, method: 'POST', from: 'server', ...sent });
const seen = () => a.heart.calls.filter(({ name }) => name === 'returned').at(-1)?.args[1];
const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('a return', () => {
  it('keeps what came verbatim: order, duplicates, empty values, odd names', async () => {
    const body = 'a=3&c=%2B+x&__proto__=p&emoji=%F0%9F%8E%AD';
    const response = await post({
      path: '/?a=1&a=2&b=',
      body,
      headers: { ...form, referer: 'https://bank.example/\u00e4?x' },
    });
    expect(response.status).toBe(303);
    expect(seen()).toEqual({
      query: [
        ['a', '1'],
        ['a', '2'],
        ['b', ''],
      ],
      body: [
        ['a', '3'],
        ['c', '+ x'],
        ['__proto__', 'p'],
        ['emoji', '🎭'],
      ],
      referer: 'https://bank.example/?x',
    });
  });

  it('needs no cookie and no origin, and never fails', async () => {
    const multipart = new FormData();
    multipart.append('x', '1');
    multipart.append('x', '2');
    multipart.append('file', new File(['bytes'], 'a.txt'));
    const wire = new Response(multipart);
    const type = wire.headers.get('content-type') ?? '';
    const bytes = Buffer.from(await wire.arrayBuffer());
    const foreign = { origin: 'null', 'sec-fetch-site': 'cross-site' };
    const matrix: Sent[] = [
      { body: bytes, headers: { 'content-type': type } },
      { body: 'x=1', headers: { ...form, ...foreign } },
      {},
      { body: 'PaRes', headers: { 'content-type': 'text/plain' } },
      { body: '{"x":1}', headers: { 'content-type': 'application/json' } },
      { body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=none' } },
      { body: `x=${'y'.repeat(70_000)}`, headers: form },
      { body: Array.from({ length: 500 }, (_, i) => `k${i}=`).join('&'), headers: form },
    ];
    for (const sent of matrix) {
      const response = await post(sent);
      expect([response.status, response.headers.get('location')]).toEqual([303, `/return/${token}/status`]);
    }
    expect((seen() as { body: unknown[] }).body).toHaveLength(64);
    const files = a.heart.calls.filter(({ name }) => name === 'returned').map(({ args }) => args[1]);
    expect(files).toContainEqual({
      query: [],
      body: [
        ['x', '1'],
        ['x', '2'],
      ],
      referer: null,
    });
  });

  it('leads its own browser to the checkout, and another to the status', async () => {
    expect((await get({ as: owner })).headers.get('location')).toBe('/checkout/back');
    expect((await get({ as: a.browser() })).headers.get('location')).toBe(`/return/${token}/status`);
  });

  it('does nothing for HEAD, a prefetch and a token that nobody issued', async () => {
    const before = a.heart.count('returned');
    expect((await send(returnRoute.HEAD, { method: 'HEAD', params: { token } })).status).toBe(204);
    expect((await get({ headers: { 'sec-purpose': 'prefetch;prerender' } })).status).toBe(204);
    expect((await get({ params: { token: '../../x' } })).status).toBe(303);
    expect(a.heart.count('returned')).toBe(before);
    expect((await get({ params: { token: 'unknown-token-0123456789' } })).status).toBe(303);
  });

  it('ends on a page even when something breaks', async () => {
    a.heart.broken = true;
    expect((await get()).status).toBe(303);
    a.heart.broken = false;
  });

  it('never leads off the site', async () => {
    for (const path of ['/?next=https://evil.example', '/?url=//evil.example']) {
      expect((await get({ path })).headers.get('location')).toMatch(/^\/(checkout|return)\//);
    }
  });
});

describe('a fixed return', () => {
  const fixed = (path: string, sent: Sent = {}) => get({ params: { token: 'paybank' }, path, ...sent });
  const named = () => a.heart.calls.filter(({ name }) => name === 'returned').at(-1)?.args[0];

  beforeAll(() => {
    const supplier = a.foyer.suppliers.get('sim');
    const key = (params: Json) => /"s","(\d+)"/.exec(JSON.stringify(params))?.[1];
    Object.assign(supplier ?? {}, {
      returns: { paybank: (params: Json) => (key(params) ? `paybank:${key(params)}` : null) },
    });
    a.heart.tokens.set('paybank:9212345678901234', 'back');
  });

  it('finds its checkout by what came along, in any browser', async () => {
    const path = '/?t=tx&s=9212345678901234';
    expect((await fixed(path, { as: owner })).headers.get('location')).toBe('/checkout/back');
    expect(named()).toBe('paybank:9212345678901234');
    const stranger = await fixed(path);
    expect(stranger.headers.get('location')).toBe('/return/paybank%3A9212345678901234/status');
  });

  it('that names nobody’s payment, or none, leads to a page that says nothing', async () => {
    expect((await fixed('/?s=1')).status).toBe(303);
    const before = a.heart.count('returned');
    for (const path of ['/', '/?s=', '/?t=tx']) {
      expect((await fixed(path)).headers.get('location')).toBe('/return/paybank/status');
    }
    expect((await fixed('/?s=1', { params: { token: 'otherbank' } })).status).toBe(303);
    expect(a.heart.count('returned')).toBe(before);
  });

  it('is no way to name a payment by the address itself', async () => {
    const before = a.heart.count('returned');
    await get({ params: { token: 'paybank:9212345678901234' } });
    expect(a.heart.count('returned')).toBe(before);
  });
});

describe('a signed link', () => {
  const follow = (of: string, sent: Sent = {}) => send(linkRoute.GET, { params: { token: of }, ...sent });
  const linkToken = async () => (await checkoutLink(a.foyer, 'back')).split('/c/')[1] ?? '';

  it('lets a browser in and keeps the cookie it has', async () => {
    const visitor = a.browser();
    const response = await follow(await linkToken(), { as: visitor });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/checkout/back']);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(await a.store.granted(visitor.id, 'back')).toBe(true);
  });

  it('that is wrong, old, meant for something else or without a checkout leads to one page', async () => {
    const old = await linkToken();
    const bad = [
      'x',
      `${old.slice(0, -3)}AAA`,
      await signToken(a.foyer, 'basket', { sub: 'back' }, 60),
      await signToken(a.foyer, 'link', { sub: 'no-such-checkout' }, 60),
      'eyJhbGciOiJub25lIn0.eyJzdWIiOiJiYWNrIn0.',
    ];
    for (const token of bad) {
      const response = await follow(token);
      expect(response.headers.get('location')).toBe('/lookup?problem=link_over');
      expect(response.headers.get('set-cookie')).toBeNull();
    }
    a.clock.ahead += 401 * 24 * 3_600_000;
    expect((await follow(old)).headers.get('location')).toBe('/lookup?problem=link_over');
    expect(await readToken(a.foyer, 'link', old)).toBeNull();
    a.clock.ahead = 0;
  });

  it('does nothing for HEAD', async () => {
    expect((await send(linkRoute.HEAD, { method: 'HEAD', params: { token: 'x' } })).status).toBe(204);
  });
});
