import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { BasketView } from '@/lib/api/page-types';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { BasketRemove } from './basket-remove';

/** A basket without prices: its supplier does not answer, or refuses the whole. What is in it can still be taken out. */
export function BasketStanding({ basket, locale }: { basket: BasketView; locale: Locale }) {
  const t = translator(locale, 'shop');
  const { supplier, refusals, lines } = basket;
  const refused = refusals.length > 0;
  return (
    <div className="space-y-4">
      <Alert tone="warning" title={refused ? t('basket.refused', { supplier: supplier.name }) : undefined}>
        {refused
          ? refusals.map(({ text }) => text).join('\n')
          : t('basket.unavailable', { supplier: supplier.name })}
      </Alert>
      {lines.length > 0 && (
        <ul className="divide-y divide-line">
          {lines.map((line) => {
            const title = line.title ?? t('basket.unknownEvent');
            return (
              <li key={line.key} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
                <a href={line.href} className="supplied min-w-0 font-semibold underline underline-offset-4">
                  <bdi>{t('basket.goneLine', { title, count: line.quantity })}</bdi>
                </a>
                <BasketRemove basket={basket} item={line.key} title={title} locale={locale} />
              </li>
            );
          })}
        </ul>
      )}
      {!refused && (
        <form method="get">
          <Button kind="secondary" size="small">
            {t('basket.retry')}
          </Button>
        </form>
      )}
    </div>
  );
}
