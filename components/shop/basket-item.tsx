import { Info } from 'lucide-react';
import { ItemFacts } from '@/components/checkout/item-facts';
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

/** So many notices are read at a glance; a picker's supplier may send pages of them. */
const SHORT = { count: 3, length: 160 };

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
    <li className="flex gap-4 py-5 sm:gap-6">
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
          <div className="flex flex-wrap items-center">
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

/** What must be known before paying is in the open; only long texts fold. */
function Notices({ notices, locale }: { notices: readonly string[]; locale: Locale }) {
  if (notices.length === 0) return null;
  const text = notices.join('\n');
  if (notices.length <= SHORT.count && text.length <= SHORT.length) {
    return (
      <p className="supplied flex items-start gap-1.5 text-sm">
        <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
        {text}
      </p>
    );
  }
  return (
    <details className="text-sm text-muted">
      <summary className="py-1 underline underline-offset-4">
        {translator(locale, 'shop')('event.notices')}
      </summary>
      <p className="supplied">{text}</p>
    </details>
  );
}
