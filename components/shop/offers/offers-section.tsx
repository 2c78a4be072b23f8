import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { ChosenLine, ShopOffers, ShopSupplier } from '@/lib/api/page-types';
import { formatMoment, formatTime } from '@/lib/i18n/dates';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { standingOf } from './choice';
import { OfferCard } from './offer-card';
import type { OfferData } from './offer-data';

/** What the address says of a choice that came back. */
export interface Refused extends ChosenLine {
  /** Why: a rule of the offer, or `gone`. */
  readonly said: string;
}

interface OffersSectionProps {
  supplier: ShopSupplier;
  event: string;
  date: string | null;
  /** The date in words. */
  when: string | null;
  offers: ShopOffers;
  chosen: readonly ChosenLine[];
  refused: Refused | null;
  locale: Locale;
}

/** Everything that can be bought on a date, by performance where a date has several. */
export function OffersSection({
  supplier,
  event,
  date,
  when,
  offers,
  chosen,
  refused,
  locale,
}: OffersSectionProps) {
  const t = translator(locale, 'shop');
  if (offers === null) return <Down supplier={supplier} date={date} locale={locale} />;
  const list = 'offers' in offers ? offers.offers : [];
  const groups = byStart(list);
  const open = opened(list, chosen, refused);
  return (
    <div className="space-y-5">
      <h2 className="text-2xl">{when === null ? t('offers.title') : t('offers.for', { date: when })}</h2>
      {refused?.said === 'gone' && (
        <Alert tone="warning" role="status">
          {t('offers.gone')}
        </Alert>
      )}
      {list.length === 0 && (
        <div className="space-y-5 rounded-lg bg-sunken px-6 py-10 text-center">
          <p className="text-lg">
            {date === null ? t('offers.noneUndated') : `${t('offers.none')} ${t('offers.noneOther')}`}
          </p>
          {date === null && (
            <Button asChild kind="secondary">
              <a href="/">{t('basket.browse')}</a>
            </Button>
          )}
        </div>
      )}
      {groups.map(([start, group]) => (
        <section key={start} className="space-y-4">
          {groups.length > 1 && start !== '' && (
            <h3 className="text-xl">
              <time dateTime={start}>{startText(start, group[0]?.timeZone, when !== null, locale)}</time>
            </h3>
          )}
          {group.map((offer) => (
            <OfferCard
              key={offer.id}
              supplier={supplier.id}
              event={event}
              date={date}
              offer={offer}
              chosen={chosen.find((line) => line.offer === offer.id)}
              refused={refused?.offer === offer.id ? refused : undefined}
              open={open.has(offer.id)}
              locale={locale}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

/** The day is in the heading above where one was chosen. */
function startText(at: string, zone: string | undefined, dayKnown: boolean, locale: Locale): string {
  return dayKnown ? formatTime(at, zone, locale) : formatMoment(at, zone, locale);
}

function byStart(offers: readonly OfferData[]): readonly (readonly [string, readonly OfferData[]])[] {
  const groups = new Map<string, OfferData[]>();
  for (const offer of offers) {
    const start = offer.startsAt ?? '';
    groups.set(start, [...(groups.get(start) ?? []), offer]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Which are unfolded: what came back, what is in the basket, or else the first that can be bought. */
function opened(
  offers: readonly OfferData[],
  chosen: readonly ChosenLine[],
  refused: Refused | null,
): ReadonlySet<string> {
  const known = offers.filter(({ id }) => id === refused?.offer || chosen.some(({ offer }) => offer === id));
  const first = offers.find((offer) => !standingOf(offer).soldOut);
  const open = known.length > 0 ? known : first ? [first] : [];
  return new Set((offers.length <= 2 ? offers : open).map(({ id }) => id));
}

/** Nobody answers: asking again is a plain form, which keeps the date. */
function Down({ supplier, date, locale }: Pick<OffersSectionProps, 'supplier' | 'date' | 'locale'>) {
  const t = translator(locale, 'shop');
  return (
    <div className="space-y-4">
      <Alert tone="warning">{t('offers.down', { supplier: supplier.name })}</Alert>
      <form method="get" action="#tickets">
        {date !== null && <input type="hidden" name="date" value={date} />}
        <Button kind="secondary">{t('offers.retry')}</Button>
      </form>
    </div>
  );
}
