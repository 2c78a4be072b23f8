import { ok } from '../answers';
import { EVENTS, findEvent } from '../catalogue';
import { SOURCES } from '../catalogue/sources';
import { performancesBetween } from '../performances';
import { bad } from '../refusals';
import type { Endpoint } from './types';

/** Months with performances, cities, classes and sources: short lists for filters. */
export const placeEndpoints: Readonly<Record<string, Endpoint>> = {
  'months.v1': {
    handler: ({ desk, params }) => {
      const event = findEvent(params.need('event_id'));
      if (!event) throw bad('event_id is not known');
      const dates = performancesBetween(event, desk.world.clock.now()).map(({ date }) => date);
      const months = [...new Set(dates.map((date) => date.slice(0, 7)))];
      return ok({ results: { month: months.map((month) => monthWire(month, dates)) } });
    },
  },
  'cities.v1': {
    handler: () => {
      const cities = new Map(EVENTS.map(({ venue }) => [venue.cityCode, venue]));
      const city = [...cities].map(([code, venue]) => ({
        city_code: code,
        city_desc: venue.city,
        country_code: venue.countryCode,
        country_desc: venue.country,
      }));
      return ok({ results: { city } });
    },
  },
  'classes.v1': {
    handler: () => {
      const classes = new Map(EVENTS.flatMap((event) => Object.entries(event.classes)));
      const found = [...classes].map(([code, desc]) => ({ class_code: code, class_desc: desc }));
      return ok({ results: { class: found } });
    },
  },
  'sources.v1': {
    handler: () => {
      const found = Object.values(SOURCES).map(({ code, desc }) => ({
        source_code: code,
        source_desc: desc,
      }));
      return ok({ results: { source: found } });
    },
  },
};

function monthWire(month: string, dates: readonly string[]): Record<string, unknown> {
  const ms = Date.parse(`${month}-01T00:00Z`);
  const name = (style: 'short' | 'long') =>
    new Intl.DateTimeFormat('en-GB', { month: style, timeZone: 'UTC' }).format(ms);
  const own = [...new Set(dates.filter((date) => date.startsWith(month)))];
  const bits = (numbers: readonly number[]) => numbers.reduce((mask, number) => mask | (1 << number), 0);
  return {
    month: name('short').slice(0, 3).toLowerCase(),
    month_dates_bitmask: bits(own.map((date) => Number(date.slice(8)) - 1)),
    month_desc: name('long'),
    month_short_desc: name('short').slice(0, 3),
    month_weekdays_bitmask: bits(own.map((date) => new Date(`${date}T00:00Z`).getUTCDay())),
    year: Number(month.slice(0, 4)),
  };
}
