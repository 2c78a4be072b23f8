import { describe, expect, it } from 'vitest';
import { clockText, markPassed, secondsLeft } from './countdown-schedule';

describe('secondsLeft', () => {
  it('rounds up and stops at zero', () => {
    expect([secondsLeft(10_000, 0), secondsLeft(10_000, 9001), secondsLeft(10_000, 99_000)]).toEqual([
      10, 1, 0,
    ]);
  });
});

describe('clockText', () => {
  it.each([
    [899, '14:59'],
    [60, '1:00'],
    [9, '0:09'],
    [0, '0:00'],
    [3723, '1:02:03'],
  ])('shows %d as %s', (seconds, text) => {
    expect(clockText(seconds)).toBe(text);
  });
});

describe('markPassed', () => {
  it('speaks exactly five times over a whole hold', () => {
    const spoken = [];
    for (let left = 900; left > 0; left -= 1) {
      const mark = markPassed(left, left - 1);
      if (mark !== null) spoken.push(mark);
    }
    expect(spoken).toEqual([600, 300, 120, 60, 30]);
  });

  it('says only the latest after a tab slept', () => {
    expect(markPassed(700, 100)).toBe(120);
    expect(markPassed(100, 99)).toBeNull();
  });
});
