import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { CANARIES } from '../support/canaries';
import { acts } from '../support/database';
import { till, type View } from '../support/purchase';
import { type Described, described, FORMS, filled } from '../support/routes';
import type { Site } from '../support/site';
import { problemOf, Visitor } from '../support/visitor';

type Headers = Readonly<Record<string, string | null>>;

/** What a browser says of a request that another site makes it send, with this site's cookies. */
const KINDS = (publicUrl: string): readonly (readonly [string, Headers])[] => [
  ['another origin', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
  ['another origin, an old browser', { origin: 'https://evil.example', 'sec-fetch-site': null }],
  ['an opaque origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['an opaque origin, an old browser', { origin: 'null', 'sec-fetch-site': null }],
  ['no origin', { origin: null, 'sec-fetch-site': 'cross-site' }],
  ['a neighbour’s host', { origin: null, 'sec-fetch-site': 'same-site' }],
  ['nobody’s page', { origin: null, 'sec-fetch-site': 'none' }],
  ['our name in another', { origin: `${publicUrl}.evil.example`, 'sec-fetch-site': null }],
  ['our name with a user', { origin: publicUrl.replace('://', '://a@'), 'sec-fetch-site': null }],
  ['our name in capitals and a slash', { origin: `${publicUrl}/`, 'sec-fetch-site': null }],
  ['our origin, and a browser that knows better', { origin: publicUrl, 'sec-fetch-site': 'cross-site' }],
];

/** Suppliers' servers call it with a password of theirs: a browser's cookies are nothing there. */
const NOTICES = '/api/webhooks/{supplier}';

/** Another site makes a customer's or an operator's browser send something. */
export function crossSite(at: () => Site): void {
  describe('a request that another site makes', () => {
    let owner: Visitor;
    let mine: View;
    let calls: readonly Described[];
    let operator: string;
    const values = () => ({
      id: mine.id,
      attempt: mine.attempt?.id ?? '',
      supplier: 'tickitto',
      item: 'i',
      handle: 'h',
    });
    beforeAll(async () => {
      owner = new Visitor(at());
      mine = await till(owner);
      calls = (await described(owner)).filter(({ method, path }) => method !== 'GET' && path !== NOTICES);
      const login = await owner.ask('/ops/login', { form: { key: CANARIES.env.OPS_KEY, name: 'Olga' } });
      operator = login.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      expect(operator).toMatch(/^__Host-foyer-ops=ey/);
    });

    it.each(
      Array.from(
        { length: KINDS('').length },
        (_, kind) => [KINDS('http://x')[kind]?.[0] ?? '', kind] as const,
      ),
    )('from %s is refused by every call and form, and nothing is done', async (_, kind) => {
      const headers = KINDS(at().publicUrl)[kind]?.[1] ?? {};
      const cookie = `${owner.cookie}; ${operator}`;
      const before = acts(at(), mine.id);
      expect(calls.length + FORMS.length).toBeGreaterThan(30);
      for (const { method, path, body } of calls) {
        const json = body ? { json: { reason: 'because' } } : {};
        const answer = await owner.ask(filled(path, values()), {
          method,
          ...json,
          headers: { ...headers, cookie },
        });
        expect([path, answer.status, problemOf(answer).code]).toEqual([path, 403, 'cross_origin']);
      }
      for (const path of FORMS) {
        const form = { reason: 'because', option: 'tickitto.stripe' };
        const answer = await owner.ask(filled(path, values()), { form, headers: { ...headers, cookie } });
        expect([path, answer.status, problemOf(answer).code]).toEqual([path, 403, 'cross_origin']);
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
      expect(acts(at(), mine.id)).toBe(before);
    });

    it.each(KINDS('http://x'))(
      'from %s is no supplier’s word, and nothing is looked at',
      async (_, headers) => {
        const before = acts(at(), mine.id);
        for (const [supplier, status] of [
          ['musement', 401],
          ['tickitto', 404],
        ] as const) {
          const json = { order_uuid: mine.id };
          const answer = await owner.ask(filled(NOTICES, { ...values(), supplier }), {
            method: 'POST',
            json,
            headers: { ...headers, cookie: `${owner.cookie}; ${operator}` },
          });
          expect([supplier, answer.status]).toEqual([supplier, status]);
        }
        expect(acts(at(), mine.id)).toBe(before);
      },
    );

    it('without either header needs a key, and our forms take none of it', async () => {
      const headers = { origin: null, 'sec-fetch-site': null };
      const none = calls.filter(({ path }) => !path.startsWith('/api/ops/'));
      for (const { method, path, body } of none) {
        const answer = await owner.ask(filled(path, values()), {
          method,
          ...(body && { json: {} }),
          headers,
        });
        expect([path, answer.status]).toEqual([path, 401]);
      }
      for (const path of FORMS) {
        expect((await owner.ask(filled(path, values()), { form: {}, headers })).status).toBe(403);
      }
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
      'cannot pass JSON off as %j, not even from here',
      async (type) => {
        const before = acts(at(), mine.id);
        for (const { method, path } of calls.filter(
          ({ body, path: url }) => body && !url.startsWith('/api/ops/'),
        )) {
          const headers = { 'content-type': type === '' ? null : type, 'idempotency-key': randomUUID() };
          const body = Buffer.from('{"option":"tickitto.stripe","x":"="}');
          const answer = await owner.ask(filled(path, values()), { method, body, headers });
          expect([path, answer.status]).toEqual([path, 415]);
        }
        expect(acts(at(), mine.id)).toBe(before);
      },
    );

    it('by GET reaches nothing that changes something', async () => {
      const before = acts(at(), mine.id);
      const readable = new Set(
        (await described(owner)).filter(({ method }) => method === 'GET').map(({ path }) => path),
      );
      const posts = [...calls.map(({ path }) => path).filter((path) => !readable.has(path)), ...FORMS];
      for (const path of new Set(posts)) {
        const answer = await owner.ask(filled(path, values()), {
          headers: { 'sec-fetch-site': 'cross-site' },
        });
        expect([path, answer.status]).toEqual([path, 405]);
      }
      expect(acts(at(), mine.id)).toBe(before);
    });

    it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('by %s gets no page', async (method) => {
      for (const path of ['/', '/basket', '/ops', `/checkout/${mine.id}`, '/lookup', '/nowhere']) {
        const answer = await owner.ask(path, { method, headers: { 'sec-fetch-site': 'cross-site' } });
        expect([path, answer.status, answer.text]).toEqual([path, 405, '']);
      }
    });
  });
}
