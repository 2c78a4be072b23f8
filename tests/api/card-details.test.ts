import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as attempts from '@/app/api/checkouts/[id]/attempts/route';
import * as route from '@/app/api/checkouts/[id]/card-details/route';
import type { CardDetails } from '@/lib/checkout/supplier';
import { type App, app, type Browser, PARTNER_KEY, send } from './support/app';

vi.mock('@/lib/foyer', () => import('./support/current'));

const OPTION = 'sim.card-details';
const card = {
  number: '4111111111111111',
  expiryMonth: '03',
  expiryYear: '2030',
  cvc: '737',
  holderName: 'Ada Byron',
};

let a: App;
let owner: Browser;
const kept: [string, CardDetails][] = [];
beforeAll(async () => {
  a = await app();
  owner = a.browser();
  await a.own(owner, 'c1');
  await a.store.grant('partner:acme', 'c1');
});
afterAll(() => a.close());

/** Switches the supplier's desk for cards on. */
function certified() {
  const supplier = a.foyer.suppliers.get('sim');
  if (!supplier) throw new Error('No supplier');
  Object.assign(supplier, {
    options: [...supplier.options, { id: OPTION, label: 'card', collects: 'supplier', server: true }],
    cards: { option: OPTION, keep: (id: string, details: CardDetails) => kept.push([id, details]) },
  });
}

const pay = (json: unknown, headers: Record<string, string> = {}) =>
  send(route.POST, {
    params: { id: 'c1' },
    method: 'POST',
    from: 'server',
    json,
    headers: { authorization: `Bearer ${PARTNER_KEY}`, 'idempotency-key': 'key-0123456789', ...headers },
  });

describe('card details', () => {
  it('have no route where nobody is certified, whatever is sent', async () => {
    for (const json of [{ card }, {}, { card: 'x' }]) expect((await pay(json)).status).toBe(404);
    expect(a.heart.count('attempt')).toBe(0);
  });

  it('have none for browsers either', async () => {
    certified();
    const browser = await send(route.POST, {
      params: { id: 'c1' },
      method: 'POST',
      as: owner,
      json: { card },
      headers: { 'idempotency-key': 'key-0123456789' },
    });
    expect(browser.status).toBe(404);
    expect((await pay({ card }, { authorization: 'Bearer wrong-key-0123456789' })).status).toBe(401);
    expect(kept).toEqual([]);
  });

  it('that are no card are named and not quoted', async () => {
    const refused = await pay({ card: { ...card, number: '4111-secret', surprise: 'S3CRET' } });
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain('/card/number');
    expect(text).not.toMatch(/4111|S3CRET|737|Byron/);
    for (const json of [{ card: { ...card, [card.number]: 1 } }, { card, [card.number]: 1 }]) {
      const named = await pay(json);
      expect(named.status).toBe(422);
      expect(await named.text()).not.toContain(card.number);
    }
  });

  it('go to the supplier’s desk and nowhere else', async () => {
    const begun = await pay({ card });
    expect(begun.status).toBeLessThan(300);
    expect(kept).toMatchObject([[expect.any(String), card]]);
    const asked = a.heart.calls.findLast(({ name }) => name === 'attempt');
    expect(JSON.stringify(asked)).not.toMatch(/4111|737|Byron/);
    expect(JSON.stringify(asked)).toContain(OPTION);
    expect(await begun.text()).not.toMatch(/4111|Byron/);
  });

  it('are no option of the ordinary call', async () => {
    const before = a.heart.count('attempt');
    const ordinary = await send(attempts.POST, {
      params: { id: 'c1' },
      method: 'POST',
      as: owner,
      json: { option: OPTION },
      headers: { 'idempotency-key': 'key-9876543210' },
    });
    expect(ordinary.status).toBe(409);
    expect(a.heart.count('attempt')).toBe(before);
  });
});
