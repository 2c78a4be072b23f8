import { describe, expect, it } from 'vitest';
import { startOf } from './map-time';

const at = (local: string, utc: string) => ({ local, utc });

describe('startOf', () => {
  it.each([
    [
      'London in winter',
      at('2026-11-21T19:30:00', '2026-11-21T19:30:00Z'),
      { latitude: 51.5, longitude: -0.12 },
      'Europe/London',
    ],
    [
      'London in summer',
      at('2026-07-21T19:30:00', '2026-07-21T18:30:00Z'),
      { latitude: 51.5, longitude: -0.12 },
      'Europe/London',
    ],
    [
      'Tokyo',
      at('2026-11-21T19:30:00', '2026-11-21T10:30:00Z'),
      { latitude: 35.68, longitude: 139.76 },
      'Asia/Tokyo',
    ],
    [
      'New York',
      at('2026-11-21T14:30:00', '2026-11-21T19:30:00Z'),
      { latitude: 40.71, longitude: -74 },
      'America/New_York',
    ],
    [
      'a place that disagrees',
      at('2026-11-21T19:30:00', '2026-11-21T18:30:00Z'),
      { latitude: 51.5, longitude: -0.12 },
      'Etc/GMT-1',
    ],
    ['no place', at('2026-11-21T19:30:00', '2026-11-21T14:00:00Z'), undefined, 'Asia/Kolkata'],
    ['nonsense', at('2026-11-21T19:30:00', '2026-11-01T14:00:00Z'), undefined, undefined],
  ])('of %s', (_, moment, place, timeZone) => {
    expect(startOf(moment, place as never)).toEqual({
      startsAt: Date.parse(moment.utc),
      ...(timeZone ? { timeZone } : { timeZone: undefined }),
    });
  });
});
