import { request } from 'node:http';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mutate } from '@/sandbox/core/mutate';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { until } from '../support/until';
import { Shop } from './tickitto-client';

let sandbox: TestSandbox;
let shop: Shop;

beforeAll(async () => {
  sandbox = await testSandbox();
  shop = new Shop(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const post = (path: string, body: unknown) =>
  fetch(`${sandbox.running.controlOrigin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** A raw request, as `fetch` does not let a caller choose its Host. */
const statusWith = (headers: Record<string, string>) =>
  new Promise<number | undefined>((done, fail) => {
    request(`${sandbox.running.controlOrigin}/ledger`, { headers }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    })
      .on('error', fail)
      .end();
  });

describe('control', () => {
  it('answers this machine, and no web page', async () => {
    expect(await statusWith({})).toBe(200);
    expect(await statusWith({ host: 'evil.example' })).toBe(403);
    expect(await statusWith({ origin: 'http://localhost:3000' })).toBe(403);
  });

  it('says what is wrong with its input and how to mend it', async () => {
    const fault = await post('/faults', { provider: 'tickitto', call: 'api/status', kind: 'explode' });
    expect(fault.status).toBe(400);
    expect(JSON.stringify(await fault.json())).toContain('METHOD /path');
    const delay = await post('/faults', { provider: 'tickitto', call: 'GET /api/status', kind: 'delay' });
    expect(JSON.stringify(await delay.json())).toContain('delayMs');
    const action = await post('/actions', { provider: 'tickitto', action: 'dance', id: '' });
    expect(JSON.stringify(await action.json())).toContain('sell-out');
    const id = await post('/actions', { provider: 'tickitto', action: 'sell-out', id: 'T1' });
    expect([id.status, JSON.stringify(await id.json())]).toEqual([
      400,
      expect.stringContaining('There is no event'),
    ]);
  });

  it('writes down every call, without its query', async () => {
    await shop.call('GET', '/api/events/?text=boat');
    const { calls } = await sandbox.ledger();
    expect(calls).toMatchObject([{ provider: 'tickitto', method: 'GET', path: '/api/events/', status: 200 }]);
  });

  it('lists scenarios with unique ids, a way in and an outcome', async () => {
    const scenarios = await sandbox.scenarios();
    const ids = scenarios.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('tickitto.item-fails');
    for (const { how, expect: outcome } of scenarios) expect(how.length * outcome.length).toBeGreaterThan(0);
  });

  it('forgets everything on reset', async () => {
    await shop.filled('T103');
    await sandbox.clock(60_000);
    await sandbox.fault({ provider: 'tickitto', call: 'GET /api/status', kind: 'status' });
    await sandbox.reset();
    expect(await sandbox.ledger()).toEqual({ holds: [], bookings: [], charges: [], calls: [] });
    expect(await sandbox.faults.list()).toEqual([]);
    expect(Math.abs(sandbox.running.world.clock.now() - Date.now())).toBeLessThan(1_000);
  });

  it('catches mail', async () => {
    const port = sandbox.running.ports.mail;
    await createTransport({ host: '127.0.0.1', port }).sendMail({
      from: 'shop@example.com',
      to: 'ada@example.com',
      subject: 'Your tickets',
      text: 'Here they are.',
      html: '<p>Here they are.</p>',
      attachments: [{ filename: 'tickets.pdf', content: 'x' }],
    });
    const mail = await until(sandbox.mail, (rows) => rows.length > 0);
    expect(mail).toMatchObject([
      {
        from: 'shop@example.com',
        to: ['ada@example.com'],
        subject: 'Your tickets',
        attachments: ['tickets.pdf'],
      },
    ]);
    expect(mail[0]?.messageId).toContain('@');
  });
});

describe('mutate', () => {
  it('merges, replaces, adds, removes, and reaches into lists', () => {
    const value = { a: 1, items: [{ s: 'x', t: 1 }, { s: 'y' }] };
    expect(mutate(value, { b: 2, items: { '*': { s: 'new' }, 0: { t: { $remove: true } } } })).toEqual({
      a: 1,
      b: 2,
      items: [{ s: 'x' }, { s: 'new' }],
    });
  });
});
