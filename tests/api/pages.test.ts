import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { operatorCookie } from '@/lib/api/access/operator';
import { openPicker } from '@/lib/api/calls/quotes';
import { clearCatalogue } from '@/lib/api/catalogue';
import {
  basketsForPage,
  checkoutForPage,
  eventForPage,
  eventsForPage,
  handOverForPage,
  offersForPage,
  opsCheckoutForPage,
  opsForPage,
  payForPage,
  returnForPage,
  suppliersForPage,
} from '@/lib/api/pages';
import { type App, app, type Browser, OPS_KEY, send } from './support/app';
import { attempt, payStep } from './support/checkouts';

const visit = vi.hoisted(() => ({ cookie: '' }));
vi.mock('@/lib/foyer', () => import('./support/current'));
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) =>
      visit.cookie.startsWith(`${name}=`) ? { name, value: visit.cookie.slice(name.length + 1) } : undefined,
  }),
}));

let a: App;
let who: Browser;
beforeAll(async () => {
  a = await app();
});
beforeEach(() => {
  who = a.browser();
  visit.cookie = who.cookie;
});
afterAll(() => a.close());

describe('the checkout’s pages', () => {
  const open = attempt({ step: payStep });

  it('are its customer’s only', async () => {
    await a.own(who, 'page-1', { attempts: [open] });
    expect(await checkoutForPage('page-1')).toMatchObject({ id: 'page-1', tickets: 'held' });
    expect(await payForPage('page-1', 'a1')).toMatchObject({
      kind: 'pay',
      step: { id: 's1', method: 'sim-card' },
    });
    for (const cookie of ['', a.browser().cookie, '__Host-foyer=forged']) {
      visit.cookie = cookie;
      expect(await checkoutForPage('page-1')).toBeNull();
      expect(await payForPage('page-1', 'a1')).toBeNull();
      expect(await handOverForPage('page-1', 'a1')).toBeNull();
    }
  });

  it('send an old address to where the payment is now', async () => {
    await a.own(who, 'page-2', {
      attempts: [attempt({ id: 'a0', status: 'declined', step: payStep }), open],
    });
    expect(await payForPage('page-2', 'a0')).toEqual({ kind: 'elsewhere', href: '/checkout/page-2/pay/a1' });
    expect(await handOverForPage('page-2', 'a1')).toEqual({
      kind: 'elsewhere',
      href: '/checkout/page-2/pay/a1',
    });
    await a.own(who, 'page-3', { attempts: [attempt({ status: 'done', step: payStep })] });
    expect(await payForPage('page-3', 'a1')).toEqual({ kind: 'elsewhere', href: '/checkout/page-3' });
  });

  it('hand over with the fields in their order', async () => {
    const fields = [
      ['10', 'a'],
      ['2', 'b'],
    ] as const;
    const step = {
      kind: 'redirect',
      id: 's1',
      url: 'https://bank.example/',
      httpMethod: 'POST',
      fields,
    } as const;
    await a.own(who, 'page-4', { attempts: [attempt({ step })] });
    expect(await handOverForPage('page-4', 'a1')).toMatchObject({ kind: 'hand_over', step: { fields } });
    expect((await checkoutForPage('page-4'))?.attempt?.step).toEqual({
      kind: 'redirect',
      id: 's1',
      href: '/checkout/page-4/go/a1',
    });
  });
});

describe('a return in another browser', () => {
  it('is told how it stands and nothing about the buyer', async () => {
    const { checkout } = await a.own(a.browser(), 'page-5', { attempts: [attempt()] });
    const token = 'return-token-0123456789';
    a.store.returned = async (asked) =>
      asked === token ? { checkoutId: checkout.id, attemptId: 'a1' } : null;
    const found = await returnForPage(token);
    expect(found).toMatchObject({ kind: 'stranger', status: { ticketCount: 2, message: { code: 'held' } } });
    const text = JSON.stringify(found);
    for (const secret of [checkout.reference, 'buyer', 'Mousetrap', 'page-5'])
      expect(text).not.toContain(secret);
    await a.store.grant(who.id, checkout.id);
    expect(await returnForPage(token)).toEqual({ kind: 'mine', href: '/checkout/page-5' });
    expect(await returnForPage('unknown-token-0123456789')).toBeNull();
  });
});

describe('the shop’s pages', () => {
  it('show the events of all suppliers and name those that do not answer', async () => {
    expect(await suppliersForPage()).toEqual([{ id: 'sim', name: 'Sim Tickets', picker: true }]);
    expect(await eventsForPage({ text: '', page: 1 })).toMatchObject({
      events: [{ id: 'e1', supplier: 'sim', supplierName: 'Sim Tickets' }],
      failures: [],
    });
    clearCatalogue();
    a.supplier.down = true;
    expect(await eventsForPage({ text: '', page: 1 })).toMatchObject({
      events: [],
      failures: [{ id: 'sim' }],
    });
    a.supplier.down = false;
    expect(await eventForPage('sim', 'e1')).toMatchObject({ kind: 'found', event: { picker: true } });
    expect(await eventForPage('sim', 'e2')).toEqual({ kind: 'unknown' });
    expect(await eventForPage('none', 'e1')).toEqual({ kind: 'unknown' });
    expect(await offersForPage('sim', 'e1', null)).toEqual({ picker: true });
  });

  it('show this browser’s baskets with their handles', async () => {
    await send(openPicker, { as: who, params: { supplier: 'sim' }, json: { event: 'e1' } });
    const baskets = await basketsForPage();
    expect(baskets).toMatchObject([{ supplier: { id: 'sim' }, quote: { items: [{ id: 'i1' }] } }]);
    expect(JSON.stringify(baskets)).not.toContain('theirs');
    visit.cookie = a.browser().cookie;
    expect(await basketsForPage()).toEqual([]);
  });
});

describe('the operators’ pages', () => {
  it('ask for the login, and are not there without a key', async () => {
    await a.own(who, 'page-6');
    expect(await opsForPage()).toEqual({ kind: 'login' });
    expect(await opsCheckoutForPage('page-6')).toEqual({ kind: 'login' });
    visit.cookie = (await operatorCookie(a.foyer, OPS_KEY, 'Ada'))?.split(';')[0] ?? '';
    expect(await opsForPage()).toEqual({ kind: 'list', operator: 'Ada', rows: [] });
    expect(await opsCheckoutForPage('page-6')).toMatchObject({
      kind: 'checkout',
      checkout: {
        id: 'page-6',
        checkout: { details: { values: { customer: { email: 'b…@example.com' } } } },
      },
    });
    const { opsKey } = a.foyer.config.app;
    Object.assign(a.foyer.config.app, { opsKey: null });
    expect(await opsForPage()).toBeNull();
    Object.assign(a.foyer.config.app, { opsKey });
  });
});
