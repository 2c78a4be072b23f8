import { describe, expect, it } from 'vitest';
import type { ChoiceFault } from '@/lib/checkout/selection';
import { messages } from '@/lib/i18n/messages';
import { priceOf, quantitiesOf, standingOf, stepped } from './choice';
import { faultText, isGapless, numbersText } from './fault-text';
import { fill, plural } from './fill';

const type = (name: string, min: number, max: number) => ({ type: name, label: name, min, max });

describe('steps', () => {
  const group = { ticketTypes: [type('adult', 1, 6), type('group', 4, 5)] };
  it.each([
    ['adult', 0, true, 1],
    ['adult', 6, true, 6],
    ['adult', 0, false, 0],
    ['adult', 99, false, 6],
    ['group', 0, true, 4],
    ['group', 5, true, 5],
    ['group', 4, false, 0],
    ['nobody', 3, true, 3],
  ])('%s at %i, up %j, is %i', (name, now, up, next) => {
    expect(stepped(group, name, now, up)).toBe(next);
  });

  it('stop at totals that can be bought when there is one type', () => {
    const pairs = { ticketTypes: [type('adult', 1, 8)], quantities: [2, 4, 8] };
    expect([0, 2, 4, 8].map((now) => stepped(pairs, 'adult', now, true))).toEqual([2, 4, 8, 8]);
    expect(stepped(pairs, 'adult', 8, false)).toBe(4);
    const mixed = { ticketTypes: [type('adult', 1, 8), type('child', 1, 8)], quantities: [2, 4] };
    expect(stepped(mixed, 'adult', 0, true)).toBe(1);
  });
});

describe('what is left', () => {
  const seat = (id: string, available: boolean) => ({ id, row: 'A', block: 'A', available });
  it.each([
    [{ ticketTypes: [type('a', 1, 6)] }, { soldOut: false, left: 6 }],
    [{ ticketTypes: [type('a', 1, 0)] }, { soldOut: true, left: 0 }],
    [{ ticketTypes: [type('a', 4, 3)] }, { soldOut: true, left: 0 }],
    [{ ticketTypes: [] }, { soldOut: true, left: 0 }],
    [
      { ticketTypes: [type('a', 1, 6)], quantities: [] },
      { soldOut: true, left: 0 },
    ],
    [
      { ticketTypes: [type('a', 1, 6)], seats: [seat('1', true), seat('2', false)] },
      { soldOut: false, left: 1 },
    ],
    [
      { ticketTypes: [type('a', 1, 6)], quantities: [2], seats: [seat('1', true)] },
      { soldOut: true, left: 0 },
    ],
  ])('%#', (offer, expected) => {
    expect(standingOf(offer)).toEqual(expected);
  });
});

describe('numbers and prices', () => {
  it('take nothing but whole numbers', () => {
    const asked: Record<string, number> = { a: 2.9, b: -1, c: Number.NaN, d: 5000 };
    const types = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ type: name }));
    expect(quantitiesOf(types, (name) => asked[name])).toEqual({ a: 2, b: 0, c: 0, d: 0, e: 0 });
  });

  it('multiply in minor units', () => {
    const types = [
      { type: 'a', price: { amount: 2999 } },
      { type: 'b', price: { amount: 1 } },
    ];
    expect(priceOf(types, { a: 3 })).toBe(8997);
  });
});

describe('sentences', () => {
  const words = messages.en.shop.choose;
  const offer = { ticketTypes: [type('adult', 1, 6)], seats: [{ id: 's3', label: 'A3' }] };
  const faults: ChoiceFault[] = [
    { rule: 'none' },
    { rule: 'min', type: 'adult', limit: 4 },
    { rule: 'max', type: 'adult', limit: 6 },
    { rule: 'max', type: 'gone', limit: 0 },
    { rule: 'total', allowed: [2, 4, 6] },
    { rule: 'seats_few', tickets: 2, seats: 1 },
    { rule: 'seats_few', tickets: 3, seats: 0 },
    { rule: 'seats_many', tickets: 1, seats: 2 },
    { rule: 'seat_gone', seat: 's3' },
    { rule: 'adjacent' },
    { rule: 'single', seat: 's3' },
  ];

  it('leave no value out', () => {
    const said = faults.map((fault) => faultText(fault, offer, words, 'en'));
    expect(said.filter((text) => text === '' || /[{}]/.test(text))).toEqual([]);
    expect(said[4]).toContain('2, 4, or 6');
    expect(said[5]).toContain('1 more seat:');
    expect(said[6]).toContain('3 more seats:');
    expect(said.at(-1)).toContain('A3');
  });

  it('name numbers as briefly as they can', () => {
    expect([[1], [2, 4, 6], [1, 2, 3, 4], [4, 5]].map((numbers) => numbersText(numbers, 'en'))).toEqual([
      '1',
      '2, 4, or 6',
      '1 – 4',
      '4 or 5',
    ]);
    expect([[1, 2, 3], [2, 3], [1, 3], []].map(isGapless)).toEqual([true, false, false, true]);
  });

  it('keep what they have no value for, and what looks like one in a value', () => {
    expect(fill('{a} {b}', { a: '{b}' })).toBe('{b} {b}');
    expect(plural({ x_other: 'many' }, 'x', 1, 'en')).toBe('many');
    expect(plural({}, 'x', 1, 'en')).toBe('');
  });
});
