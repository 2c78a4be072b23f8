import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { rows } from '../support/database';
import { basket, hold, till } from '../support/purchase';
import type { Site } from '../support/site';
import { problemOf, Visitor } from '../support/visitor';

/** What may be done how often, and twice. */
export function limits(at: () => Site): void {
  describe('limits', () => {
    it('are twenty holds an hour over all instances, whatever X-Forwarded-For says', async () => {
      const { shop, bare } = at();
      const who = new Visitor(at(), bare.origin);
      const handle = await basket(who);
      const lines = [{ event: 'T103', offer: 'x', tickets: [{ type: 'x', quantity: 1 }] }];
      const ask = (origin: string, spoofed: string) => {
        const one = new Visitor(at(), origin);
        one.cookie = who.cookie;
        return one.ask('/api/checkouts', {
          json: { supplier: 'tickitto', lines },
          headers: { 'x-forwarded-for': spoofed },
        });
      };
      const anywhere = () => `198.51.${randomInt(256)}.${randomInt(256)}`;
      // Ten here and ten there: the first trusts a proxy that says 127.0.0.9, which is the network of the others.
      for (let count = 0; count < 10; count += 1) {
        expect((await ask(shop.origin, `${anywhere()}, 127.0.0.9`)).status).toBe(409);
        expect((await ask(bare.origin, anywhere())).status).toBe(409);
      }
      for (const [origin, spoofed] of [
        [bare.origin, anywhere()],
        [bare.origin, `${anywhere()}, ${anywhere()}`],
        [bare.origin, '::1'],
        [bare.origin, 'nonsense'],
        [shop.origin, '127.0.0.200'],
      ] as const) {
        const answer = await ask(origin, spoofed);
        expect([answer.status, problemOf(answer).code]).toEqual([429, 'rate_limited']);
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(3000);
      }
      const form = await who.ask('/basket/checkout', { form: { supplier: 'tickitto', handle } });
      expect(form.headers.get('location')).toBe('/basket?problem=rate_limited');
      // Others are not concerned.
      expect((await hold(new Visitor(at()))).tickets).toBe('held');
    });

    it('are five lookups and ten logins', async () => {
      const who = new Visitor(at());
      const lookups = [];
      for (let count = 0; count < 6; count += 1)
        lookups.push(
          (await who.ask('/api/lookup', { json: { reference: 'FYR-AAAAAAAA', lastName: 'X' } })).status,
        );
      expect(lookups).toEqual([202, 202, 202, 202, 202, 429]);
      const logins = [];
      for (let count = 0; count < 11; count += 1)
        logins.push(
          (await who.ask('/ops/login', { form: { key: `guess-${count}` } })).headers.get('location'),
        );
      expect([logins[0], logins[9], logins[10]]).toEqual([
        '/ops?problem=key_required',
        '/ops?problem=key_required',
        '/ops?problem=rate_limited',
      ]);
    });
  });

  describe('an Idempotency-Key', () => {
    const holdsOf = () => rows(at(), 'select id from checkouts').length;

    it('makes one checkout of ten requests at once, and one attempt', async () => {
      const who = new Visitor(at());
      const handle = await basket(who);
      const before = holdsOf();
      const headers = { 'idempotency-key': randomUUID() };
      const ask = () => who.ask('/api/checkouts', { json: { supplier: 'tickitto', handle }, headers });
      const answers = await Promise.all(Array.from({ length: 10 }, ask));
      expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
      expect(holdsOf() - before).toBe(1);
      const again = await ask();
      expect(again.status).toBe(201);
      expect(holdsOf() - before).toBe(1);
    });

    it('is nobody else’s, and stands for one request', async () => {
      const [one, two] = [new Visitor(at()), new Visitor(at())];
      const headers = { 'idempotency-key': randomUUID() };
      const [mine, theirs] = [await basket(one), await basket(two)];
      const first = await one.ask('/api/checkouts', {
        json: { supplier: 'tickitto', handle: mine },
        headers,
      });
      const second = await two.ask('/api/checkouts', {
        json: { supplier: 'tickitto', handle: theirs },
        headers,
      });
      const idOf = ({ text }: { text: string }) => (JSON.parse(text) as { id: string }).id;
      expect([first.status, second.status]).toEqual([201, 201]);
      expect(idOf(first)).not.toBe(idOf(second));
      const other = await one.ask('/api/checkouts', {
        json: { supplier: 'tickitto', handle: await basket(one) },
        headers,
      });
      expect([other.status, problemOf(other).code]).toEqual([422, 'idempotency_key_reused']);
    });

    it.each([
      null,
      '',
      'short',
      'x'.repeat(129),
      'with blank in it',
      Buffer.from('ключ-ключ').toString('latin1'),
    ])('that is %j is none', async (key) => {
      const who = new Visitor(at());
      const handle = await basket(who);
      const answer = await who.ask('/api/checkouts', {
        json: { supplier: 'tickitto', handle },
        headers: { 'idempotency-key': key },
      });
      expect([answer.status, problemOf(answer).code]).toEqual([400, 'idempotency_key_required']);
    });

    it('does not carry an attempt from one checkout to another', async () => {
      const who = new Visitor(at());
      const [one, two] = [await till(who), await hold(who)];
      const headers = { 'idempotency-key': randomBytes(12).toString('hex') };
      const json = { option: 'tickitto.stripe' };
      const first = await who.ask(`/api/checkouts/${one.id}/attempts`, { json, headers });
      const second = await who.ask(`/api/checkouts/${two.id}/attempts`, { json, headers });
      // The second has no details yet: its own state decides, not the answer to the first.
      expect([first.status, second.status, problemOf(second).code]).toEqual([201, 422, 'details_missing']);
    });
  });
}
