import { Button } from '@/components/ui/button';
import type { BasketView } from '@/lib/api/page-types';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { BasketClock } from './basket-clock';
import { BasketDelivery } from './basket-delivery';
import { BasketGone } from './basket-gone';
import { BasketItem } from './basket-item';
import { BasketPromo } from './basket-promo';
import { BasketStanding } from './basket-standing';
import { BasketTotals } from './basket-totals';

interface BasketCardProps {
  basket: BasketView;
  serverNow: string;
  locale: Locale;
}

/** One basket: what is in it, until when, how it travels, what it costs, and the two ways on. */
export function BasketCard({ basket, serverNow, locale }: BasketCardProps) {
  const t = translator(locale, 'shop');
  const { quote, supplier, handle, lines } = basket;
  const buys = quote !== null && quote.items.length > 0;
  const form = `checkout-${supplier.id}`;
  const gone =
    quote?.discarded.flatMap(({ line }) => (line === undefined ? [] : (lines[line]?.key ?? []))) ?? [];
  return (
    <section aria-label={t('basket.from', { supplier: supplier.name })} className="stub">
      <div className="space-y-5 p-5 sm:p-7">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 className="supplied text-xl">{t('basket.from', { supplier: supplier.name })}</h2>
          {quote?.expiresAt && (
            <BasketClock expiresAt={quote.expiresAt} serverNow={serverNow} locale={locale} />
          )}
        </div>
        {quote ? (
          <BasketGone basket={basket} discarded={quote.discarded} buys={buys} locale={locale} />
        ) : (
          <BasketStanding basket={basket} locale={locale} />
        )}
        <ul className="divide-y divide-line">
          {quote?.items.map((item) => (
            <BasketItem key={item.id} item={item} basket={basket} locale={locale} />
          ))}
        </ul>
      </div>
      <div className="tear" />
      <form id={form} method="post" action="/basket/checkout" className="space-y-6 p-5 sm:p-7">
        <input type="hidden" name="supplier" value={supplier.id} />
        <input type="hidden" name="handle" value={handle} />
        {gone.map((key) => (
          <input key={key} type="hidden" name="gone" value={key} />
        ))}
        {buys && <BasketDelivery groups={quote.delivery} locale={locale} />}
        {buys && <BasketPromo basket={basket} promo={quote.promo} locale={locale} />}
        <BasketTotals totals={buys ? quote.totals : []} locale={locale} />
        <div className="flex flex-wrap gap-3">
          {buys && (
            <Button size="wide" className="flex-1">
              {t('basket.checkout')}
            </Button>
          )}
          <Button asChild kind="secondary" className="max-sm:w-full">
            <a href="/">{t('basket.another')}</a>
          </Button>
        </div>
      </form>
    </section>
  );
}
