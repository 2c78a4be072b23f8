import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { holdAgain, readCheckout } from '@/lib/api/calls/checkout';
import { createCheckout } from '@/lib/api/calls/create-checkout';
import { openPicker, quote, removePickerItem } from '@/lib/api/calls/quotes';
import { followLink } from '@/lib/api/returns/routes';
import type { CheckoutView } from '@/lib/api/schemas/checkout';
import { checkoutView } from '@/lib/api/schemas/checkout';
import { type App, app, type Browser, PARTNER_KEY, problemOf, type Sent, send } from './support/app';
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

const lines = [{ event: 'e1', offer: 'o1', tickets: [{ type: 'adult', quantity: 2 }] }];
let networks = 0;
const open = (key: string, over: Sent = {}) => {
  networks += 1;
  const forwarded = `10.${networks >> 8}.${networks & 255}.7`;
  const headers = { 'idempotency-key': key, 'x-forwarded-for': forwarded, ...over.headers };
  return send(createCheckout, { as: who, json: { supplier: 'sim', lines }, ...over, headers });
};
const idOf = async (response: Response) => ((await response.json()) as { id: string }).id;

describe('a promo code', () => {
  const json = { supplier: 'sim', lines, promoCode: 'SUMMER10' };
  const quoted = (body: object) => send(quote, { as: who, params: { supplier: 'sim' }, json: body });

  it('is refused where the supplier takes none, rather than forgotten', async () => {
    expect(await problemOf(await open('promo-none', { json }))).toMatchObject({ code: 'capability_missing' });
    expect(await problemOf(await quoted(json))).toMatchObject({ code: 'capability_missing' });
    expect((await quoted({ lines })).status).toBe(200);
  });

  it('goes along where it takes one', async () => {
    Object.assign(a.supplier, { promoCodes: true });
    expect((await open('promo-some', { json: { ...json, promoCode: ' SUMMER 10' } })).status).toBe(201);
    expect(a.heart.calls.at(-1)?.args).toMatchObject([{ request: { promoCode: 'SUMMER10' } }]);
    expect((await quoted(json)).status).toBe(200);
    expect(await problemOf(await quoted({ lines, promoCode: ' ' }))).toMatchObject({ code: 'invalid' });
    Object.assign(a.supplier, { promoCodes: undefined });
  });
});

