import { describe, expect, it } from 'vitest';
import { planOf, seatToward } from './plan';

/** `E4 E5 | E7 x8`: blocks parted by bars, `x` before a seat that is taken. */
function seats(text: string) {
  return text.split(' / ').flatMap((row, index) =>
    row.split(' | ').flatMap((block, part) =>
      block.split(' ').map((mark) => {
        const label = mark.replace(/^x/, '');
        const name = /^[A-Z]+/.exec(label)?.[0] ?? String(index);
        return { id: label, label, row: name, block: `${name}${part}`, available: !mark.startsWith('x') };
      }),
    ),
  );
}

const drawn = (text: string) =>
  planOf(seats(text)).map(
    ({ row, places }) => `${row}: ${places.map((one) => one?.number ?? '·').join(' ')}`,
  );

describe('a plan of seats', () => {
  it('puts equal numbers under each other', () => {
    expect(drawn('E4 E5 | E7 E8 E9 / F1 F2 F3 / G10')).toEqual([
      'E: · · · 4 5 · 7 8 9 ·',
      'F: 1 2 3 · · · · · · ·',
      'G: · · · · · · · · · 10',
    ]);
  });

  it('follows the blocks where numbers are no places', () => {
    expect(drawn('A1 A1 | A2')).toEqual(['A: 1 1 · 2']);
    expect(drawn('A1 A2 | A900')).toEqual(['A: 1 2 · 900']);
    expect(planOf(seats('Balcony Box')).flatMap(({ places }) => places.map((one) => one?.number))).toEqual([
      'Balcony',
      'Box',
    ]);
    expect(planOf([])).toEqual([]);
  });
});

describe('keys', () => {
  const plan = planOf(seats('A1 A2 A3 / xB1 xB2 / C1 xC2 C3 C4'));
  it.each([
    ['A1', 'ArrowRight', 'A2'],
    ['A3', 'ArrowRight', null],
    ['A1', 'ArrowLeft', null],
    ['C1', 'ArrowRight', 'C3'],
    ['C3', 'ArrowLeft', 'C1'],
    ['A3', 'ArrowDown', 'C3'],
    ['A2', 'ArrowDown', 'C1'],
    ['C4', 'ArrowUp', 'A3'],
    ['A1', 'ArrowUp', null],
    ['C4', 'Home', 'C1'],
    ['C1', 'End', 'C4'],
    ['C1', 'x', null],
    ['nobody', 'ArrowDown', null],
  ])('%s %s leads to %s', (from, key, to) => {
    expect(seatToward(plan, from, key)).toBe(to);
  });
});
