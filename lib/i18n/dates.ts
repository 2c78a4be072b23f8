import { dateFormat } from '@/lib/checkout/formats';

/** A moment in the venue's own time, with the zone named: "Sat 5 December 2026, 19:30 GMT". */
export function formatMoment(at: number | string, timeZone: string | undefined, locale: string): string {
  return dateFormat(region(locale), {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: timeZone ?? 'UTC',
    timeZoneName: 'short',
  }).format(new Date(at));
}

/** A time of day in a zone, with the zone named: "19:45 GMT". */
export function formatTime(at: number | string, timeZone: string | undefined, locale: string): string {
  return dateFormat(region(locale), {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: timeZone ?? 'UTC',
    timeZoneName: 'short',
  }).format(new Date(at));
}

/** The days between two moments, as short as the locale allows: "5 – 28 Dec 2026". */
export function formatDays(from: number | string, to: number | string, locale: string): string {
  return dateFormat(region(locale), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatRange(new Date(from), new Date(to));
}

/** A calendar day: "Sat 5 Dec 2026". Takes `2026-12-05`. */
export function formatDay(date: string, locale: string): string {
  return dateFormat(region(locale), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}

/** A calendar day in full: "Saturday 5 December 2026". Takes `2026-12-05`. */
export function formatLongDay(date: string, locale: string): string {
  return dateFormat(region(locale), { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** "December 2026". Takes `2026-12`. */
export function formatMonth(month: string, locale: string): string {
  return dateFormat(region(locale), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

/** Names of the days from Monday to Sunday: "Mon" and "Monday". */
export function weekdayNames(locale: string): readonly { readonly short: string; readonly long: string }[] {
  const name = (weekday: 'short' | 'long', day: number) =>
    // The fifth of January 2026 was a Monday.
    dateFormat(region(locale), { weekday, timeZone: 'UTC' }).format(Date.UTC(2026, 0, 5 + day));
  return Array.from({ length: 7 }, (_, day) => ({ short: name('short', day), long: name('long', day) }));
}

/** Plain `en` means American dates to `Intl`; ours are European. */
function region(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale;
}
