import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { operatorCookie } from '@/lib/api/access/operator';
import { awayDocument } from '@/lib/api/pages/away';
import { isThere } from '@/lib/api/pages/there';
import { type App, app, OPS_KEY } from './support/app';

vi.mock('@/lib/foyer', () => import('./support/current'));

let a: App;
beforeAll(async () => {
  a = await app();
});
afterAll(() => a.close());

/** Whether a reader with this cookie line is told that there is such a page. */
const ask = (path: string, cookie = '') =>
  isThere(path, {
    foyer: a.foyer,
    acceptLanguage: 'en',
    cookie: (name) => (cookie.startsWith(`${name}=`) ? cookie.slice(name.length + 1) : undefined),
  });

describe('a page that is there for some only', () => {
  it('of a checkout is there for its own browser, at each of its addresses', async () => {
    const who = a.browser();
    await a.own(who, 'mine');
    for (const path of [
      '/checkout/mine',
      '/checkout/mine/',
      '/checkout/mine/pay/a1',
      '/checkout/mine/go/a1',
    ]) {
      expect(await ask(path, who.cookie), path).toBe(true);
      for (const cookie of ['', a.browser().cookie, '__Host-foyer=forged'])
        expect(await ask(path, cookie), path).toBe(false);
    }
    expect(await ask('/checkout/nobodys', who.cookie)).toBe(false);
    expect(await ask('/checkout/%E0%A4%A', who.cookie)).toBe(false);
  });

  it('of an event is there when its supplier knows it, or cannot say', async () => {
    expect(await ask('/events/sim/e1')).toBe(true);
    expect(await ask('/events/sim/e9')).toBe(false);
    expect(await ask('/events/nobody/e1')).toBe(false);
    expect(a.supplier.asked.filter((call) => call === 'event')).toHaveLength(2);
    await ask('/events/sim/e1');
    expect(a.supplier.asked.filter((call) => call === 'event')).toHaveLength(2);
  });

  it('of operators is there for whoever may log in, and an order when it exists', async () => {
    await a.own(a.browser(), 'theirs');
    const cookie = ((await operatorCookie(a.foyer, OPS_KEY, 'Ada')) ?? '').split(';')[0];
    expect(await ask('/ops')).toBe(true);
    expect(await ask('/ops/theirs', cookie)).toBe(true);
    expect(await ask('/ops/nothing', cookie)).toBe(false);
    // Without a login, nothing tells which orders there are.
    expect(await ask('/ops/theirs')).toBe(true);
    expect(await ask('/ops/nothing')).toBe(true);
  });

  it('of a return is there for a token that we made', async () => {
    expect(await ask('/return/nobodys/status')).toBe(false);
  });

  it('cannot be told while the store is away: a page that would only break is not rendered', async () => {
    const who = a.browser();
    await a.own(who, 'mine-too');
    const away = [vi.spyOn(a.store, 'granted'), vi.spyOn(a.store, 'openBaskets')];
    for (const method of away) method.mockRejectedValue(new Error('away'));
    for (const path of ['/checkout/mine-too', '/checkout/mine-too/pay/a1', '/basket'])
      await expect(ask(path, who.cookie), path).rejects.toThrow();
    expect(await ask('/')).toBe(true);
    for (const method of away) method.mockRestore();
  });

  it('has a document for that moment, in words and without a script', () => {
    const text = awayDocument({ shop: '<Foyer & sons>', locale: 'en', nonce: 'n0' });
    expect(text).toMatch(/If you were paying, do not pay again/);
    expect(text).toContain('<style nonce="n0">');
    expect(text).toContain('&lt;Foyer &amp; sons&gt;');
    expect(text).not.toContain('<script');
  });

  it('is any other, for Next to find', async () => {
    for (const path of ['/', '/basket', '/terms', '/lookup', '/nothing', '/return/x'])
      expect(await ask(path), path).toBe(true);
  });
});
