import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TICKITTO_KEY } from '@/sandbox/core/secrets';
import { type FaultOrder, type TestSandbox, testSandbox } from '../support/sandbox';
import { Shop } from './tickitto-client';

let sandbox: TestSandbox;
let shop: Shop;

beforeAll(async () => {
  sandbox = await testSandbox();
  shop = new Shop(sandbox);
});
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.close());

/** Makes a basket under a fault, and counts the baskets' holds: what was done is what the provider remembers. */
const create = () =>
  fetch(`${sandbox.origin('tickitto')}/api/basket/`, { method: 'POST', headers: { key: TICKITTO_KEY } });
const order = (fault: Omit<FaultOrder, 'provider' | 'call'>) =>
  sandbox.fault({ provider: 'tickitto', call: 'POST /api/basket/*', ...fault });

/** Removes the only item under a fault and tells whether it was done. */
async function removedUnder(
  fault: Omit<FaultOrder, 'provider' | 'call'>,
): Promise<{ answer: Response | null; done: boolean }> {
  const { _id, items } = await shop.filled('T103');
  await order(fault);
  const answer = await fetch(
    `${sandbox.origin('tickitto')}/api/basket/remove?basket_id=${_id}&item_id=${items[0]?.id}`,
    {
      method: 'POST',
      headers: { key: TICKITTO_KEY },
    },
  ).catch(() => null);
  return { answer, done: (await shop.basket(_id)).items.length === 0 };
}

describe('faults', () => {
  it.each([
    ['before', false],
    ['after', true],
  ] as const)('drop %s the work cuts the connection', async (when, done) => {
    const result = await removedUnder({ kind: 'drop', when });
    expect(result).toEqual({ answer: null, done });
    const { calls } = await sandbox.ledger();
    expect(calls.find(({ fault }) => fault)).toMatchObject({
      status: 0,
      fault: expect.stringContaining(`drop ${when}`),
    });
  });

  it.each([
    ['before', false],
    ['after', true],
  ] as const)('status and html %s the work', async (when, done) => {
    const status = await removedUnder({ kind: 'status', when, status: 429 });
    expect([status.answer?.status, status.done]).toEqual([429, done]);
    const html = await removedUnder({ kind: 'html', when });
    expect([html.answer?.headers.get('content-type'), html.done]).toEqual(['text/html; charset=utf-8', done]);
  });

  it('truncate leaves half of an answer', async () => {
    await order({ kind: 'truncate' });
    const text = await (await create()).text();
    expect(text.startsWith('{"_id"')).toBe(true);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  it('mutate changes fields and adds unknown ones', async () => {
    await order({ kind: 'mutate', mutate: { checkout_status: 'brand_new', extra: { deep: true } } });
    expect(await (await create()).json()).toMatchObject({
      checkout_status: 'brand_new',
      extra: { deep: true },
      items: [],
    });
  });

  it('duplicate does the work twice and answers once', async () => {
    const { answer } = await removedUnder({ kind: 'duplicate' });
    expect(answer?.status).toBe(200);
  });

  it('delay holds the answer up', async () => {
    await order({ kind: 'delay', delayMs: 250 });
    const started = Date.now();
    await create();
    expect(Date.now() - started).toBeGreaterThanOrEqual(245);
  });

  it('strike as often as ordered, on their own path, until cleared', async () => {
    await order({ kind: 'status', status: 500, times: 2 });
    const statuses = [];
    for (let index = 0; index < 3; index += 1) statuses.push((await create()).status);
    expect(statuses).toEqual([500, 500, 200]);
    await order({ kind: 'status', times: 9 });
    expect((await shop.call('GET', '/api/events/T103')).status).toBe(200);
    await sandbox.faults.clear();
    expect((await create()).status).toBe(200);
  });
});