describe('holding', () => {
  it('answers 201 with the checkout, where it is, and a cookie for a new browser', async () => {
    const response = await open('first-key', { as: undefined });
    expect(response.status).toBe(201);
    const view = (await response.clone().json()) as CheckoutView;
    expect(response.headers.get('location')).toBe(`/api/checkouts/${view.id}`);
    expect(checkoutView.parse(view)).toMatchObject({ tickets: 'held', money: { state: 'none' } });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-foyer=[\w-]{43}; Path=\/; Max-Age=\d+; Secure; HttpOnly; SameSite=Lax$/);
    const as = { id: '', cookie: cookie.split(';')[0] ?? '' };
    expect((await send(readCheckout, { as, params: { id: view.id } })).status).toBe(200);
  });

  it('needs an Idempotency-Key', async () => {
    for (const key of ['', 'short', 'with blanks in it', 'x'.repeat(129)]) {
      expect(await problemOf(await open(key))).toMatchObject({
        status: 400,
        code: 'idempotency_key_required',
      });
    }
  });

  it('answers a repeat with the same checkout, and holds once', async () => {
    const before = a.heart.count('open');
    const [first, again] = [await open('"same-purchase"'), await open('same-purchase')];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await idOf(again)).toBe(await idOf(first));
    expect(a.heart.count('open')).toBe(before + 1);
  });

  it('refuses a key with another body, and keeps keys of browsers apart', async () => {
    const first = await idOf(await open('one-key-two-uses'));
    const other = { supplier: 'sim', lines: [{ ...lines[0], offer: 'o2' }] };
    expect(await problemOf(await open('one-key-two-uses', { json: other }))).toMatchObject({
      status: 422,
      code: 'idempotency_key_reused',
    });
    expect(await idOf(await open('one-key-two-uses', { as: a.browser() }))).not.toBe(first);
  });

  it('holds once for twenty at once: the others hear 409 and when to ask', async () => {
    const before = a.heart.count('open');
    let go: () => void = () => undefined;
    a.heart.gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const all = Array.from({ length: 20 }, () => open('twenty-at-once'));
    setTimeout(go, 200);
    const responses = await Promise.all(all);
    const created = responses.filter(({ status }) => status === 201);
    const waiting = responses.filter(({ status }) => status === 409);
    expect([created.length, waiting.length]).toEqual([1, 19]);
    expect(waiting[0]?.headers.get('retry-after')).toBe('1');
    expect(a.heart.count('open')).toBe(before + 1);
  });

  it('takes a claim over whose process died, and makes the same checkout', async () => {
    let go: () => void = () => undefined;
    a.heart.gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const lost = open('died-on-the-way');
    await vi.waitFor(() => expect(a.heart.calls.at(-1)?.name).toBe('open'));
    expect((await open('died-on-the-way')).status).toBe(409);
    a.clock.ahead += 31_000;
    setTimeout(go, 50);
    const taken = await open('died-on-the-way');
    expect(await idOf(taken)).toBe(await idOf(await lost));
  });

  it('frees the key after a fault', async () => {
    a.heart.broken = true;
    expect((await open('fault-then-good')).status).toBe(500);
    a.heart.broken = false;
    expect((await open('fault-then-good')).status).toBe(201);
  });

  it('says why when nothing could be held, again and again', async () => {
    a.heart.opened = {
      items: [],
      refusals: [
        { code: 'sold_out', item: 'o1' },
        { code: 'seats_gone', item: 'o2', title: 'The Tem\u202epest' },
        { code: 'unheard' as 'sold_out', text: 'Closed on Mondays' },
      ],
    };
    const [first, again] = [await open('all-gone'), await open('all-gone')];
    a.heart.opened = {};
    for (const response of [first, again]) {
      expect(await problemOf(response)).toMatchObject({
        status: 409,
        code: 'nothing_held',
        refusals: [
          { code: 'sold_out', text: 'These tickets have sold out.' },
          { code: 'seats_gone', text: 'The Tempest: Someone else took one of these seats a moment ago.' },
          { code: 'unheard', text: 'Closed on Mondays' },
        ],
      });
    }
  });

  it('gives a partner the link that lets its customer in', async () => {
    const headers = { authorization: `Bearer ${PARTNER_KEY}` };
    const response = await open('partners-key', { as: undefined, from: 'server', headers });
    const { id, link } = (await response.json()) as { id: string; link: string };
    expect(response.headers.get('set-cookie')).toBeNull();
    const token = link.split('/c/')[1] ?? '';
    const followed = await send(followLink, { params: { token } });
    expect([followed.status, followed.headers.get('location')]).toEqual([303, `/checkout/${id}`]);
    const cookie = followed.headers.get('set-cookie')?.split(';')[0] ?? '';
    const read = await send(readCheckout, { as: { id: '', cookie }, params: { id } });
    expect(await read.json()).not.toHaveProperty('link');
  });

  it('stops an address at twenty in an hour, before the supplier is asked', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    for (let i = 0; i < 20; i += 1) expect((await open(`holds-${i}-key`, { headers })).status).toBe(201);
    const before = a.heart.count('open');
    const spoofed = { 'x-forwarded-for': '1.2.3.4, 203.0.113.77' };
    const one = await open('holds-20-key', { headers: spoofed });
    expect(await problemOf(one)).toMatchObject({ status: 429, code: 'rate_limited', safeToRetry: true });
    expect(Number(one.headers.get('retry-after'))).toBeGreaterThan(3000);
    expect(a.heart.count('open')).toBe(before);
    expect((await open('holds-21-key', { headers: { 'x-forwarded-for': '203.0.114.9' } })).status).toBe(201);
    a.clock.ahead += 3_600_000;
    expect((await open('holds-20-key', { headers })).status).toBe(201);
  });
});

