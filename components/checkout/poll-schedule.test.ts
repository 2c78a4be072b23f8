import { describe, expect, it } from 'vitest';
import { nextDelay, retryAfter, rungAt } from './poll-schedule';

describe('nextDelay', () => {
  it('grows from one second to fifteen and stays there', () => {
    const delays = Array.from({ length: 9 }, (_, look) => nextDelay(look, 0, () => 0.5));
    expect(delays).toEqual([1000, 1000, 2000, 3000, 5000, 8000, 15_000, 15_000, 15_000]);
  });

  it('strays by at most a fifth', () => {
    expect(nextDelay(6, 0, () => 0)).toBe(12_000);
    expect(nextDelay(6, 0, () => 1)).toBe(18_000);
  });

  it('never asks before the server wants it', () => {
    expect(nextDelay(0, 4000, () => 0)).toBe(4000);
  });
});

describe('retryAfter', () => {
  it.each([
    ['2', 2000],
    [null, 0],
    ['-1', 0],
    ['Sat, 05 Dec 2026 10:00:00 GMT', 0],
  ])('reads %s as %d', (header, ms) => {
    expect(retryAfter(header)).toBe(ms);
  });
});

describe('rungAt', () => {
  const ladder = [
    { afterMs: 0, text: 'first' },
    { afterMs: 10_000, text: 'second' },
  ];

  it('answers the last rung reached', () => {
    expect([0, 9999, 10_000, 99_000].map((ms) => rungAt(ladder, ms))).toEqual([
      'first',
      'first',
      'second',
      'second',
    ]);
  });
});
