import { localAt } from '../../core/local-time';

const MINUTE_MS = 60_000;

/** ISO 8601 on the venue's clock with its offset, `Z` where there is none: `2017-06-05T19:30:00+01:00`. */
export function isoAt(ms: number, timeZone: string): string {
  const local = localAt(ms, timeZone);
  const minutes = Math.round((Date.parse(`${local}Z`) - ms) / MINUTE_MS);
  if (minutes === 0) return `${local}Z`;
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Whole seconds in UTC: `2018-05-24T15:13:07Z`. */
export function utc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** `Mon, 5th June 2017`. */
export function dateDesc(date: string): string {
  const ms = Date.parse(`${date}T00:00Z`);
  const day = Number(date.slice(8));
  const end =
    day % 10 === 1 && day !== 11
      ? 'st'
      : day % 10 === 2 && day !== 12
        ? 'nd'
        : day % 10 === 3 && day !== 13
          ? 'rd'
          : 'th';
  return `${WEEKDAY.format(ms)}, ${day}${end} ${MONTH.format(ms)} ${date.slice(0, 4)}`;
}

/** `7.30 PM`. */
export function timeDesc(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return `${hours % 12 || 12}.${String(minutes).padStart(2, '0')} ${hours < 12 ? 'AM' : 'PM'}`;
}
