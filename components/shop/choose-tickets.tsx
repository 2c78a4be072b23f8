import type { ChosenLine, EventView, ShopOffers, ShopSupplier } from '@/lib/api/page-types';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { dateText } from './dates/date-chips';
import { DatePicker } from './dates/date-picker';
import { placesOf } from './dates/places';
import type { DateChoice, Showing } from './dates/showings';
import { OffersSection, type Refused } from './offers/offers-section';

/** What the page knows of an event whose tickets are chosen on it. */
export interface Choosing {
  readonly showings: readonly Showing[];
  readonly choice: DateChoice;
  /** Of the chosen date; undefined while a date is still to be chosen. */
  readonly offers: ShopOffers | undefined;
  readonly chosen: readonly ChosenLine[];
  readonly refused: Refused | null;
}

interface ChooseTicketsProps {
  event: EventView;
  supplier: ShopSupplier;
  choosing: Choosing;
  locale: Locale;
}

/** Date first, where there are dates; then what can be had. */
export function ChooseTickets({ event, supplier, choosing, locale }: ChooseTicketsProps) {
  const t = translator(locale, 'shop');
  const { showings, choice, offers, chosen, refused } = choosing;
  const date = choice.chosen?.date ?? null;
  const same = showings.filter((showing) => showing.date === date);
  return (
    <section id="tickets" aria-label={t('event.choose')} className="min-w-0 space-y-8 max-lg:order-first">
      {showings.length > 0 && (
        <DatePicker
          showings={showings}
          choice={choice}
          places={placesOf(supplier.id, event.id, choice.chosen)}
          locale={locale}
        />
      )}
      {offers !== undefined && (
        <OffersSection
          supplier={supplier}
          event={event.id}
          date={date}
          when={same.length > 0 ? dateText(same, locale) : null}
          offers={offers}
          chosen={chosen}
          refused={refused}
          locale={locale}
        />
      )}
      <p className="text-sm text-muted">{t('results.soldBy', { supplier: supplier.name })}</p>
    </section>
  );
}
