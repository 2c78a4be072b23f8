import { describe, expect, it } from 'vitest';
import { lookDelay, SOON_MS } from './schedule';

const SECOND = 1000;

/** How often somebody is asked who has nothing to say for `ms`. */
function looksWithin(ms: number): number {
  let looks = 0;
  for (let since = 0; since < ms; looks += 1) since += lookDelay(since) ?? Infinity;
  return looks;
}

describe('lookDelay', () => {
  it('finds what happens in the first seconds within a quarter of the time that was waited for it', () => {
    for (let since = 0; since < 10 * SECOND; since += 10)
      expect(lookDelay(since)).toBeLessThanOrEqual(Math.max(SOON_MS, Math.ceil(since / 4)));
  });

  it('never gets more eager with time, until it gives up', () => {
    let before = 0;
    for (let since = 0; since < 8 * 86_400 * SECOND; since = Math.max(since + 50, since * 1.01)) {
      const delay = lookDelay(since) ?? Infinity;
      expect(delay).toBeGreaterThanOrEqual(before);
      before = delay;
    }
    expect(before).toBe(Infinity);
  });

  it('asks a supplier who keeps a customer waiting a bounded number of times', () => {
    expect(looksWithin(2 * SECOND)).toBeLessThanOrEqual(8);
    expect(looksWithin(10 * SECOND)).toBeLessThanOrEqual(18);
    expect(looksWithin(60 * SECOND)).toBeLessThanOrEqual(34);
    expect(looksWithin(3600 * SECOND)).toBeLessThanOrEqual(120);
  });
});
