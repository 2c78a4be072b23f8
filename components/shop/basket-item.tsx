import { Trash2 } from 'lucide-react';
import { ItemFacts } from '@/components/checkout/item-facts';
import { Button } from '@/components/ui/button';
import { Picture } from '@/components/ui/picture';
import { Price } from '@/components/ui/price';
import type { QuoteView } from '@/lib/api/page-types';
import { formatAmount } from '@/lib/checkout/money';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

interface BasketItemProps {
  item: QuoteView['items'][number];
  supplier: string;
  handle: string;
  locale: Locale;
}

export function BasketItem({ item, supplier, handle, locale }: BasketItemProps) {
  const t = translator(locale, 'shop');
  const fee = translator(locale, 'checkout')('summary.fee', { fee: formatAmount(item.fee, locale) });
  return (
    <li className="flex gap-4 py-5 sm:gap-6">
      <Picture src={item.image} alt="" className="size-20 shrink-0 rounded-md sm:size-28" />
      <div className="min-w-0 flex-1 space-y-1">
        <h3 className="supplied text-lg leading-snug font-bold">
          <bdi>{item.title}</bdi>
        </h3>
        <ItemFacts item={item} locale={locale} />
        {item.notices.length > 0 && (
          <details className="text-sm text-muted">
            <summary className="py-1 underline underline-offset-4">{t('event.notices')}</summary>
            <p className="supplied">{item.notices.join('\n')}</p>
          </details>
        )}
        <div className="flex flex-wrap items-center justify-between gap-x-4 pt-1">
          <p>
            <Price value={item.price} locale={locale} className="font-semibold" />
            {item.fee.amount > 0 && <span className="text-sm text-muted"> {fee}</span>}
          </p>
          <form method="post" action="/basket/remove">
            <input type="hidden" name="supplier" value={supplier} />
            <input type="hidden" name="handle" value={handle} />
            <input type="hidden" name="item" value={item.id} />
            <Button kind="quiet" size="small" aria-label={t('basket.removeItem', { title: item.title })}>
              <Trash2 aria-hidden className="size-4" />
              {t('basket.remove')}
            </Button>
          </form>
        </div>
      </div>
    </li>
  );
}
