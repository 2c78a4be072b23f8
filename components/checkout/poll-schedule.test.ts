import { describe, expect, it } from 'vitest';
import { nextDelay, retryAfter, rungAt } from './poll-schedule';

describe('nextDelay', () => {
  const delays = Array.from({ length: 20 }, (_, look) => nextDelay(look, 0, () => 0.5));

  it('grows from a quarter of a second to fifteen seconds and stays there', () => {
    expect(delays).toEqual(delays.toSorted((a, b) => a - b));
    expect([delays.at(0), delays.at(-1)]).toEqual([250, 15_000]);
  });

  it('makes nobody wait for a look longer than two thirds of the time waited already, and asks seldom in a minute', () => {
    let waited = 0;
    let looks = 0;
    while (waited < 60_000) {
      const delay = delays[looks] ?? 15_000;
      if (waited >= 500) expect(delay).toBeLessThanOrEqual(waited / 1.5);
      waited += delay;
      looks += 1;
    }
    expect(looks).toBeLessThanOrEqual(17);
  });

  it('strays by at most a fifth', () => {
    expect(nextDelay(30, 0, () => 0)).toBe(12_000);
    expect(nextDelay(30, 0, () => 1)).toBe(18_000);
  });

  it('never asks before the server wants it', () => {
    for (let look = 0; look < 20; look += 1)
      for (const wish of [60, 250, 1000, 4000, 20_000])
        for (const chance of [0, 0.5, 1])
          expect(nextDelay(look, wish, () => chance)).toBeGreaterThanOrEqual(wish);
  });

  it('asks when the server says that there will be news, unless its own step is far longer', () => {
    expect(nextDelay(0, 4000, () => 0)).toBe(4000);
    expect(nextDelay(6, 400, () => 1)).toBe(440);
    expect(nextDelay(10, 400, () => 0.5)).toBe(3000);
  });
});

describe('retryAfter', () => {
  it.each([
    [{ 'Retry-After': '2' }, 2000],
    [{ 'Retry-After': '1', 'Retry-After-Ms': '250' }, 250],
    [{}, 0],
    [{ 'Retry-After': '-1' }, 0],
    [{ 'Retry-After': 'Sat, 05 Dec 2026 10:00:00 GMT' }, 0],
    [{ 'Retry-After-Ms': 'soon' }, 0],
  ])('reads %j as %d', (headers, ms) => {
    expect(retryAfter(new Headers(headers))).toBe(ms);
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
