import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BareInteger, entriesInOrder, isBareInteger, readJson, writeJson } from './json';

const LIMITS = { depth: 10, keys: 200 };

const value = (text: string) => {
  const read = readJson(text);
  if (!read.ok) throw new Error(read.why);
  return read.value;
};

describe('readJson', () => {
  it('keeps integers beyond 2^53 as digits', () => {
    expect(
      value('{"OrderCode":8958374583740007199254740993,"n":-9007199254740993,"ok":9007199254740991}'),
    ).toEqual({
      OrderCode: '8958374583740007199254740993',
      n: '-9007199254740993',
      ok: 9007199254740991,
    });
  });

  it('tells the order of keys that look like integers', () => {
    const read = value('{"PaReq":"x","10":"b","2":"a","MD":"y"}');
    expect(Object.keys(read as object)).toEqual(['2', '10', 'PaReq', 'MD']);
    expect(entriesInOrder(read)).toEqual([
      ['PaReq', 'x'],
      ['10', 'b'],
      ['2', 'a'],
      ['MD', 'y'],
    ]);
    expect(entriesInOrder(value('{"b":1,"a":2}'))).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
    expect(entriesInOrder([1])).toEqual([]);
    expect(entriesInOrder(null)).toEqual([]);
  });

  it.each(['{"__proto__":{"polluted":1},"a":1}', '{"\\u005f_proto__":{"polluted":1},"a":1}'])(
    'leaves out the prototype in %s',
    (text) => {
      const read = value(text);
      expect(read).toEqual({ a: 1 });
      expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
      expect(Object.assign({}, read)).not.toHaveProperty('polluted');
    },
  );

  it.each([
    '',
    '{',
    '{"a":}',
    '[1,]',
    '01',
    '"\n"',
    'nul',
    '1 2',
    '{"a" 1}',
    '{a:1}',
    "{'a':1}",
    '"\\x"',
    '-',
    '\u00a01',
    '[1}',
  ])('refuses %j, fast and slow', (text) => {
    expect(readJson(text)).toEqual({ ok: false, why: 'not_json' });
    expect(readJson(text, LIMITS)).toEqual({ ok: false, why: 'not_json' });
  });

  it('counts depth and keys where there is a limit', () => {
    expect(readJson(`${'['.repeat(10)}${']'.repeat(10)}`, LIMITS).ok).toBe(true);
    expect(readJson(`${'['.repeat(11)}${']'.repeat(11)}`, LIMITS)).toEqual({ ok: false, why: 'too_deep' });
    expect(readJson(`[${'1,'.repeat(199)}1]`, LIMITS).ok).toBe(true);
    expect(readJson(`[${'1,'.repeat(200)}1]`, LIMITS)).toEqual({ ok: false, why: 'too_many_keys' });
    expect(readJson(`${'['.repeat(100_000)}"__proto__"`)).toEqual({ ok: false, why: 'too_deep' });
    const long = `"${'x\\n'.repeat(3_000_000)}__proto__"`;
    expect(readJson(long).ok).toBe(true);
  });

  it('agrees with JSON.parse on everything else', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        // The generator may hit what is different on purpose.
        fc.pre(!/\d{16}|__proto__/.test(text));
        const read = readJson(text, { depth: 100, keys: 100_000 });
        expect(read).toEqual({ ok: true, value: JSON.parse(text) });
      }),
      { numRuns: 300 },
    );
  });
});

describe('integers that no number can hold', () => {
  it('are known from texts of digits, and go out as they came', () => {
    const read = readJson(
      '{"number":9212345678901234,"text":"9212345678901234","small":12,"negative":-9212345678901234}',
    );
    const value = read.ok ? read.value : null;
    expect(value).toMatchObject({ number: '9212345678901234', text: '9212345678901234', small: 12 });
    expect(['number', 'text', 'small', 'negative'].map((key) => isBareInteger(value, key))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    const digits = new BareInteger('9212345678901234');
    expect(writeJson({ a: digits, b: '9212345678901234', c: [digits, 1] })).toBe(
      '{"a":9212345678901234,"b":"9212345678901234","c":[9212345678901234,1]}',
    );
    expect(writeJson({ a: 1, b: undefined, c: '"bare-0"' })).toBe('{"a":1,"c":"\\"bare-0\\""}');
  });

  it('are digits and nothing else', () => {
    for (const bad of ['', '1e3', '-1', '01', '1.0', '1,"x":2']) expect(() => new BareInteger(bad)).toThrow();
  });
});
