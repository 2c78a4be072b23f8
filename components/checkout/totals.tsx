import { Price } from '@/components/ui/price';
import type { CheckoutView } from '@/lib/api/schemas/checkout';
import { formatAmount } from '@/lib/checkout/money';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

type Totals = CheckoutView['totals'][number];

const LINES = ['items', 'fees', 'delivery', 'discount'] as const;
const NAMES = { items: 'tickets', fees: 'fees', delivery: 'delivery', discount: 'discount' } as const;

/** What it costs in one currency, fees on a line of their own. `paid` names the last line when nothing is due any more. */
export function TotalsTable({ totals, locale, paid }: { totals: Totals; locale: Locale; paid: boolean }) {
  const t = translator(locale, 'checkout');
  const { currency, exponent } = totals;
  const price = (amount: number) => <Price value={{ amount, currency, exponent }} locale={locale} />;
  return (
    <div>
      <dl className="space-y-1.5">
        {LINES.filter((line) => line === 'items' || totals[line] !== 0).map((line) => (
          <div key={line} className="flex justify-between gap-4 text-muted">
            <dt>{t(`summary.${NAMES[line]}`)}</dt>
            <dd>{price(line === 'discount' ? -Math.abs(totals.discount) : totals[line])}</dd>
          </div>
        ))}
        {totals.paidBefore ? (
          <div className="flex justify-between gap-4 text-muted">
            <dt>{t('summary.paidBefore')}</dt>
            <dd>{price(-totals.paidBefore)}</dd>
          </div>
        ) : null}
        <div className="flex items-baseline justify-between gap-4 pt-1.5 font-display text-xl font-bold">
          <dt>{t(paid ? 'summary.totalPaid' : 'summary.total')}</dt>
          <dd>{price(totals.due)}</dd>
        </div>
      </dl>
      {totals.indication && (
        <p className="text-end text-sm text-muted">
          {t('summary.indication', { amount: formatAmount(totals.indication, locale) })}
        </p>
      )}
    </div>
  );
}
