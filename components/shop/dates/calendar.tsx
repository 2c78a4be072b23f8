import { ChevronLeft, ChevronRight } from 'lucide-react';
import { formatLongDay, formatMonth, weekdayNames } from '@/lib/i18n/dates';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { type MonthGrid, monthGrid, type Square } from './month';
import { type Places, placeOfDay } from './places';
import type { DateChoice, Showing } from './showings';

interface CalendarProps {
  month: string;
  showings: readonly Showing[];
  choice: DateChoice;
  places: Places;
  locale: Locale;
}

/** One month of dates as a table of links. Months without any are left out of the leafing. */
export function Calendar({ month, showings, choice, places, locale }: CalendarProps) {
  const t = translator(locale, 'shop');
  const grid = monthGrid(month, showings);
  const name = formatMonth(month, locale);
  return (
    <div className="space-y-3 rounded-lg border border-line bg-raised p-3 sm:p-5">
      <div className="flex items-center justify-between gap-2">
        <Leaf grid={grid} to="previous" places={places} locale={locale} />
        <p className="font-display text-xl font-bold">{name}</p>
        <Leaf grid={grid} to="next" places={places} locale={locale} />
      </div>
      <table className="w-full table-fixed text-center">
        <caption className="sr-only">{t('dates.calendar', { month: name })}</caption>
        <thead>
          <tr>
            {weekdayNames(locale).map(({ short, long }) => (
              <th key={long} scope="col" className="pb-1 text-sm font-medium text-muted">
                <span aria-hidden>{short}</span>
                <span className="sr-only">{long}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.weeks.map((week) => (
            <tr key={week.find(Boolean)?.day}>
              {week.map((square, weekday) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a square is its weekday.
                <td key={weekday} className="p-0.5">
                  {square && <Day square={square} choice={choice} places={places} locale={locale} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const SQUARE = 'figures grid min-h-11 w-full place-items-center rounded-md';

function Day({
  square,
  choice,
  places,
  locale,
}: { square: Square } & Omit<CalendarProps, 'month' | 'showings'>) {
  const t = translator(locale, 'shop');
  const { day, showings } = square;
  const number = Number(day.slice(-2));
  if (showings.length === 0) return <span className={`${SQUARE} text-muted`}>{number}</span>;
  const chosen = day === choice.day;
  return (
    <a
      href={placeOfDay(places, day, showings)}
      aria-label={t('dates.day', { day: formatLongDay(day, locale), count: showings.length })}
      aria-current={chosen ? 'date' : undefined}
      className={`${SQUARE} border-2 font-bold ${
        chosen
          ? 'border-accent bg-accent text-accent-ink'
          : 'border-transparent bg-accent-soft text-ink hover:border-accent'
      }`}
    >
      {number}
    </a>
  );
}

interface LeafProps {
  grid: MonthGrid;
  to: 'previous' | 'next';
  places: Places;
  locale: Locale;
}

/** To the nearest month that has dates; keeps its room where there is none. */
function Leaf({ grid, to, places, locale }: LeafProps) {
  const month = grid[to];
  const Icon = to === 'previous' ? ChevronLeft : ChevronRight;
  if (month === null) return <span className="size-11" />;
  return (
    <a
      href={places.month(month)}
      rel={to === 'previous' ? 'prev' : 'next'}
      aria-label={translator(locale, 'shop')(`dates.${to}`, { month: formatMonth(month, locale) })}
      className="grid size-11 place-items-center rounded-full border border-edge hover:border-ink hover:bg-sunken"
    >
      <Icon aria-hidden className="size-5 rtl:rotate-180" />
    </a>
  );
}
