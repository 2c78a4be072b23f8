import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { putDetails } from '@/lib/api/calls/checkout';
import { createCheckout } from '@/lib/api/calls/create-checkout';
import { listEvents } from '@/lib/api/calls/suppliers';
import { readBytes } from '@/lib/api/http/body';
import { type App, app, type Browser, problemOf, type Sent, send } from './support/app';

vi.mock('@/lib/foyer', () => import('./support/current'));

let a: App;
let owner: Browser;
beforeAll(async () => {
  a = await app();
  owner = a.browser();
  await a.own(owner, 'c1');
});
afterAll(() => a.close());

const put = (sent: Sent) => send(putDetails, { method: 'PUT', as: owner, params: { id: 'c1' }, ...sent });

describe('the body of a call', () => {
  const json = { 'content-type': 'application/json' };

  it('is refused beyond 32 kB by its length', async () => {
    const body = JSON.stringify({ customer: { lastName: 'x'.repeat(33_000) } });
    expect(await problemOf(await put({ body, headers: json }))).toMatchObject({
      status: 413,
      code: 'body_too_large',
    });
  });

  it('is refused beyond 32 kB when it comes in chunks without a length, and reading stops there', async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 4096;
        controller.enqueue(new Uint8Array(4096).fill(32));
        if (sent > 50_000_000) controller.close();
      },
    });
    expect((await put({ body, headers: json })).status).toBe(413);
    expect(sent).toBeLessThan(200_000);
  });

  it('that does not come is given up', async () => {
    const body = new ReadableStream<Uint8Array>({ start: (stream) => stream.enqueue(new Uint8Array([123])) });
    const request = new Request('http://localhost/', { method: 'POST', body, duplex: 'half' } as RequestInit);
    expect(await readBytes(request, 1000, 20)).toMatchObject({ code: 'body_slow' });
  });

  it.each([
    ['text/plain', '{"customer":{}}', 415],
    ['application/x-www-form-urlencoded', 'customer=1', 415],
    ['application/json; charset=utf-8', '{"customer":{}}', 200],
    ['application/json', '', 400],
    ['application/json', '{"customer":', 400],
    ['application/json', '[1]', 422],
    ['application/json', `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`, 400],
    [
      'application/json',
      JSON.stringify(Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`k${i}`, 1]))),
      400,
    ],
  ])('as %s %j answers %i', async (type, body, status) => {
    expect((await put({ body, headers: { 'content-type': type } })).status).toBe(status);
  });

  it('cannot reach a prototype', async () => {
    const body = '{"__proto__":{"polluted":1},"customer":{"__proto__":{"polluted":1},"lastName":"A"}}';
    expect((await put({ body, headers: json })).status).toBe(200);
    const values = a.heart.calls.at(-1)?.args[1] as { customer: object };
    expect(JSON.stringify(values)).toBe('{"customer":{"lastName":"A"}}');
    expect('polluted' in {}).toBe(false);
    expect('polluted' in values.customer).toBe(false);
  });

  it('that does not fit is a 422 with JSON Pointers and never the value', async () => {
    const line = { event: 'e1', offer: 'o1', tickets: [{ type: 'adult', quantity: -5 }] };
    const response = await send(createCheckout, {
      as: owner,
      json: { supplier: 'sim', lines: [line] },
      headers: { 'idempotency-key': 'key-of-a-purchase' },
    });
    const text = await response.clone().text();
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status: 422, code: 'invalid', type: 'application/problem+json' });
    expect(problem.errors?.[0]?.pointer).toBe('/lines/0/tickets/0/quantity');
    expect(text).not.toContain('-5');
  });
});

describe('path and query', () => {
  it('answer 404 for what cannot be a name', async () => {
    expect((await send(listEvents, { params: { supplier: '../etc' } })).status).toBe(404);
    expect((await send(listEvents, { params: { supplier: 'nobody' } })).status).toBe(404);
  });

  it('take a name that comes twice once', async () => {
    const response = await send(listEvents, {
      params: { supplier: 'sim' },
      path: '/?page=2&page=9&__proto__=x',
    });
    expect(await response.json()).toMatchObject({ page: 2 });
    expect((await send(listEvents, { params: { supplier: 'sim' }, path: '/?page=zero' })).status).toBe(422);
  });
});

describe('every answer', () => {
  it('is private, uncached, not sniffed, and has a request id', async () => {
    const { headers } = await put({ json: { customer: {} } });
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('tells nothing of a fault', async () => {
    a.heart.broken = true;
    const response = await put({ json: { customer: {} } });
    a.heart.broken = false;
    const text = await response.clone().text();
    expect(await problemOf(response)).toMatchObject({ status: 500, code: 'internal', safeToRetry: false });
    expect(text).not.toContain('buyer');
  });
});

describe('the catalogue', () => {
  it('asks a supplier once for a crowd, and text stays text', async () => {
    const before = a.supplier.asked.length;
    const ask = () => send(listEvents, { params: { supplier: 'sim' }, path: '/?q=crowd' });
    const responses = await Promise.all(Array.from({ length: 50 }, ask));
    expect(a.supplier.asked.length).toBe(before + 1);
    expect(await responses[0]?.json()).toMatchObject({ events: [{ title: '<b>Show</b>' }] });
  });

  it('keeps no failure', async () => {
    a.supplier.down = true;
    const ask = () => send(listEvents, { params: { supplier: 'sim' }, path: '/?q=down' });
    expect(await problemOf(await ask())).toMatchObject({ status: 503, code: 'supplier_unavailable' });
    a.supplier.down = false;
    expect((await ask()).status).toBe(200);
  });
});
