import { Alert } from '@/components/ui/alert';
import type { ShopEventPage } from '@/lib/api/page-types';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { EventCard } from './event-card';
import { Paging } from './paging';

interface ResultsProps {
  found: ShopEventPage;
  text: string;
  locale: Locale;
}

/** The grid, and honest words where it is empty or incomplete. */
export function Results({ found, text, locale }: ResultsProps) {
  const t = translator(locale, 'shop');
  const down = found.failures.map(({ name }) => name);
  const nothing = found.events.length === 0;
  return (
    <div className="space-y-8">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 className="supplied text-title">
          {text ? t('results.found', { count: found.total, text }) : t('results.all')}
        </h2>
        {text && (
          <a href="/" className="font-semibold underline underline-offset-4">
            {t('results.clear')}
          </a>
        )}
      </div>
      {down.length > 0 && (
        <Alert tone="warning">
          {nothing ? t('downAll') : t('down', { supplier: new Intl.ListFormat(locale).format(down) })}
        </Alert>
      )}
      {nothing && down.length === 0 && (
        <div className="space-y-2 rounded-lg bg-sunken px-6 py-14 text-center">
          <p className="font-display text-2xl font-bold">{t('empty.title')}</p>
          <p className="text-muted">{text ? t('empty.text') : t('empty.nothing')}</p>
        </div>
      )}
      <ul className="grid grid-cols-2 gap-x-4 gap-y-8 sm:grid-cols-3 sm:gap-x-6 sm:gap-y-10 lg:grid-cols-4">
        {found.events.map((event, index) => (
          <li key={`${event.supplier}/${event.id}`} className="flex">
            <div className="flex-1">
              <EventCard event={event} locale={locale} priority={index < 4} />
            </div>
          </li>
        ))}
      </ul>
      <Paging page={found.page} pages={found.pages} text={text} locale={locale} />
    </div>
  );
}
