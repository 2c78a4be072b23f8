import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { BasketView } from '@/lib/api/page-types';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { BasketClock } from './basket-clock';
import { BasketItem } from './basket-item';
import { BasketTotals } from './basket-totals';

/** One basket: what is in it, until when, what it costs, and the two ways on. */
export function BasketCard({
  basket,
  serverNow,
  locale,
}: {
  basket: BasketView;
  serverNow: string;
  locale: Locale;
}) {
  const t = translator(locale, 'shop');
  const { quote, supplier, handle } = basket;
  return (
    <section aria-label={t('basket.from', { supplier: supplier.name })} className="stub">
      <div className="space-y-5 p-5 sm:p-7">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 className="text-xl">{t('basket.from', { supplier: supplier.name })}</h2>
          {quote?.expiresAt && (
            <BasketClock expiresAt={quote.expiresAt} serverNow={serverNow} locale={locale} />
          )}
        </div>
        {!quote && <Alert tone="warning">{t('basket.unavailable', { supplier: supplier.name })}</Alert>}
        {quote && quote.discarded.length > 0 && (
          <Alert tone="warning" title={t('basket.gone')}>
            {quote.discarded.map(({ text }) => text).join('\n')}
          </Alert>
        )}
        <ul className="divide-y divide-line">
          {quote?.items.map((item) => (
            <BasketItem key={item.id} item={item} supplier={supplier.id} handle={handle} locale={locale} />
          ))}
        </ul>
      </div>
      <div className="tear" />
      <div className="space-y-5 p-5 sm:p-7">
        <BasketTotals totals={quote?.totals ?? []} locale={locale} />
        <div className="flex flex-wrap gap-3">
          {quote && quote.items.length > 0 && (
            <form method="post" action="/basket/checkout" className="flex-1">
              <input type="hidden" name="supplier" value={supplier.id} />
              <input type="hidden" name="handle" value={handle} />
              <Button size="wide">{t('basket.checkout')}</Button>
            </form>
          )}
          <Button asChild kind="secondary">
            <a href="/">{t('basket.another')}</a>
          </Button>
        </div>
      </div>
    </section>
  );
}
