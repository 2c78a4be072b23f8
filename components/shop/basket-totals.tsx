import { TotalsTable } from '@/components/checkout/totals';
import type { QuoteView } from '@/lib/api/page-types';
import type { Locale } from '@/lib/i18n/messages';

/** One table a currency: sums of different money do not exist. */
export function BasketTotals({ totals, locale }: { totals: QuoteView['totals']; locale: Locale }) {
  return totals.map((total) => (
    <TotalsTable key={total.currency} totals={total} locale={locale} paid={false} />
  ));
}
