import { describe, expect, it } from 'vitest';
import { Digits, parseJson, stringify } from './digits';

describe('numbers that JavaScript would round', () => {
  it('keeps their digits there and back, and touches nothing else', () => {
    const text =
      '{"code":9271234567890123,"list":[-9007199254740993,1,2.5,1e3],"text":"9271234567890123 \\"x\\""}';
    const value = parseJson(text);
    expect(value).toEqual({
      code: new Digits('9271234567890123'),
      list: [new Digits('-9007199254740993'), 1, 2.5, 1000],
      text: '9271234567890123 "x"',
    });
    expect(stringify(value)).toBe(text.replace('1e3', '1000'));
  });

  it('leaves safe integers as they are, and throws where it is no JSON', () => {
    expect(parseJson('9007199254740991')).toBe(9007199254740991);
    expect(() => parseJson('{"code":}')).toThrow();
  });
});
