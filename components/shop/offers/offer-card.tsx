import { ChevronDown } from 'lucide-react';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import type { ChosenLine } from '@/lib/api/page-types';
import { formatAmount } from '@/lib/checkout/money';
import { choiceFault } from '@/lib/checkout/selection';
import { type Locale, messages } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { quantitiesOf, standingOf } from './choice';
import { faultText, isGapless, numbersText } from './fault-text';
import type { OfferData } from './offer-data';
import { OfferForm } from './offer-form';

interface OfferCardProps {
  supplier: string;
  event: string;
  date: string | null;
  offer: OfferData;
  /** What is in the basket of it. */
  chosen: ChosenLine | undefined;
  /** What came back because the offer does not allow it. */
  refused: ChosenLine | undefined;
  open: boolean;
  locale: Locale;
}

/** One price list, such as an area of the house: what it costs, what is to be known, and the form to buy. */
export function OfferCard({ supplier, event, date, offer, chosen, refused, open, locale }: OfferCardProps) {
  const t = translator(locale, 'shop');
  const words = messages[locale].shop.choose;
  const { soldOut, left } = standingOf(offer);
  const asked = refused ?? chosen;
  const initial = {
    quantities: quantitiesOf(offer.ticketTypes, (type) => asked?.quantities[type]),
    seats: asked?.seats ?? [],
  };
  const fault = refused ? choiceFault(offer, { ...initial, seats: refused.seats }) : null;
  return (
    <details open={open} className="stub group/offer scroll-mt-6">
      <summary className="flex list-none flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-lg p-5">
        <h3 className="supplied min-w-0 text-xl">
          <bdi>{offer.title}</bdi>
        </h3>
        <span className="ms-auto flex flex-wrap items-center justify-end gap-x-3 gap-y-1">
          {chosen && <Badge tone="positive">{t('offers.inBasket')}</Badge>}
          <Left offer={offer} soldOut={soldOut} left={left} locale={locale} />
          {!soldOut && (
            <span className="figures font-semibold whitespace-nowrap">{range(offer, t, locale)}</span>
          )}
          <ChevronDown aria-hidden className="size-5 transition-transform group-open/offer:rotate-180" />
        </span>
      </summary>
      <div className="space-y-4 px-5 pb-5">
        {offer.notices.length > 0 && <Alert>{offer.notices.join('\n')}</Alert>}
        {offer.quantities && !isGapless(offer.quantities) && !soldOut && (
          <p className="text-sm text-muted">
            {t('offers.groups', { numbers: numbersText(offer.quantities, locale) })}
          </p>
        )}
        {soldOut ? (
          <p className="text-muted">{t('offers.soldOut')}</p>
        ) : (
          <OfferForm
            supplier={supplier}
            event={event}
            date={date}
            offer={offer}
            initial={initial}
            fault={fault && faultText(fault, offer, words, locale)}
            inBasket={chosen !== undefined}
            locale={locale}
            words={words}
            buttonClass={buttonClass()}
          />
        )}
      </div>
    </details>
  );
}

/** Few are said; with a limit below what is left nobody knows how many there are. */
const FEW = 4;

interface LeftProps {
  offer: OfferData;
  soldOut: boolean;
  left: number;
  locale: Locale;
}

function Left({ offer, soldOut, left, locale }: LeftProps) {
  const t = translator(locale, 'shop');
  if (soldOut) return <Badge>{t('offers.soldOut')}</Badge>;
  if (offer.seats) {
    const free = offer.seats.filter(({ available }) => available).length;
    const few = free <= FEW;
    return (
      <Badge tone={few ? 'warning' : 'neutral'}>
        {few ? t('offers.few', { count: free }) : t('offers.seatsLeft', { count: free })}
      </Badge>
    );
  }
  return left <= FEW ? <Badge tone="warning">{t('offers.upTo', { count: left })}</Badge> : null;
}

function range(offer: OfferData, t: ReturnType<typeof translator<'shop'>>, locale: Locale): string {
  if (offer.price) return formatAmount(offer.price, locale);
  const prices = offer.ticketTypes.map(({ price }) => price).sort((a, b) => a.amount - b.amount);
  const [low] = prices;
  const high = prices.at(-1);
  if (!low || !high) return '';
  if (high.amount === 0) return t('choose.noPrice');
  const from = formatAmount(low, locale);
  return low.amount === high.amount ? from : t('offers.range', { from, to: formatAmount(high, locale) });
}
