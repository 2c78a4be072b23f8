import { ChevronDown } from 'lucide-react';
import { Picture } from '@/components/ui/picture';
import { Price } from '@/components/ui/price';
import type { ItemView } from '@/lib/api/schemas/checkout';
import { formatAmount } from '@/lib/checkout/money';
import { translator } from '@/lib/i18n/translator';
import { ItemFacts } from './item-facts';
import { Notices } from './notices';
import type { Shown } from './shown';
import { TotalsTable } from './totals';

const RESTS: ReadonlySet<Shown['view']['next']['action']> = new Set([
  'done',
  'wait',
  'hold_again',
  'start_over',
]);

/** What is being bought and what it costs, as a ticket with its stub. Folds without JavaScript. */
export function Summary({ view, locale }: Shown) {
  const t = translator(locale, 'checkout');
  // Nobody is told to pay where money has moved, or may have, while there is nothing to do but wait, or for what is not held.
  const paid = RESTS.has(view.next.action) || view.money.state !== 'none';
  return (
    <details open className="stub group" data-print="no">
      <summary className="flex list-none items-center justify-between gap-4 rounded-lg p-5">
        <h2 className="text-lg font-bold">{t('summary.title')}</h2>
        <span className="flex items-center gap-2 text-sm text-muted">
          {t('summary.items', { count: view.items.length })}
          <ChevronDown aria-hidden className="size-5 transition-transform group-open:rotate-180" />
        </span>
      </summary>
      <ul className="space-y-5 px-5 pb-5">
        {view.items.map((item) => (
          <SummaryItem key={item.id} item={item} locale={locale} />
        ))}
      </ul>
      <div className="tear" />
      <div className="space-y-5 p-5">
        {view.totals.map((totals) => (
          <TotalsTable key={totals.currency} totals={totals} locale={locale} paid={paid} />
        ))}
      </div>
    </details>
  );
}

function SummaryItem({ item, locale }: { item: ItemView; locale: Shown['locale'] }) {
  const t = translator(locale, 'checkout');
  return (
    <li className="flex gap-4">
      <Picture src={item.image} alt="" className="size-16 shrink-0 rounded-md" />
      <div className="min-w-0 flex-1 space-y-1">
        <div className="flex justify-between gap-3">
          <h3 className="supplied font-sans font-semibold tracking-normal">
            <bdi>{item.title}</bdi>
          </h3>
          <Price value={item.price} locale={locale} className="font-semibold" />
        </div>
        <ItemFacts item={item} locale={locale} />
        <Notices notices={item.notices} locale={locale} />
        {item.fee.amount > 0 && (
          <p className="text-sm text-muted">{t('summary.fee', { fee: formatAmount(item.fee, locale) })}</p>
        )}
      </div>
    </li>
  );
}
