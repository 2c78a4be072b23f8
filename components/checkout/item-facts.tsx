import { DateTime } from '@/components/ui/date-time';
import type { ItemView } from '@/lib/api/schemas/checkout';
import { formatDay } from '@/lib/i18n/dates';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

type Priced = Pick<ItemView, 'startsAt' | 'timeZone' | 'day' | 'venue' | 'tickets' | 'seats' | 'delivery'>;

/** When, where, which tickets, which seats, how they travel: a few quiet lines under a title. */
export function ItemFacts({ item, locale }: { item: Priced; locale: Locale }) {
  const t = translator(locale, 'checkout');
  return (
    <div className="space-y-0.5 text-sm text-muted">
      {item.startsAt && (
        <p>
          <DateTime at={item.startsAt} timeZone={item.timeZone} locale={locale} />
        </p>
      )}
      {!item.startsAt && item.day && (
        <p>
          <time dateTime={item.day}>{formatDay(item.day, locale)}</time>
        </p>
      )}
      {item.venue && (
        <p className="supplied">
          <bdi>{item.venue}</bdi>
        </p>
      )}
      {item.tickets.map(({ type, label, quantity }) => (
        <p key={type} className="supplied">
          {t('summary.ticket', { quantity, label })}
        </p>
      ))}
      {item.seats && item.seats.length > 0 && (
        <p className="supplied">
          {t('summary.seats', { count: item.seats.length })} <bdi>{item.seats.join(', ')}</bdi>
        </p>
      )}
      {item.delivery && (
        <p className="supplied">
          {t('summary.delivery')}: <bdi>{item.delivery}</bdi>
        </p>
      )}
    </div>
  );
}
