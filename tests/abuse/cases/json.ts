import { beforeAll, describe, expect, it } from 'vitest';
import { CANARIES } from '../support/canaries';
import { rows } from '../support/database';
import { till, type View } from '../support/purchase';
import { type Described, described, filled } from '../support/routes';
import type { Site } from '../support/site';
import { type Answer, Visitor } from '../support/visitor';

const POLLUTION = [
  '{"__proto__":{"polluted":"yes"},"customer":{"__proto__":{"polluted":"yes"}}}',
  '{"constructor":{"prototype":{"polluted":"yes"}},"customer":{"constructor":{"prototype":{"polluted":"yes"}}}}',
  '{"\\u005f_proto__":{"polluted":"yes"},"reason":"because","by":{"__proto__":{"polluted":"yes"}}}',
];
const SHAPES: readonly (readonly [string, string])[] = [
  ['eleven levels', `${'{"a":'.repeat(11)}1${'}'.repeat(11)}`],
  ['ten thousand levels', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ['two hundred and one keys', `{${Array.from({ length: 201 }, (_, i) => `"k${i}":1`).join()}}`],
  ['five thousand entries', `{"a":[${'1,'.repeat(5000)}1]}`],
  ['no end', '{"a":'],
  ['no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]).toString('latin1')],
];

/** JSON that is meant to confuse whoever reads it. */
export function json(at: () => Site): void {
  describe('JSON', () => {
    let owner: Visitor;
    let mine: View;
    let calls: readonly Described[];
    beforeAll(async () => {
      owner = new Visitor(at());
      mine = await till(owner);
      calls = (await described(owner)).filter(({ body }) => body);
      expect(calls.length).toBeGreaterThan(12);
    });

    const send = ({ method, path }: Described, text: string): Promise<Answer> => {
      const values = { id: mine.id, attempt: mine.attempt?.id ?? '', supplier: 'tickitto' };
      const key = { 'idempotency-key': 'a-key-for-odd-json' };
      const operator = { authorization: `Bearer ${CANARIES.env.OPS_KEY}` };
      return owner.ask(filled(path, values), {
        method,
        body: Buffer.from(text, 'latin1'),
        headers: {
          'content-type': 'application/json',
          ...key,
          ...(path.startsWith('/api/ops/') && operator),
        },
      });
    };

    it.each(POLLUTION)('%s reaches no prototype by any call', async (text) => {
      for (const one of calls) {
        const answer = await send(one, text);
        expect([one.path, answer.status < 500]).toEqual([one.path, true]);
        expect(answer.text).not.toContain('polluted');
      }
      const { text: body } = await owner.ask(`/api/checkouts/${mine.id}`);
      expect(body).not.toContain('polluted');
      // As a key, that is: some other attack's event is called so.
      const kept = rows<{ body: string }>(at(), 'select body from checkouts').map((row) => row.body);
      expect(kept.some((one) => one.includes('"__proto__":'))).toBe(false);
      expect((await new Visitor(at()).ask('/api/suppliers')).text).not.toContain('polluted');
    });

    it.each(SHAPES)('with %s is refused by every call', async (_, text) => {
      for (const one of calls) expect([one.path, (await send(one, text)).status]).toEqual([one.path, 400]);
    });
  });
}
