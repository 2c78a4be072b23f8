import { Alert } from '@/components/ui/alert';
import { formatLongDay } from '@/lib/i18n/dates';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { Calendar } from './calendar';
import { DateChips } from './date-chips';
import type { Places } from './places';
import type { DateChoice, Showing } from './showings';

/** So many dates fit into a list; more are leafed through by month. */
const LISTED = 8;

interface DatePickerProps {
  showings: readonly Showing[];
  choice: DateChoice;
  places: Places;
  locale: Locale;
}

/** Where a date is chosen, by plain links: a short list, or a calendar with the times of its day. */
export function DatePicker({ showings, choice, places, locale }: DatePickerProps) {
  const t = translator(locale, 'shop');
  const { chosen, day, month, gone } = choice;
  const dates = new Set(showings.map(({ date }) => date));
  const undated = showings.filter((showing) => showing.day === null);
  const listed = dates.size <= LISTED || month === null;
  const times = showings.filter((showing) => showing.day === day);
  const toChoose = chosen === null || new Set(times.map(({ date }) => date)).size > 1;
  const chips = { chosen: chosen?.date, places, locale };
  return (
    <div className="space-y-4">
      <h2 className="text-2xl">{t(dates.size === 1 ? 'dates.only' : 'dates.choose')}</h2>
      {gone && (
        <Alert tone="warning" role="status">
          {t('dates.gone')}
        </Alert>
      )}
      {listed ? (
        <DateChips showings={showings} {...chips} />
      ) : (
        <>
          <Calendar month={month} showings={showings} choice={choice} places={places} locale={locale} />
          {day !== null && toChoose && (
            <div className="space-y-2">
              <h3 className="text-lg">{t('dates.times', { day: formatLongDay(day, locale) })}</h3>
              <DateChips showings={times} timesOnly {...chips} />
            </div>
          )}
          {undated.length > 0 && <DateChips showings={undated} {...chips} />}
        </>
      )}
    </div>
  );
}
