import { weekday } from '../../../core/local-time';
import { SOURCES } from '../catalogue/sources';
import type { EventSpec, PriceBand } from '../catalogue/types';
import { performancesBetween } from '../performances';
import { savingOf } from '../prices';
import { amounts, known, type Voice } from './voice';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * With `req_avail_details`: every band and its price, from what the platform remembers; with
 * `req_avail_details_with_perfs` also its dates, a bit for each day of a month and each day of the week.
 */
export function availDetails(voice: Voice, event: EventSpec): Record<string, unknown> | undefined {
  if (!voice.params.flag('req_avail_details')) return undefined;
  const dates = voice.params.flag('req_avail_details_with_perfs') ? datesOf(voice, event) : {};
  const types = event.types.map((type) => ({
    price_band: type.bands.map((band) =>
      known({
        avail_detail: [{ ...detail(voice, event, band), ...dates }],
        price_band_code: band.code,
        price_band_desc: band.desc,
      }),
    ),
    ticket_type_code: type.code,
    ticket_type_desc: type.desc,
  }));
  return { ticket_type: types };
}

function detail(voice: Voice, event: EventSpec, { discounts: [one] }: PriceBand): Record<string, unknown> {
  const { currency } = SOURCES[event.source];
  const full = one.was ?? one;
  const { saving, percent } = savingOf(one);
  return {
    ...amounts(voice, currency, {
      absolute_saving: saving,
      full_seatprice: full.seat,
      full_surcharge: full.fee,
      seatprice: one.seat,
      surcharge: one.fee,
    }),
    avail_currency_code: currency,
    percentage_saving: percent,
    // A bit for each number of tickets, one ticket being the lowest.
    valid_quantity_bitmask: 2 ** event.maxSeats - 1,
  };
}

function datesOf(voice: Voice, event: EventSpec): Record<string, unknown> {
  const dates = performancesBetween(event, voice.desk.world.clock.now()).map(({ date }) => date);
  const bits = (numbers: readonly number[]) => numbers.reduce((mask, number) => mask | (1 << number), 0);
  const years: Record<string, Record<string, number>> = {};
  for (const month of new Set(dates.map((date) => date.slice(0, 7)))) {
    const days = dates.filter((date) => date.startsWith(month)).map((date) => Number(date.slice(8)) - 1);
    const year = `year_${month.slice(0, 4)}`;
    years[year] = { ...years[year], [MONTHS[Number(month.slice(5)) - 1] ?? '']: bits(days) >>> 0 };
  }
  const plain = (date: string | undefined) => date?.replaceAll('-', '');
  return {
    available_dates: known({
      first_yyyymmdd: plain(dates[0]),
      last_yyyymmdd: plain(dates.at(-1)),
      ...years,
    }),
    available_weekdays_bitmask: bits(dates.map(weekday)),
  };
}
