import { DateTime } from '@/components/ui/date-time';
import type { ItemView } from '@/lib/api/schemas/checkout';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

type Priced = Pick<ItemView, 'startsAt' | 'timeZone' | 'venue' | 'tickets' | 'seats'>;

/** When, where, which tickets, which seats: a few quiet lines under a title. */
export function ItemFacts({ item, locale }: { item: Priced; locale: Locale }) {
  const t = translator(locale, 'checkout');
  return (
    <div className="space-y-0.5 text-sm text-muted">
      {item.startsAt && (
        <p>
          <DateTime at={item.startsAt} timeZone={item.timeZone} locale={locale} />
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
    </div>
  );
}
