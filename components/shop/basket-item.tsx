import { ItemFacts } from '@/components/checkout/item-facts';
import { Notices } from '@/components/checkout/notices';
import { Button } from '@/components/ui/button';
import { Picture } from '@/components/ui/picture';
import { Price } from '@/components/ui/price';
import type { BasketView, QuoteView } from '@/lib/api/page-types';
import { formatAmount } from '@/lib/checkout/money';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { BasketRemove } from './basket-remove';

interface BasketItemProps {
  item: QuoteView['items'][number];
  basket: BasketView;
  locale: Locale;
}

/** One item as it would be held. What was chosen on our pages can be changed there. */
export function BasketItem({ item, basket, locale }: BasketItemProps) {
  const t = translator(locale, 'shop');
  const fee = translator(locale, 'checkout')('summary.fee', { fee: formatAmount(item.fee, locale) });
  const line = item.line === undefined ? undefined : basket.lines[item.line];
  const removable = line?.key ?? (basket.lines.length === 0 ? item.id : undefined);
  // A quote need not say again what was chosen.
  const seats = item.seats?.length ? item.seats : line?.seats;
  const said = new Set([...item.notices, ...(line?.notices ?? [])]);
  return (
    <li className="flex gap-4 py-5 first:pt-0 last:pb-0 sm:gap-6">
      <Picture src={item.image ?? line?.image} alt="" className="size-20 shrink-0 rounded-md sm:size-28" />
      <div className="min-w-0 flex-1 space-y-1">
        <h3 className="supplied text-lg leading-snug font-bold">
          <bdi>{item.title}</bdi>
        </h3>
        <ItemFacts item={{ ...item, seats: seats && [...seats] }} locale={locale} />
        <Notices notices={[...said]} locale={locale} />
        <div className="flex flex-wrap items-center justify-between gap-x-4 pt-1">
          <p>
            <Price value={item.price} locale={locale} className="font-semibold" />
            {item.fee.amount > 0 && <span className="text-sm text-muted"> {fee}</span>}
          </p>
          <div className="-mx-4 flex flex-wrap items-center">
            {line && (
              <Button asChild kind="quiet" size="small">
                <a href={line.href} aria-label={t('basket.changeItem', { title: item.title })}>
                  {t('basket.change')}
                </a>
              </Button>
            )}
            {removable !== undefined && (
              <BasketRemove basket={basket} item={removable} title={item.title} locale={locale} />
            )}
          </div>
        </div>
      </div>
    </li>
  );
}
