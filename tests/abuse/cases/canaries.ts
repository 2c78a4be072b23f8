import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CANARIES, PERSONAL, SECRETS } from '../support/canaries';
import { rows, tokenOf } from '../support/database';
import { pay, till, type View } from '../support/purchase';
import { described, filled, PAGES } from '../support/routes';
import type { Site } from '../support/site';
import { stranger, Visitor } from '../support/visitor';

const hits = (text: string, words: readonly string[]) => words.filter((word) => text.includes(word));

/** After everything else, so that what all the other attacks left behind is searched too. */
export function canaries(at: () => Site): void {
  describe('what nobody else may know', () => {
    let owner: Visitor;
    let mine: View;
    let token: string;
    let clientSecret: string;
    beforeAll(async () => {
      owner = new Visitor(at());
      const open = await till(owner);
      token = tokenOf(at(), open.id);
      clientSecret = /"clientSecret":"([^"]+)"/.exec(JSON.stringify(open))?.[1] ?? '';
      expect(clientSecret).toMatch(/_secret_/);
      mine = await pay(at(), owner, open);
    });

    it('is on the customer’s own pages only', async () => {
      const own = await owner.ask(`/api/checkouts/${mine.id}`);
      expect(own.text).toContain(CANARIES.customer.lastName);
      for (const { text } of [own, await owner.ask(`/checkout/${mine.id}`)])
        expect(hits(text, [...SECRETS, clientSecret, token])).toEqual([]);
      const values = {
        id: mine.id,
        attempt: mine.attempt?.id ?? '',
        token,
        supplier: 'tickitto',
        event: 'T103',
      };
      for (const who of [stranger(at()), new Visitor(at())]) {
        // The sandbox's own page lists its test cards; without a sandbox there is none.
        for (const pattern of PAGES.filter((one) => one !== '/qa')) {
          const { text } = await who.ask(filled(pattern, values));
          expect([pattern, hits(text, [...PERSONAL, ...SECRETS, clientSecret])]).toEqual([pattern, []]);
        }
        for (const { method, path: pattern } of await described(who)) {
          const { text } = await who.ask(filled(pattern, values), { method });
          expect([pattern, hits(text, [...PERSONAL, ...SECRETS, clientSecret])]).toEqual([pattern, []]);
        }
      }
    });

    it('is masked for operators', async () => {
      const headers = { authorization: `Bearer ${CANARIES.env.OPS_KEY}` };
      const { status, text } = await new Visitor(at()).ask(`/api/ops/checkouts/${mine.id}`, { headers });
      expect(status).toBe(200);
      expect(hits(text, [...PERSONAL, ...SECRETS, clientSecret, token])).toEqual([]);
    });

    it('is in no line of a log', () => {
      const { shop, bare } = at();
      const log = `${shop.written()}${bare.written()}`;
      expect(log).toContain('"event":"api.answered"');
      expect(log).toContain('"event":"checkout.changed"');
      expect(log).not.toContain('"dropped"');
      const tokens = rows<{ token: string }>(at(), 'select token from return_tokens').map((row) => row.token);
      expect(hits(log, [...PERSONAL, ...SECRETS, clientSecret, ...tokens, '_secret_'])).toEqual([]);
    });

    it('is in no line of a journal, and no token outlives its use', () => {
      const journal = JSON.stringify(rows(at(), 'select * from journal'));
      expect(journal.length).toBeGreaterThan(1000);
      expect(hits(journal, [...PERSONAL, ...SECRETS, clientSecret])).toEqual([]);
      const used = JSON.stringify(rows(at(), 'select data from inputs where used_at is not null'));
      expect(hits(used, [...PERSONAL, ...SECRETS, clientSecret])).toEqual([]);
      const everything = JSON.stringify(rows(at(), 'select body from checkouts'));
      expect(hits(everything, SECRETS)).toEqual([]);
    });

    it('is no number', async () => {
      const headers = { authorization: `Bearer ${CANARIES.env.OPS_KEY}` };
      const { status, text } = await new Visitor(at()).ask('/api/metrics', { headers });
      expect(status).toBe(200);
      expect(text).toMatch(/^foyer_checkouts\{tickets="booked",money="captured",attention="none"\} [1-9]/m);
      expect(text).toContain('foyer_store_up 1');
      const ids = rows<{ id: string }>(at(), 'select id from checkouts').map(({ id }) => id);
      expect(hits(text, [...PERSONAL, ...SECRETS, ...ids])).toEqual([]);
      for (const authorization of ['', 'Bearer x', `Bearer ${CANARIES.partnerKey}`])
        expect((await new Visitor(at()).ask('/api/metrics', { headers: { authorization } })).status).toBe(
          404,
        );
    });

    it('is in nothing that is built, and there are no source maps', () => {
      const folder = path.join(at().build, '.next/static');
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) =>
        one.isFile(),
      );
      expect(files.length).toBeGreaterThan(5);
      expect(files.filter(({ name }) => name.endsWith('.map'))).toEqual([]);
      for (const { parentPath, name } of files) {
        const text = readFileSync(path.join(parentPath, name), 'utf8');
        expect([name, hits(text, [...SECRETS, 'APP_SECRET', 'OPS_KEY', 'sk_test_'])]).toEqual([name, []]);
      }
    });

    it('leaves a server that runs', () => {
      expect([at().shop.alive(), at().bare.alive()]).toEqual([true, true]);
      expect(at().shop.written()).not.toMatch(/unhandled|uncaught|"event":"api\.fault"/i);
    });
  });
}
