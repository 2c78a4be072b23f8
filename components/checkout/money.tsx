import { Card, CardTitle } from '@/components/ui/card';
import { Price } from '@/components/ui/price';
import { translator } from '@/lib/i18n/translator';
import { moneyLines } from './amounts';
import type { Shown } from './shown';

/** The money ledger for people: what was paid, what comes back, what is not certain yet. */
export function Money({ view, locale }: Shown) {
  const t = translator(locale, 'checkout');
  const lines = moneyLines(view.money.entries);
  const references = [...new Set(view.money.entries.flatMap(({ reference }) => reference ?? []))];
  if (lines.length === 0) return null;
  return (
    <Card className="space-y-3">
      <CardTitle>{t('money.title')}</CardTitle>
      <dl className="divide-y divide-line">
        {lines.map(({ key, kind, amount }) => (
          <div key={key} className="flex justify-between gap-4 py-2">
            <dt>{t(`money.${kind}`)}</dt>
            <dd className="font-semibold">
              <Price value={amount} locale={locale} />
            </dd>
          </div>
        ))}
      </dl>
      {references.length > 0 && (
        <p className="text-sm break-all text-muted">
          {t('money.reference')}: <bdi dir="ltr">{references.join(', ')}</bdi>
        </p>
      )}
    </Card>
  );
}
