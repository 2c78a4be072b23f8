import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { PERSONAL } from '../support/canaries';
import { till } from '../support/purchase';
import type { Site } from '../support/site';
import { Visitor } from '../support/visitor';

/** What stands in HTML as text: no scripts, and nothing that only scripts would show. */
const words = (html: string) =>
  html.replace(/<(script|style|template|head)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ');

/** The moment in which a customer most needs a sentence: they paid, and the shop cannot read its own store. */
export function storeAway(at: () => Site): void {
  describe('a store that does not answer', () => {
    it('is a page in words, also without scripts, and is over when the store is back', async () => {
      const owner = new Visitor(at());
      const { id, attempt } = await till(owner);
      const database = new Database(`${at().data}/foyer.db`, { timeout: 5000 });
      database.exec('alter table grants rename to grants_elsewhere');
      try {
        for (const path of [
          `/checkout/${id}`,
          `/checkout/${id}/pay/${attempt?.id}`,
          `/checkout/${id}/go/x`,
        ]) {
          const { status, headers, text } = await owner.ask(path);
          expect([path, status, headers.get('retry-after')]).toEqual([path, 503, '5']);
          expect(words(text), path).toMatch(/If you were paying, do not pay again/);
          expect(headers.get('content-security-policy')).toContain("default-src 'none'");
          expect(headers.get('cache-control')).toContain('no-store');
          for (const personal of PERSONAL) expect(text).not.toContain(personal);
        }
        const api = await owner.ask(`/api/checkouts/${id}`);
        expect([api.status, api.headers.get('content-type')]).toEqual([500, 'application/problem+json']);
        expect(api.text).not.toMatch(/sqlite|table|\.ts/i);
        expect((await owner.ask('/')).status).toBe(200);
      } finally {
        database.exec('alter table grants_elsewhere rename to grants');
        database.close();
      }
      expect((await owner.ask(`/checkout/${id}`)).status).toBe(200);
    });
  });
}