describe('a picker’s basket', () => {
  const params = { supplier: 'sim' };
  const pick = (handle?: string) => send(openPicker, { as: who, params, json: { event: 'e1', handle } });

  it('stays with us: the browser has a handle that is of use to it alone', async () => {
    const first = await pick();
    const text = await first.clone().text();
    const { handle } = (await first.json()) as { handle: string };
    expect(text).not.toContain('theirs');
    await pick(handle);
    expect(a.supplier.asked.at(-1)).toBe('open {"bid":"theirs"}');
    const priced = (as: Browser, json: object) => send(quote, { as, params, json });
    expect((await priced(who, { handle })).status).toBe(200);
    expect((await priced(a.browser(), { handle })).status).toBe(404);
    expect((await priced(who, { handle: `${handle}x` })).status).toBe(404);
    expect((await priced(who, { lines })).status).toBe(200);
    const remove = (as: Browser) =>
      send(removePickerItem, { method: 'DELETE', as, params: { ...params, handle, item: 'i1' } });
    expect((await remove(who)).status).toBe(204);
    expect((await remove(a.browser())).status).toBe(404);
    expect(a.supplier.asked.at(-1)).toBe('remove i1');
  });

  it('becomes one checkout, whatever the key', async () => {
    const { handle } = (await (await pick()).json()) as { handle: string };
    const json = { supplier: 'sim', handle };
    const all = await Promise.all(['basket-key-1', 'basket-key-2'].map((key) => open(key, { json })));
    const ids = await Promise.all(all.map(idOf));
    expect(new Set(ids).size).toBe(1);
    expect((await pick(handle)).status).toBe(409);
    expect((await open('basket-key-3', { json, as: a.browser() })).status).toBe(404);
  });
});

describe('reading', () => {
  it('has an ETag and answers 304 until what is shown changes', async () => {
    await a.own(who, 'etag');
    const read = (etag?: string) =>
      send(readCheckout, { as: who, params: { id: 'etag' }, headers: etag ? { 'if-none-match': etag } : {} });
    const etag = (await read()).headers.get('etag') ?? '';
    a.clock.ahead += 5000;
    const same = await read(etag);
    expect([same.status, await same.text()]).toEqual([304, '']);
    const other = await a.own(a.browser(), 'etag-2', { attempts: [attempt({ step: payStep })] });
    a.heart.checkouts.set('etag', { ...other, version: 2 });
    expect((await read(etag)).status).toBe(200);
  });

  it('says when to ask again while something is at work', async () => {
    await a.own(who, 'waits', { items: [item({ status: 'booking' })] });
    const response = await send(readCheckout, { as: who, params: { id: 'waits' } });
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await response.json()).toMatchObject({ next: { action: 'wait' } });
  });

  it('keeps on the server what is ours, and params from everybody but the browser that pays', async () => {
    await a.own(who, 'secrets', {
      attempts: [attempt({ step: payStep })],
      items: [
        item({
          vouchers: [{ id: 'v1', kind: 'pdf', label: 'Ticket', url: 'https://supplier.example/v/secret' }],
        }),
      ],
    });
    await a.store.grant('partner:acme', 'secrets');
    const text = await (await send(readCheckout, { as: who, params: { id: 'secrets' } })).text();
    for (const secret of ['memo-of', 'commission', 'supplier.example', '1234'])
      expect(text).not.toContain(secret);
    expect(text).toContain('the-client-secret');
    const headers = { authorization: `Bearer ${PARTNER_KEY}` };
    const partner = await (await send(readCheckout, { params: { id: 'secrets' }, headers })).text();
    expect(partner).not.toContain('the-client-secret');
  });

  it('still works when the limiter does not, while holding is closed', async () => {
    await a.own(who, 'limiter');
    const { count } = a.store;
    a.store.count = () => Promise.reject(new Error('gone'));
    const held = await send(holdAgain, { method: 'POST', as: who, params: { id: 'limiter' } });
    const read = await send(readCheckout, { as: who, params: { id: 'limiter' } });
    a.store.count = count;
    expect(await problemOf(held)).toMatchObject({ status: 503, code: 'payments_closed' });
    expect(read.status).toBe(200);
  });
});
