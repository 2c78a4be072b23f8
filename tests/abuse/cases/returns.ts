import { beforeAll, describe, expect, it } from 'vitest';
import { PERSONAL } from '../support/canaries';
import { acts, rows, standing, tokenOf } from '../support/database';
import { till, type View } from '../support/purchase';
import type { Site } from '../support/site';
import { type Ask, stranger, Visitor } from '../support/visitor';

const CLAIM = { redirect_status: 'succeeded', payment_intent: 'pi_forged', status: 'paid', t: '1' };

function multipart(): Ask {
  const form = new FormData();
  for (const [name, value] of Object.entries(CLAIM)) form.set(name, value);
  return { method: 'POST', body: form };
}

/** As a bank's page, a supplier's machine, or somebody who makes it up. */
const WAYS: readonly (readonly [string, Ask])[] = [
  ['GET', { method: 'GET' }],
  ['GET with claims', { method: 'GET' }],
  ['POST urlencoded', { form: CLAIM }],
  ['POST multipart', multipart()],
  ['POST empty', { method: 'POST' }],
  ['POST text', { method: 'POST', body: 'status=paid', headers: { 'content-type': 'text/plain' } }],
  ['POST junk', { method: 'POST', body: '\u0000--', headers: { 'content-type': 'multipart/form-data' } }],
];
const outside = { origin: 'https://bank.example', 'sec-fetch-site': 'cross-site' };

/** Tokens that we never made. */
const FORGED = [
  'x',
  'A'.repeat(24),
  'A'.repeat(5000),
  '..%2f..%2fops',
  '%252e%252e',
  '%2F%2Fevil.example',
  "'%20or%201=1--",
  '%00',
  '%E0%A4%A',
];

/** Return tokens: guessed, used again, and taken to another's browser. */
export function returns(at: () => Site): void {
  describe('a return', () => {
    let owner: Visitor;
    let mine: View;
    let token: string;
    beforeAll(async () => {
      owner = new Visitor(at());
      mine = await till(owner);
      token = tokenOf(at(), mine.id);
    });

    it.each(FORGED)('with the token %s changes nothing and says nothing', async (forged) => {
      const before = rows(at(), 'select id from inputs').length;
      for (const [, ask] of WAYS) {
        const answer = await new Visitor(at()).ask(`/return/${forged}`, {
          ...ask,
          headers: { ...ask.headers, ...outside },
        });
        expect([303, 400, 404, 405]).toContain(answer.status);
        if (answer.status === 303)
          expect(answer.headers.get('location')).toMatch(/^\/return\/[^/]+\/status$/);
      }
      expect(rows(at(), 'select id from inputs').length).toBe(before);
    });

    it.each(WAYS)('by %s never makes a payment of what it claims', async (way, ask) => {
      const query = way === 'GET with claims' ? `?${new URLSearchParams(CLAIM)}` : '';
      const headers = { ...ask.headers, ...outside };
      const answer = await new Visitor(at()).ask(`/return/${token}${query}`, { ...ask, headers });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `/return/${token}/status`]);
      expect(standing(at(), mine.id)).toEqual({ tickets: 'held', money: 'none' });
    });

    it('by HEAD does nothing at all', async () => {
      const before = rows(at(), 'select id from inputs').length;
      expect((await owner.ask(`/return/${token}`, { method: 'HEAD' })).status).toBe(204);
      expect(rows(at(), 'select id from inputs').length).toBe(before);
    });

    it('that comes a hundred times acts upstream not even once', async () => {
      const before = acts(at(), mine.id);
      await Promise.all(
        Array.from({ length: 100 }, () =>
          new Visitor(at()).ask(`/return/${token}`, { form: CLAIM, headers: outside }),
        ),
      );
      expect(acts(at(), mine.id)).toBe(before);
      expect(standing(at(), mine.id)).toEqual({ tickets: 'held', money: 'none' });
    });

    it('in another’s browser shows how it stands, without the buyer, and leads into nothing', async () => {
      const other = stranger(at());
      const answer = await other.ask(`/return/${token}`, { form: CLAIM, headers: outside });
      expect(answer.headers.get('location')).toBe(`/return/${token}/status`);
      expect(answer.headers.getSetCookie()).toEqual([]);
      const { status, text } = await other.ask(`/return/${token}/status`);
      expect(status).toBe(200);
      for (const personal of [...PERSONAL, mine.id, mine.reference]) expect(text).not.toContain(personal);
      expect((await other.ask(`/api/checkouts/${mine.id}`)).status).toBe(404);
    });

    it('of another’s purchase does not touch one’s own', async () => {
      const other = new Visitor(at());
      const theirs = await till(other);
      const before = acts(at(), theirs.id);
      const answer = await other.ask(`/return/${token}`, { method: 'GET' });
      expect(answer.headers.get('location')).toBe(`/return/${token}/status`);
      expect(acts(at(), theirs.id)).toBe(before);
    });
  });
}
