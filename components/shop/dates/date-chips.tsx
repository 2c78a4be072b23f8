import { formatDay, formatMoment, formatTime } from '@/lib/i18n/dates';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import type { Places } from './places';
import type { Showing } from './showings';

interface DateChipsProps {
  showings: readonly Showing[];
  /** `date` of what is chosen. */
  chosen: string | undefined;
  /** Only the time, where the day is said above. */
  timesOnly?: boolean;
  places: Places;
  locale: Locale;
}

/** Dates or times to choose from, as links in a row. What shares a date is chosen with it. */
export function DateChips({ showings, chosen, timesOnly = false, places, locale }: DateChipsProps) {
  const t = translator(locale, 'shop');
  const byDate = new Map<string, Showing[]>();
  for (const showing of showings) {
    byDate.set(showing.date, [...(byDate.get(showing.date) ?? []), showing]);
  }
  return (
    <ul className="flex flex-wrap gap-2">
      {[...byDate].map(([date, group]) => (
        <li key={date}>
          <a
            href={places.date(date)}
            aria-current={date === chosen ? 'date' : undefined}
            className="figures supplied flex min-h-11 items-center rounded-full border-2 border-edge bg-raised px-4 py-1.5 font-semibold hover:border-ink aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:text-accent-ink"
          >
            {timesOnly ? timesText(group, t('dates.allDay'), locale) : dateText(group, locale)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** When a date's performances are, as exactly as is known of them all. */
export function dateText(group: readonly Showing[], locale: Locale): string {
  const [first] = group;
  if (!first) return '';
  const { date, startsAt, timeZone, day } = first;
  if (startsAt !== undefined && group.length === 1) return formatMoment(startsAt, timeZone, locale);
  return day === null ? date : formatDay(day, locale);
}

function timesText(group: readonly Showing[], allDay: string, locale: Locale): string {
  const times = group.flatMap(({ startsAt, timeZone }) =>
    startsAt === undefined ? [] : [formatTime(startsAt, timeZone, locale)],
  );
  return times.length === 0 ? allDay : new Intl.ListFormat(locale).format(times);
}
