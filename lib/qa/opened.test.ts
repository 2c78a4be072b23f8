import { describe, expect, it } from 'vitest';
import { OPENED_COOKIE, openedCookie, readOpened } from './opened';

const one = (n: number) => ({ id: `checkout${'a'.repeat(18)}${n}`, scenario: 'octo.adyen.3ds-full' });
const wordOf = (line: string) => line.slice(`${OPENED_COOKIE}=`.length, line.indexOf(';'));

describe('the cookie of opened purchases', () => {
  it('is read as it was written, newest first', () => {
    const line = openedCookie([one(1)], one(2));
    expect(readOpened(wordOf(line))).toEqual([one(2), one(1)]);
    expect(line).toContain('Path=/qa; ');
  });

  it('stays short', () => {
    const many = Array.from({ length: 9 }, (_, n) => one(n));
    expect(readOpened(wordOf(openedCookie(many, one(9))))).toEqual([9, 0, 1, 2, 3, 4].map(one));
  });

  it('is not believed', () => {
    const good = `${one(1).id}:${one(1).scenario}`;
    expect(readOpened(`${good}~<b>:x~:~../..:y~${'x'.repeat(90)}:z`)).toEqual([one(1)]);
    expect(readOpened(undefined)).toEqual([]);
  });
});
