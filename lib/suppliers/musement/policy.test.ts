import { describe, expect, it } from 'vitest';
import { policyText, shareBack } from './policy';

const DAY = 86_400_000;
const rows = [
  { period: 'P0D', type: 'PERCENTAGE', value: 50 },
  { period: 'P2D', type: 'PERCENTAGE', value: 100 },
];

describe('a refund policy', () => {
  it('is said in words', () => {
    expect(policyText(rows)).toBe('50 % until it begins, 100 % until 2 days before');
    expect(policyText([])).toBe('no refund by its policy');
    expect(policyText({ surprise: 1 })).toBe('a refund policy that this shop cannot read');
  });

  it.each([
    [3 * DAY, 1],
    [2 * DAY, 1],
    [2 * DAY - 1, 0.5],
    [0, 0.5],
    [-1, 0],
  ])('gives back its share %d ms before it begins', (before, share) => {
    expect(shareBack(rows, before, 0)).toBe(share);
  });

  it.each<[string, unknown, number | undefined]>([
    ['without a time to count from', rows, undefined],
    ['without rules', [], DAY],
    ['of another shape', { surprise: 1 }, DAY],
    ['of money', [{ period: 'P0D', type: 'AMOUNT', value: 5 }], DAY],
    ['of more than all', [{ period: 'P0D', type: 'PERCENTAGE', value: 150 }], DAY],
    ['with a time that nobody can read', [{ period: 'soon', type: 'PERCENTAGE', value: 50 }], DAY],
  ])('%s is not guessed at', (_, json, startsAt) => {
    expect(shareBack(json, startsAt, 0)).toBeNull();
  });
});
