import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestSandbox, testSandbox } from '../support/sandbox';
import { F13, returning } from './ingresso-client';

const MINUTE_MS = 60_000;

let sandbox: TestSandbox;
let f13: F13;

beforeAll(async () => {
  sandbox = await testSandbox();
  f13 = new F13(sandbox, 'demo-redirect');
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

describe('Ingresso: customers who never come back', () => {
  let shop: Server;
  let hits: string[];
  let origin: string;

  beforeAll(async () => {
    shop = createServer((request, response) => {
      hits.push(`${request.method} ${request.url}`);
      response.end();
    });
    await new Promise<void>((done) => shop.listen(0, '127.0.0.1', done));
    const address = shop.address();
    origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  });
  beforeEach(() => {
    hits = [];
  });
  afterAll(() => void shop.close());

  const left = async () => {
    const { uuid } = await f13.hold('6KF');
    await f13.purchase(uuid, { ...returning('t.1'), return_url: `${origin}/return/t.1` });
    return uuid;
  };

  it('are visited for after twenty minutes, bare, and given up after an hour', async () => {
    const uuid = await left();
    await sandbox.clock(20 * MINUTE_MS + 1000);
    expect(hits).toEqual(['GET /return/t.1']);
    // The hold is long over by its own clock, and stays while somebody is paying.
    expect((await f13.status(uuid)).json.transaction_status).toBe('attempting');
    await sandbox.clock(61 * MINUTE_MS);
    expect((await f13.status(uuid)).json.transaction_status).toBe('failed');
    expect((await f13.callback('t.1', 't.2', { success: 'yes' })).status).toBe(410);
    expect((await sandbox.ledger()).holds.map(({ status }) => status)).toEqual(['released']);
    expect(hits).toHaveLength(1);
  });

  it('can still pay late, and are not visited for when they were quick', async () => {
    await left();
    await sandbox.clock(40 * MINUTE_MS);
    expect((await f13.callback('t.1', 't.2', { success: 'yes' })).json.transaction_status).toBe('purchased');
    hits = [];
    await sandbox.clock(90 * MINUTE_MS);
    expect(hits).toEqual([]);
  });

  it('are ended by the timeout callback, or by an action', async () => {
    await left();
    const ended = await f13.callback('t.1', 't.2', { is_tsw_callout_timeout_callback: '1', success: 'yes' });
    expect([ended.status, ended.json.transaction_status]).toEqual([200, 'failed']);
    const { uuid } = await f13.hold('6KF');
    await f13.purchase(uuid, { ...returning('x.1'), return_url: `${origin}/r/x.1/back` });
    await sandbox.action('ingresso', 'hit-return-url', uuid);
    expect(hits).toEqual(['GET /r/x.1/back']);
    await sandbox.action('ingresso', 'timeout', uuid);
    expect((await f13.status(uuid)).json.transaction_status).toBe('failed');
  });
});
