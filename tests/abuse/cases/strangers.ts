import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { CANARIES, PERSONAL } from '../support/canaries';
import { acts } from '../support/database';
import { till, type View } from '../support/purchase';
import { type Described, described, FORMS, filled, PAGES } from '../support/routes';
import type { Site } from '../support/site';
import { type Answer, type Ask, stranger, Visitor } from '../support/visitor';

const UNKNOWN = 'abcdefghijkmnpqrstuvwxyz23';

/** What differs between two answers to the same question for reasons that tell nothing. */
function plain({ status, text, headers }: Answer, ids: readonly string[]): object {
  const bare = (value: string) =>
    ids
      .reduce((rest, id) => rest.replaceAll(id, 'ID'), value)
      .replaceAll(/nonce(=|\\?":\\?")\\?"?[A-Za-z0-9+/=]{22,24}/g, 'nonce');
  return { status, text: bare(text), location: bare(headers.get('location') ?? '') };
}

/** What is another's looks exactly like what does not exist, on every address that takes an id. */
export function strangers(at: () => Site): void {
  describe('somebody else’s checkout', () => {
    let mine: View;
    let calls: readonly Described[];
    beforeAll(async () => {
      const owner = new Visitor(at());
      mine = await till(owner);
      calls = (await described(owner)).filter(({ path }) => path.includes('{id}'));
    });

    const known = () => ({ id: mine.id, attempt: mine.attempt?.id ?? '', voucher: mine.items[0]?.id ?? '' });
    const same = async (who: () => Visitor, pattern: string, ask: Ask) => {
      const theirs = known();
      const real = await who().ask(filled(pattern, theirs), ask);
      const unknown = await who().ask(filled(pattern, { ...theirs, id: UNKNOWN }), ask);
      expect(plain(real, Object.values(theirs)), pattern).toEqual(
        plain(unknown, [UNKNOWN, ...Object.values(theirs)]),
      );
      for (const personal of PERSONAL) expect(real.text).not.toContain(personal);
      return real;
    };

    const people: readonly (readonly [string, () => Visitor, Readonly<Record<string, string | null>>])[] = [
      ['a stranger', () => stranger(at()), {}],
      ['a browser without a cookie', () => new Visitor(at()), {}],
      [
        'a partner who did not make it',
        () => new Visitor(at()),
        { authorization: `Bearer ${CANARIES.partnerKey}`, origin: null, 'sec-fetch-site': null },
      ],
    ];

    it.each(people)('is the same 404 for %s by every call', async (_, who, headers) => {
      expect(calls.length).toBeGreaterThan(14);
      const before = acts(at(), mine.id);
      for (const { method, path, body } of calls) {
        const ask = {
          method,
          headers: { 'idempotency-key': randomUUID(), ...headers },
          ...(body && { json: {} }),
        };
        const answer = await same(who, path, ask);
        expect([path, answer.status]).toEqual([path, 404]);
        expect(answer.headers.get('content-type')).toBe('application/problem+json');
      }
      expect(acts(at(), mine.id)).toBe(before);
    });

    it('is the same redirect by every form', async () => {
      const forms = FORMS.filter((path) => path.includes('{id}'));
      expect(forms.length).toBeGreaterThan(10);
      const before = acts(at(), mine.id);
      for (const path of forms) {
        const form = { option: 'tickitto.stripe', reason: 'because', version: '1' };
        const answer = await same(() => stranger(at()), path, { form });
        expect([path, answer.status, answer.headers.get('location')]).toEqual([
          path,
          303,
          expect.stringMatching(/\?problem=not_found$/),
        ]);
      }
      expect(acts(at(), mine.id)).toBe(before);
    });

    it.each(PAGES.filter((path) => path.includes('{id}')))('is the same page at %s', async (path) => {
      const answer = await same(() => stranger(at()), path, {});
      // Operators' pages ask everybody to log in, whatever the address says.
      if (path.startsWith('/ops')) expect(answer.headers.get('location')).toBe('/ops');
      else expect(answer.status).toBe(404);
    });
  });
}
