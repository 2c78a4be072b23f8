import { describe, expect, it } from 'vitest';
import type { Checkout } from '@/lib/checkout/model';
import { descriptionOf, externalIdOf, LONGEST } from './names';

const reference = 'FYR-7K3M9Q2D';
const described = (title: string) =>
  descriptionOf({ reference, items: [{ title }] as unknown as Checkout['items'] });

describe('names', () => {
  it('are the same for an attempt, others for another, and short enough', () => {
    const ids = ['a', 'b', 'a'].map((id) => externalIdOf({ reference }, id.repeat(60)));
    expect(ids[0]).toBe(ids[2]);
    expect(ids[0]).not.toBe(ids[1]);
    expect(ids[0]).toMatch(/^FYR-7K3M9Q2D-[0-9a-f]{10}$/);
  });

  it.each([
    'Canal cruise',
    'The longest title that anybody ever gave to an evening',
    '👩‍👩‍👧'.repeat(9),
    'A\nB\u202e',
    '',
  ])('say what is paid for: %j', (title) => {
    const text = described(title);
    expect(text.length).toBeLessThanOrEqual(LONGEST);
    expect(text).toMatch(/^FYR-7K3M9Q2D/);
    expect(text).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(text.isWellFormed()).toBe(true);
  });

  it.each([
    ['Palazzo Merlo by Lamplight', 'Palazzo Merlo by'],
    ['Palazzo Merlo by Day x', 'Palazzo Merlo by Day x'],
    ['Palazzo Merlo by Day xy', 'Palazzo Merlo by Day'],
    ['Donaudampfschifffahrtsgesellschaft', 'Donaudampfschifffahrts'],
  ])('are cut between words, where there are any: %s', (title, shown) => {
    expect(described(title)).toBe(`${reference} ${shown}`);
  });
});
