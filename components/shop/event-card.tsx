import { Picture } from '@/components/ui/picture';
import type { ShopEvent } from '@/lib/api/page-types';
import { formatAmount } from '@/lib/checkout/money';
import { formatDays } from '@/lib/i18n/dates';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

/** An event in the grid. The whole card leads to it; its name is the link. */
export function EventCard({
  event,
  locale,
  priority,
}: {
  event: ShopEvent;
  locale: Locale;
  priority: boolean;
}) {
  const t = translator(locale, 'shop');
  const place = [event.venue, event.city].filter(Boolean).join(', ');
  return (
    <article className="group relative flex flex-col">
      <Picture
        src={event.image}
        alt=""
        priority={priority}
        className="aspect-4/5 w-full rounded-lg shadow-card transition-shadow group-hover:shadow-lift"
      />
      <div className="flex flex-1 flex-col gap-1 pt-4">
        {event.dates && (
          <p className="text-sm font-semibold text-accent">
            {formatDays(event.dates.from, event.dates.to, locale)}
          </p>
        )}
        <h3 className="supplied text-lg leading-snug font-bold sm:text-xl">
          <a
            href={`/events/${encodeURIComponent(event.supplier)}/${encodeURIComponent(event.id)}`}
            className="decoration-2 underline-offset-4 group-hover:underline after:absolute after:inset-0"
          >
            <bdi>{event.title}</bdi>
          </a>
        </h3>
        {place && (
          <p className="supplied text-muted">
            <bdi>{place}</bdi>
          </p>
        )}
        {event.from && (
          <p className="figures mt-auto pt-2 font-semibold">
            {t('results.from', { price: formatAmount(event.from, locale) })}
          </p>
        )}
      </div>
    </article>
  );
}
