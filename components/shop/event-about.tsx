import { Check } from 'lucide-react';
import { DateTime } from '@/components/ui/date-time';
import type { EventView } from '@/lib/api/page-types';
import { formatDay } from '@/lib/i18n/dates';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

/** Dates shown before the rest is counted. */
const SHOWN = 8;

interface EventAboutProps {
  event: EventView;
  /** Lists the dates, where they are not chosen from beside it. */
  dates: boolean;
  locale: Locale;
}

/** What the supplier says of an event, always as text. */
export function EventAbout({ event, dates, locale }: EventAboutProps) {
  const t = translator(locale, 'shop');
  const more = event.performances.length - SHOWN;
  return (
    <div className="min-w-0 space-y-10">
      <section className="space-y-3">
        <h2 className="text-2xl">{t('event.about')}</h2>
        <p className="supplied max-w-prose text-lg leading-relaxed">{event.description || event.summary}</p>
      </section>
      {event.highlights.length > 0 && (
        <section className="space-y-3">
          <h2 className="text-2xl">{t('event.highlights')}</h2>
          <ul className="space-y-2">
            {event.highlights.map((highlight) => (
              <li key={highlight} className="flex gap-3">
                <Check aria-hidden className="mt-1 size-5 shrink-0 text-positive" />
                <span className="supplied">{highlight}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {event.facts.length > 0 && (
        <section className="space-y-3">
          <h2 className="text-2xl">{t('event.facts')}</h2>
          <dl className="divide-y divide-line border-y border-line">
            {event.facts.map(({ label, text }) => (
              <div key={label} className="grid gap-1 py-3 sm:grid-cols-[10rem_1fr] sm:gap-6">
                <dt className="supplied text-muted">{label}</dt>
                <dd className="supplied font-medium">{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {dates && event.performances.length > 0 && (
        <section className="space-y-3">
          <h2 className="text-2xl">{t('event.dates')}</h2>
          <ul className="flex flex-wrap gap-2">
            {event.performances.slice(0, SHOWN).map(({ date, startsAt, timeZone }) => (
              <li
                key={`${date} ${startsAt ?? ''}`}
                className="figures rounded-full bg-sunken px-4 py-2 text-sm"
              >
                {startsAt ? (
                  <DateTime at={startsAt} timeZone={timeZone} locale={locale} />
                ) : (
                  <time dateTime={date}>{dayText(date, locale)}</time>
                )}
              </li>
            ))}
          </ul>
          {more > 0 && <p className="text-muted">{t('event.moreDates', { count: more })}</p>}
        </section>
      )}
      {event.notices.length > 0 && (
        <section className="space-y-3">
          <h2 className="text-2xl">{t('event.notices')}</h2>
          <ul className="list-disc space-y-1.5 ps-5">
            {event.notices.map((notice) => (
              <li key={notice} className="supplied">
                {notice}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** A supplier's `date` is a day as a rule; where it is not, it is shown as it is. */
function dayText(date: string, locale: Locale): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? formatDay(date, locale) : date;
}
