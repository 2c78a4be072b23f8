import { describe, expect, it } from 'vitest';
import { type Choosable, choiceFault } from './selection';

const types = [
  { type: 'adult', min: 0, max: 6 },
  { type: 'group', min: 4, max: 8 },
  { type: 'gone', min: 1, max: 0 },
];

/** Rows as text: a letter is a free seat, `.` a taken one, a space an aisle. Ids are row and place. */
function seats(...rows: string[]) {
  return rows.flatMap((text, row) =>
    [...text].flatMap((mark, place) => {
      if (mark === ' ') return [];
      const block = `${row}-${text.slice(0, place).split(' ').length}`;
      return [{ id: `${row}:${place}`, row: String(row), block, available: mark !== '.' }];
    }),
  );
}

const fault = (offer: Partial<Choosable>, quantities: Record<string, number>, chosen: string[] = []) =>
  choiceFault({ ticketTypes: types, ...offer }, { quantities, seats: chosen });

describe('company', () => {
  const climb = [
    { type: 'adult', min: 0, max: 6, needed: true },
    { type: 'youth', min: 0, max: 3, company: ['adult'] },
  ];
  const family = [
    { type: 'adult', min: 0, max: 6 },
    { type: 'senior', min: 0, max: 6 },
    { type: 'child', min: 0, max: 6, company: ['adult', 'senior'] },
  ];

  it.each([
    [climb, { youth: 1 }, { rule: 'needed', type: 'adult' }],
    [climb, { adult: 1, youth: 3 }, null],
    [family, { child: 2 }, { rule: 'company', type: 'child', company: ['adult', 'senior'] }],
    [family, { child: 2, adult: 0, senior: 1 }, null],
    [family, { adult: 1 }, null],
  ])('of %j: %j', (ticketTypes, quantities, expected) => {
    expect(fault({ ticketTypes }, quantities as Record<string, number>)).toEqual(expected);
  });
});

describe('numbers of tickets', () => {
  it.each([
    [{ adult: 2 }, null],
    [{ adult: 2, group: 4 }, null],
    [{}, { rule: 'none' }],
    [{ adult: 0 }, { rule: 'none' }],
    [{ adult: 7 }, { rule: 'max', type: 'adult', limit: 6 }],
    [
      { adult: 1, group: 3 },
      { rule: 'min', type: 'group', limit: 4 },
    ],
    [{ gone: 1 }, { rule: 'max', type: 'gone', limit: 0 }],
    [{ unknown: 1 }, { rule: 'max', type: 'unknown', limit: 0 }],
  ])('%j', (quantities, expected) => {
    expect(fault({}, quantities as Record<string, number>)).toEqual(expected);
  });

  it('must be one that can be bought', () => {
    expect(fault({ quantities: [2, 4] }, { adult: 2 })).toBeNull();
    expect(fault({ quantities: [2, 4] }, { adult: 3 })).toEqual({ rule: 'total', allowed: [2, 4] });
  });
});

describe('seats', () => {
  const plan = seats('abcd ef.gh', 'ab');

  it('are as many as tickets, free, and of this offer', () => {
    expect(fault({ seats: plan }, { adult: 2 }, ['0:0', '0:8'])).toBeNull();
    expect(fault({ seats: plan }, { adult: 2 }, ['0:0'])).toMatchObject({ rule: 'seats_few', seats: 1 });
    expect(fault({ seats: plan }, { adult: 1 }, ['0:0', '0:1'])).toMatchObject({ rule: 'seats_many' });
    expect(fault({ seats: plan }, { adult: 1 }, ['0:7'])).toEqual({ rule: 'seat_gone', seat: '0:7' });
    expect(fault({ seats: plan }, { adult: 1 }, ['9:9'])).toEqual({ rule: 'seat_gone', seat: '9:9' });
    expect(fault({}, { adult: 1 }, ['0:0'])).toEqual({ rule: 'seat_gone', seat: '0:0' });
    expect(fault({}, { adult: 1 })).toBeNull();
  });

  it.each([
    [['0:0', '0:1'], true],
    [['0:2', '0:1'], true],
    [['0:0', '0:2'], false],
    [['0:3', '0:5'], false],
    [['0:6', '0:8'], false],
    [['0:0', '1:0'], false],
  ])('%j are neighbours: %j', (chosen, fine) => {
    expect(fault({ seats: plan, adjacent: true }, { adult: 2 }, chosen)).toEqual(
      fine ? null : { rule: 'adjacent' },
    );
  });

  it.each([
    [['0:0', '0:1'], null],
    [['0:1', '0:2'], '0:0'],
    [['0:0', '0:1', '0:2'], '0:3'],
    [['0:0', '0:1', '0:2', '0:3'], null],
    [['0:5'], '0:6'],
    [['0:8', '0:9'], null],
    [['1:0'], '1:1'],
  ])('%j leave alone %j', (chosen, seat) => {
    expect(fault({ seats: plan, noSingles: true }, { adult: chosen.length }, chosen)).toEqual(
      seat === null ? null : { rule: 'single', seat },
    );
  });

  it('that were alone already may stay so', () => {
    expect(fault({ seats: seats('a bc'), noSingles: true }, { adult: 2 }, ['0:2', '0:3'])).toBeNull();
  });
});
