import { describe, expect, it } from 'vitest';
import { monthGrid } from './month';
import { chooseDate, showingsOf } from './showings';

const london = (startsAt: string, date = startsAt.slice(0, 10)) => ({
  date,
  startsAt,
  timeZone: 'Europe/London',
});

describe('showings', () => {
  it('are on the day of the venue’s calendar, across the change of clocks', () => {
    const showings = showingsOf([
      london('2027-03-28T23:30:00Z'),
      london('2027-03-27T23:30:00Z'),
      { date: 'x', startsAt: '2026-12-05T02:30:00Z', timeZone: 'America/New_York' },
      { date: 'y', startsAt: '2026-12-05T23:59:00Z' },
    ]);
    expect(showings.map(({ day }) => day)).toEqual(['2026-12-04', '2026-12-05', '2027-03-27', '2027-03-29']);
  });

  it('without a time are on the day that their date names; without a day they come last', () => {
    const dates = ['season-pass', '2027-02-30', '2027-01-02', '2026-12-31T00:00', '2026-12-305'];
    expect(showingsOf(dates.map((date) => ({ date }))).map(({ day, date }) => [day, date])).toEqual([
      ['2026-12-31', '2026-12-31T00:00'],
      ['2027-01-02', '2027-01-02'],
      [null, 'season-pass'],
      [null, '2027-02-30'],
      [null, '2026-12-305'],
    ]);
  });

  it('keep two that the clock shows at the same hour apart', () => {
    const night = showingsOf([london('2026-10-25T01:30:00Z', 'b'), london('2026-10-25T00:30:00Z', 'a')]);
    expect(night.map(({ date, day }) => [date, day])).toEqual([
      ['a', '2026-10-25'],
      ['b', '2026-10-25'],
    ]);
  });
});

describe('the choice of a date', () => {
  const showings = showingsOf([
    london('2026-12-05T14:30:00Z', 'matinee'),
    london('2026-12-05T19:30:00Z', 'evening'),
    london('2027-02-01T19:30:00Z', 'late'),
  ]);

  it('is made when there is only one', () => {
    expect(chooseDate(showings.slice(2), {})).toMatchObject({ chosen: { date: 'late' }, gone: false });
    const twice = showingsOf([london('2026-12-05T14:30:00Z'), london('2026-12-05T19:30:00Z')]);
    expect(chooseDate(twice, {}).chosen?.date).toBe('2026-12-05');
    expect(chooseDate(showings, {})).toEqual({ chosen: null, gone: false, day: null, month: '2026-12' });
    expect(chooseDate([], {})).toEqual({ chosen: null, gone: false, day: null, month: null });
  });

  it('follows the address, and says when that is not on sale', () => {
    expect(chooseDate(showings, { date: 'evening' })).toMatchObject({ day: '2026-12-05', month: '2026-12' });
    expect(chooseDate(showings, { date: 'never' })).toMatchObject({ chosen: null, gone: true });
    expect(chooseDate(showings.slice(2), { date: 'never' })).toMatchObject({ chosen: null, gone: true });
    expect(chooseDate(showings, { day: '2027-02-01' })).toMatchObject({ chosen: null, month: '2027-02' });
    expect(chooseDate(showings, { date: 'evening', month: '2027-02' }).month).toBe('2027-02');
    expect(chooseDate(showings, { month: '1999-99', day: 'no' })).toMatchObject({
      day: null,
      month: '2026-12',
    });
  });
});

describe('a month', () => {
  it('has its days under their weekdays, and its neighbours where there is something', () => {
    const showings = showingsOf([
      london('2026-10-25T19:30:00Z'),
      london('2027-02-28T19:30:00Z'),
      london('2027-02-28T14:30:00Z'),
      { date: 'open' },
    ]);
    const february = monthGrid('2027-02', showings);
    expect(february).toMatchObject({ previous: '2026-10', next: null });
    expect(february.weeks).toHaveLength(4);
    expect(february.weeks[0]?.[0]?.day).toBe('2027-02-01');
    expect(february.weeks[3]?.[6]?.showings).toHaveLength(2);
    const october = monthGrid('2026-10', showings);
    expect(october.weeks[0]?.map((square) => square?.day.slice(-2) ?? '')).toEqual([
      '',
      '',
      '',
      '01',
      '02',
      '03',
      '04',
    ]);
    expect(october.weeks.flat().filter(Boolean)).toHaveLength(31);
    expect(october.next).toBe('2027-02');
  });

  it('has 29 days in a leap year', () => {
    expect(monthGrid('2028-02', []).weeks.flat().filter(Boolean)).toHaveLength(29);
  });
});
