import { withoutTitle } from '@/components/checkout/without-title';
import { Alert } from '@/components/ui/alert';
import type { BasketView, QuoteView } from '@/lib/api/page-types';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { BasketRemove } from './basket-remove';

interface BasketGoneProps {
  basket: BasketView;
  discarded: QuoteView['discarded'];
  /** Whether anything else is left to buy. */
  buys: boolean;
  locale: Locale;
}

/** What the supplier left out and why, each with its way out of the basket. Checkout goes on without it. */
export function BasketGone({ basket, discarded, buys, locale }: BasketGoneProps) {
  const t = translator(locale, 'shop');
  if (discarded.length === 0) return null;
  return (
    <Alert tone="warning" title={t('basket.gone')}>
      <ul className="space-y-2">
        {discarded.map(({ text, line: index, item }, place) => {
          const line = index === undefined ? undefined : basket.lines[index];
          const title = line && (line.title ?? t('basket.unknownEvent'));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same reason may come twice, and the list never reorders.
            <li key={`${line?.key ?? item}-${place}`}>
              {line && title && (
                <span className="flex flex-wrap items-center justify-between gap-x-3">
                  <a href={line.href} className="font-semibold underline underline-offset-4">
                    <bdi>{t('basket.goneLine', { title, count: line.quantity })}</bdi>
                  </a>
                  <BasketRemove basket={basket} item={line.key} title={title} locale={locale} />
                </span>
              )}
              {withoutTitle(text, title)}
            </li>
          );
        })}
      </ul>
      <p className="mt-2">{t(buys ? 'basket.goneNote' : 'basket.goneAll', { count: discarded.length })}</p>
    </Alert>
  );
}
