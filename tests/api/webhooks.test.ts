import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { POST } from '@/app/api/webhooks/[supplier]/route';
import type { Heard, Notice, Supplier } from '@/lib/checkout/supplier';
import { type App, app, send } from './support/app';

vi.mock('@/lib/foyer', () => import('./support/current'));

let a: App;
let heard: Heard = { kind: 'nothing' };
let told: Notice | undefined;
beforeAll(async () => {
  a = await app();
  await a.own(a.browser(), 'c-1', { supplier: 'telling' });
  await a.own(a.browser(), 'c-2');
  const telling: Supplier = {
    ...a.supplier,
    id: 'telling',
    notices: async (_, notice) => {
      told = notice;
      return heard;
    },
  };
  (a.foyer.suppliers as Map<string, Supplier>).set('telling', telling);
});
afterAll(() => a.close());

const notice = (supplier: string, body = '{"a":1}', headers: Record<string, string> = {}) =>
  send(POST, { params: { supplier }, method: 'POST', from: 'server', body, headers });
const looks = () => a.heart.calls.filter(({ name }) => name === 'check').map(({ args }) => args[0]);

describe('a supplier’s notice', () => {
  it('is handed to the supplier to the letter, and has the checkout looked at that it is about', async () => {
    heard = { kind: 'about', checkoutId: 'c-1' };
    const response = await notice('telling', '{"order_uuid" : "x"}', { authorization: 'Basic eA==' });
    expect(response.status).toBe(200);
    expect(told).toEqual({ authorization: 'Basic eA==', body: '{"order_uuid" : "x"}' });
    expect(looks()).toEqual(['c-1']);
  });

  it.each([
    ['is no reason to look at another supplier’s checkout', { kind: 'about', checkoutId: 'c-2' }, 200],
    ['may be about nothing of ours', { kind: 'about', checkoutId: 'nobody' }, 200],
    ['that is forged is turned away', { kind: 'forged' }, 401],
    ['that cannot be read now is wanted again', { kind: 'later' }, 503],
  ] as const)('%s', async (_, answer, status) => {
    const before = looks().length;
    heard = answer;
    expect((await notice('telling')).status).toBe(status);
    expect(looks()).toHaveLength(before);
  });

  it('is for suppliers that send some, and no larger than any call', async () => {
    expect((await notice('sim')).status).toBe(404);
    expect((await notice('nobody')).status).toBe(404);
    expect((await notice('telling', 'x'.repeat(40_000))).status).toBe(413);
  });
});
