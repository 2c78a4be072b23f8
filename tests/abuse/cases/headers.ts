import { beforeAll, describe, expect, it } from 'vitest';
import { CANARIES } from '../support/canaries';
import { basket, hold, till, type View } from '../support/purchase';
import { drip } from '../support/raw';
import { described, filled, PAGES } from '../support/routes';
import type { Site } from '../support/site';
import { problemOf, Visitor } from '../support/visitor';

const BASE = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
};

const baseOf = (headers: Headers) =>
  Object.fromEntries(Object.keys(BASE).map((name) => [name, headers.get(name)]));

/** Headers that come, and headers that go. */
export function headers(at: () => Site): void {
  describe('headers that go', () => {
    let owner: Visitor;
    let mine: View;
    beforeAll(async () => {
      owner = new Visitor(at());
      mine = await till(owner);
    });
    const values = () => ({
      id: mine.id,
      attempt: mine.attempt?.id ?? '',
      supplier: 'tickitto',
      event: 'T103',
    });

    it('are on every answer of the API', async () => {
      for (const { method, path } of await described(owner)) {
        const answer = await owner.ask(filled(path, values()), { method });
        expect([path, baseOf(answer.headers)]).toEqual([path, BASE]);
        expect(answer.headers.get('content-security-policy'), path).toContain("default-src 'none'");
        expect(answer.headers.get('cache-control'), path).toContain('no-store');
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
        expect(answer.headers.get('x-powered-by')).toBeNull();
      }
    });

    it.each(PAGES)(
      'are on the page %s, with a policy that lets in nothing that is not listed',
      async (path) => {
        const [one, two] = [await owner.ask(filled(path, values())), await owner.ask(filled(path, values()))];
        const policy = one.headers.get('content-security-policy') ?? '';
        expect([baseOf(one.headers), one.headers.get('cross-origin-opener-policy')]).toEqual([
          BASE,
          'same-origin-allow-popups',
        ]);
        expect(policy).toContain("default-src 'none'");
        expect(policy).toContain("frame-ancestors 'none'");
        expect(policy).not.toMatch(/unsafe|strict-dynamic|\s\*|\shttps?:[\s;]/);
        const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
        expect(nonce.length).toBeGreaterThan(20);
        expect(two.headers.get('content-security-policy')).not.toContain(nonce);
        if (/\{|ops|basket|lookup/.test(path) && !path.startsWith('/events'))
          expect(one.headers.get('cache-control')).toContain('no-store');
      },
    );

    it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])(
      'are on %s of an unknown call, as a problem',
      async (method) => {
        for (const path of [
          '/api/nowhere',
          '/api/checkouts/a/b/c/d',
          '/api/%E0%A4%A',
          '/api/..%2f..%2fetc',
        ]) {
          const answer = await new Visitor(at()).ask(path, { method });
          expect([path, answer.status, problemOf(answer)]).toEqual([
            path,
            404,
            { code: 'not_found', type: 'application/problem+json' },
          ]);
          expect(baseOf(answer.headers)).toEqual(BASE);
        }
      },
    );

    it('are on what no code of ours answers', async () => {
      for (const path of [
        '/%E0%A4%A',
        '/checkout/x/pay',
        '/_next/static/no.js',
        '/_next/image?url=x',
        '/basket/',
      ])
        expect([path, baseOf((await owner.ask(path)).headers)]).toEqual([path, BASE]);
    });

    it('set cookies that only this host can set, and no script can read', async () => {
      const opened = await new Visitor(at()).ask('/api/suppliers/tickitto/pickers', {
        json: { event: 'T103' },
      });
      const login = await owner.ask('/ops/login', { form: { key: CANARIES.env.OPS_KEY, name: 'Olga' } });
      const attributes = (line = '') => line.split('; ').slice(1).sort();
      const [session] = opened.headers.getSetCookie();
      expect(session).toMatch(/^__Host-foyer=[A-Za-z0-9_-]{43};/);
      expect(attributes(session)).toEqual([
        'HttpOnly',
        'Max-Age=2592000',
        'Path=/',
        'SameSite=Lax',
        'Secure',
      ]);
      const [operator] = login.headers.getSetCookie();
      expect(operator).toMatch(/^__Host-foyer-ops=/);
      expect(attributes(operator)).toEqual([
        'HttpOnly',
        'Max-Age=28800',
        'Path=/',
        'SameSite=Strict',
        'Secure',
      ]);
    });
  });

  describe('headers that come', () => {
    it.each([
      '/checkout/a%0d%0aset-cookie:%20evil=1/check',
      '/return/aaaaaaaaaaaaaaaaaaaa%0d%0aset-cookie:%20evil=1',
      '/c/a%0d%0aset-cookie:%20evil=1',
      '/ops/a%0d%0aset-cookie:%20evil=1/check',
      '/api/checkouts/a%0d%0aset-cookie:%20evil=1',
    ])('cannot be made by a line break in %s', async (path) => {
      for (const method of ['GET', 'POST']) {
        const body = method === 'POST' ? { form: { reason: 'because' } } : {};
        const answer = await new Visitor(at()).ask(path, { method, ...body });
        expect(answer.status).toBeLessThan(500);
        expect(answer.headers.getSetCookie().join()).not.toContain('evil');
        expect(answer.headers.get('location') ?? '').not.toMatch(/[\r\n]/);
      }
    });

    it.each([
      ['10 kB', 'x'.repeat(10_000)],
      ['no Latin-1', Buffer.from('名前 🎟').toString('latin1')],
      ['Latin-1 beyond ASCII', 'Müller\u00ff'],
      ['marks', '<script>alert(1)</script>\t{{7*7}}'],
    ])('with a browser’s name of %s: the purchase goes on', async (_, agent) => {
      const who = new Visitor(at());
      const { id } = await hold(who);
      const short = agent.slice(0, 1000);
      const headers = {
        'user-agent': agent,
        'accept-language': short,
        referer: `https://x.example/${short}`,
      };
      const details = { method: 'PUT', json: { customer: CANARIES.customer }, headers };
      expect((await who.ask(`/api/checkouts/${id}/details`, details)).status).toBe(200);
      const begun = await who.ask(`/api/checkouts/${id}/attempts`, {
        json: { option: 'tickitto.stripe' },
        headers,
      });
      expect([begun.status, begun.text.includes('"kind":"pay"')]).toEqual([201, true]);
      expect((await who.ask(`/checkout/${id}`, { headers })).status).toBe(200);
    });

    it('that are no HTTP are refused by the server', async () => {
      for (const head of [
        'GET / HTTP/1.1\r\nhost: x\r\nx-a: b\0c\r\n\r\n',
        'POST /api/lookup HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
        `GET / HTTP/1.1\r\nhost: x\r\nx-a: ${'y'.repeat(40_000)}\r\n\r\n`,
      ])
        expect((await drip(at().shop, head, false)).text).toMatch(/^HTTP\/1\.1 4\d\d/);
    });

    it('name no basket that was not signed for this browser', async () => {
      const [owner, other] = [new Visitor(at()), new Visitor(at())];
      const handle = await basket(owner);
      await basket(other);
      const swapped = { json: { supplier: 'tickitto', handle } };
      expect((await other.ask('/api/checkouts', swapped)).status).toBe(404);
      const [head = '', claims = ''] = handle.split('.');
      for (const forged of [`${head}.${claims}.`, `eyJhbGciOiJub25lIn0.${claims}.`, `${handle}x`])
        expect(
          (await owner.ask('/api/checkouts', { json: { supplier: 'tickitto', handle: forged } })).status,
        ).toBe(404);
    });
  });
}
