import { Picture } from '@/components/ui/picture';
import type { EventView as Event, ShopSupplier } from '@/lib/api/page-types';
import { formatAmount } from '@/lib/checkout/money';
import { formatDays } from '@/lib/i18n/dates';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { ChooseTickets, type Choosing } from './choose-tickets';
import { EventAbout } from './event-about';
import { Tickets } from './tickets';

interface EventViewProps {
  event: Event;
  supplier: ShopSupplier;
  /** What is chosen from on this page, or the basket that a choice in the supplier's picker joins. */
  tickets: Choosing | { readonly handle?: string };
  locale: Locale;
}

const COLUMNS = 'mx-auto grid max-w-6xl gap-12 px-5 py-12 sm:px-8';

/** An event: its picture and name on the marquee, then tickets and words side by side. */
export function EventView({ event, supplier, tickets, locale }: EventViewProps) {
  const t = translator(locale, 'shop');
  // No price and no way to tickets that nobody can have.
  const gone = 'showings' in tickets && nothingIn(tickets);
  const place = [event.venue, event.city].filter(Boolean).join(', ');
  return (
    <main id="content" aria-labelledby="event" className="flex-1">
      <section className="bg-house text-house-ink">
        <div className="mx-auto grid max-w-6xl gap-8 px-5 pt-4 pb-10 sm:px-8 lg:grid-cols-2 lg:items-center lg:gap-12 lg:pt-8 lg:pb-14">
          <Picture
            src={event.hero ?? event.image}
            alt=""
            priority
            className="aspect-video w-full rounded-xl shadow-lift lg:order-2"
          />
          <div className="space-y-4">
            {event.category && (
              <p className="supplied font-semibold text-spot">
                <bdi>{event.category}</bdi>
              </p>
            )}
            <h1 id="event" className="supplied text-title font-extrabold lg:text-5xl lg:leading-[1.04]">
              <bdi>{event.title}</bdi>
            </h1>
            <div className="supplied space-y-1 text-lg text-house-muted">
              {place && (
                <p>
                  <bdi>{place}</bdi>
                </p>
              )}
              {event.dates && <p>{formatDays(event.dates.from, event.dates.to, locale)}</p>}
            </div>
            {event.from && !gone && (
              <div>
                <p className="figures text-xl font-bold">
                  {t('event.from', { price: formatAmount(event.from, locale) })}
                </p>
                <p className="text-sm text-house-muted">{t('event.fromNote')}</p>
              </div>
            )}
            {!gone && (
              <a
                href="#tickets"
                className="inline-flex min-h-12 items-center rounded-full bg-spot px-7 font-semibold text-spot-ink hover:bg-spot-strong"
              >
                {t('event.tickets')}
              </a>
            )}
          </div>
        </div>
        <div aria-hidden className="bulbs" />
      </section>
      {'showings' in tickets ? (
        <div className={`${COLUMNS} lg:grid-cols-[minmax(0,1fr)_minmax(0,23rem)]`}>
          <ChooseTickets event={event} supplier={supplier} choosing={tickets} locale={locale} />
          <EventAbout event={event} dates={false} locale={locale} />
        </div>
      ) : (
        <div className={`${COLUMNS} lg:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]`}>
          <EventAbout event={event} dates locale={locale} />
          <Tickets event={event} supplier={supplier} handle={tickets.handle} locale={locale} />
        </div>
      )}
    </main>
  );
}

/** Known to have no dates and no tickets; a supplier that does not answer just now is none of that. */
function nothingIn({ showings, offers }: Choosing): boolean {
  return showings.length === 0 && offers != null && 'offers' in offers && offers.offers.length === 0;
}
