import { describe, expect, it } from 'vitest';
import type { Attempt, Checkout, PlacedStep } from './model';
import { isFresh, returnedTo, returnKeysOf, returnOf } from './returns';

const away: PlacedStep = {
  id: 's1',
  kind: 'redirect',
  url: 'https://viva.example',
  httpMethod: 'GET',
  fields: [],
  returnKeys: ['viva:1'],
};
const attempt = (step: PlacedStep | null, returnToken = 'token-2') =>
  ({ id: 'a1', step, returnToken }) as Attempt;
const checkout = (...attempts: Attempt[]) => ({ attempts }) as unknown as Checkout;
const input = (stepId: string) => ({ kind: 'return', stepId }) as Parameters<typeof isFresh>[0];

describe('a return', () => {
  it('with a token of ours is about that hop, whoever waits', () => {
    expect(returnedTo('token-1', attempt(away))).toBe(returnOf('token-1'));
  });

  it('to a fixed address is about the newest hop while somebody is away with its key, and about nothing else', () => {
    const waiting = attempt(away);
    expect(isFresh(input(returnedTo('viva:1', waiting)), waiting)).toBe(true);
    for (const [key, at] of [
      ['viva:2', waiting],
      ['viva:1', attempt(null)],
      ['viva:1', attempt({ ...away, returnKeys: undefined })],
    ] as const)
      expect(isFresh(input(returnedTo(key, at)), at)).toBe(false);
  });

  it('acts once: with the next call the hop is another', () => {
    const about = returnedTo('viva:1', attempt(away));
    expect(isFresh(input(about), attempt(away, 'token-3'))).toBe(false);
  });
});

describe('keys of fixed returns', () => {
  it('are handed to the store when their step is placed, and for a newer try again', () => {
    const before = checkout(attempt(null));
    const after = checkout(attempt(away));
    expect(returnKeysOf(before, after)).toEqual([{ key: 'viva:1', attemptId: 'a1' }]);
    expect(returnKeysOf(after, after)).toEqual([]);
    const newer = checkout(attempt(away), { ...attempt(away), id: 'a2' });
    expect(returnKeysOf(after, newer)).toEqual([{ key: 'viva:1', attemptId: 'a2' }]);
  });
});
