import { beforeAll, describe, expect, it } from 'vitest';
import { acts, tokenOf } from '../support/database';
import { till, type View } from '../support/purchase';
import { drip, pour } from '../support/raw';
import type { Site } from '../support/site';
import { Visitor } from '../support/visitor';

const MEGABYTE = 1024 * 1024;

/** Bodies that are meant to fill memory or to hold connections. */
export function bodies(at: () => Site): void {
  describe('a body', () => {
    let owner: Visitor;
    let mine: View;
    let token: string;
    let slow: Promise<readonly (readonly [string, number, number])[]>;
    let head: ReturnType<typeof drip>;
    beforeAll(async () => {
      owner = new Visitor(at());
      mine = await till(owner);
      token = tokenOf(at(), mine.id);
      // They take their time, while the long ones are sent.
      slow = Promise.all(targets().map(trickle));
      // Headers that never end are the older way to do it.
      head = drip(at().shop, 'GET / HTTP/1.1\r\nhost: x\r\nx-slow: ');
    });

    const form = 'application/x-www-form-urlencoded';
    const targets = () =>
      [
        { method: 'PUT', path: `/api/checkouts/${mine.id}/details`, type: 'application/json', status: 413 },
        { method: 'POST', path: '/api/checkouts', type: 'application/json', status: 413 },
        { method: 'POST', path: `/checkout/${mine.id}/details`, type: form, status: 303 },
        { method: 'POST', path: '/lookup/send', type: form, status: 303 },
        { method: 'POST', path: `/return/${token}`, type: form, status: 303 },
        { method: 'POST', path: '/api/nowhere', type: form, status: 404 },
        { method: 'POST', path: '/', type: form, status: 405 },
      ] as const;
    const headersOf = (type: string) => ({
      'content-type': type,
      cookie: owner.cookie ?? '',
      origin: at().publicUrl,
      'idempotency-key': 'a-key-of-a-long-body',
    });

    const trickle = async ({ method, path, type }: ReturnType<typeof targets>[number]) => {
      const lines = Object.entries({ host: 'x', ...headersOf(type), 'content-length': '20000' });
      const start = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
      const { text, ms } = await drip(at().shop, `${method} ${path} HTTP/1.1\r\n${start}\r\na`);
      return [path, Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), ms] as const;
    };

    it.each([
      ['with its length', false],
      ['in chunks', true],
    ])('of 50 MB %s is refused at once and fills no memory', async (_, chunked) => {
      const { shop } = at();
      const before = shop.rss();
      const act = acts(at(), mine.id);
      for (const { method, path, type, status } of targets()) {
        const answer = await pour(shop, {
          method,
          path,
          headers: headersOf(type),
          bytes: 50 * MEGABYTE,
          chunked,
        });
        expect([path, answer.status]).toEqual([path, status]);
        // A page behind the proxy is answered when its body has ended; nothing of it is kept.
        expect(answer.ms, path).toBeLessThan(path === '/' ? 10_000 : 1000);
      }
      expect(acts(at(), mine.id)).toBe(act);
      expect(shop.rss() - before).toBeLessThan(60 * MEGABYTE);
      expect(shop.written()).not.toContain(token);
    });

    it('of one byte a second is given up, and holds nobody else up', async () => {
      const began = performance.now();
      expect((await new Visitor(at()).ask('/api/health')).status).toBe(200);
      expect(performance.now() - began).toBeLessThan(1000);
      for (const [path, status, ms] of await slow) {
        expect(ms, path).toBeLessThan(19_000);
        if (path.startsWith('/api/checkouts')) expect([path, status]).toEqual([path, 408]);
        else expect([303, 404, 405, 408]).toContain(status);
      }
      const { text, ms } = await head;
      expect(ms).toBeLessThan(14_000);
      expect(text).toMatch(/^HTTP\/1\.1 408/);
    });
  });
}
