import { Badge } from '@/components/ui/badge';
import { Price } from '@/components/ui/price';
import type { CheckoutView, ItemView } from '@/lib/api/schemas/checkout';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { withoutTitle } from '../without-title';

interface ChangeEntryProps {
  change: CheckoutView['changes'][number];
  /** What it happened to; absent for the whole order, and for what was left out of it. */
  item: ItemView | undefined;
  locale: Locale;
}

/** One thing that is not as it was: what it was where that is known, and what it is now. */
export function ChangeEntry({ change, item, locale }: ChangeEntryProps) {
  const t = translator(locale, 'checkout');
  const { kind, text, before, after } = change;
  const seats = kind === 'seats' ? (item?.seats ?? []) : [];
  return (
    <>
      <Badge tone="warning">{t(`review.kinds.${kind}`)}</Badge>
      {item && (
        <p className="supplied font-semibold">
          <bdi>{item.title}</bdi>
        </p>
      )}
      {text && <p className="supplied">{withoutTitle(text, item?.title)}</p>}
      {((before && after) || seats.length > 0) && (
        <dl className="flex flex-wrap gap-x-8 gap-y-2 pt-1">
          {before && after && (
            <>
              <div>
                <dt className="eyebrow">{t('review.was')}</dt>
                <dd>
                  <s>
                    <Price value={before} locale={locale} className="text-muted" />
                  </s>
                </dd>
              </div>
              <div>
                <dt className="eyebrow">{t('review.now')}</dt>
                <dd>
                  <Price value={after} locale={locale} className="text-lg font-bold" />
                </dd>
              </div>
            </>
          )}
          {seats.length > 0 && (
            <div>
              <dt className="eyebrow">{t('review.seatsNow')}</dt>
              <dd className="supplied text-lg font-bold">
                <bdi>{seats.join(', ')}</bdi>
              </dd>
            </div>
          )}
        </dl>
      )}
    </>
  );
}
