import { ArrowUpRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { exponentOf, formatAmount } from '@/lib/checkout/money';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import type { OwnPurchase } from '@/lib/qa/purchases';
import type { SandboxLedger, Scenario } from '@/lib/qa/wire';

interface PurchasesProps {
  purchases: readonly OwnPurchase[];
  ledger: SandboxLedger;
  scenarios: readonly Scenario[];
  locale: Locale;
}

/** What this browser opened here, newest first: what the shop says of each, and what the providers say. */
export function Purchases({ purchases, ledger, scenarios, locale }: PurchasesProps) {
  const t = translator(locale, 'qa');
  if (purchases.length === 0) return <p className="text-muted">{t('purchase.none')}</p>;
  return (
    <ol className="space-y-4">
      {purchases.map((purchase) => {
        const scenario = scenarios.find(({ id }) => id === purchase.scenario);
        return (
          <li key={purchase.id}>
            <Purchase purchase={purchase} scenario={scenario} ledger={ledger} locale={locale} />
          </li>
        );
      })}
    </ol>
  );
}

interface PurchaseProps {
  purchase: OwnPurchase;
  scenario: Scenario | undefined;
  ledger: SandboxLedger;
  locale: Locale;
}

function Purchase({ purchase, scenario, ledger, locale }: PurchaseProps) {
  const t = translator(locale, 'qa');
  const { id, reference, owns } = purchase;
  const money = (amount: number, currency: string) =>
    formatAmount({ amount, currency, exponent: exponentOf(currency) }, locale);
  return (
    <Card className="space-y-4 p-5 sm:p-5">
      <div className="space-y-1">
        <p className="eyebrow">{purchase.scenario}</p>
        <h3 className="text-lg leading-snug">{scenario?.title ?? purchase.scenario}</h3>
        {scenario && <p className="text-sm text-muted">{scenario.expect}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <span className="font-semibold">{t('purchase.shop')}</span>
        <Badge>{purchase.tickets}</Badge>
        <Badge>{purchase.money}</Badge>
        {purchase.attention && <Badge tone="warning">{purchase.attention}</Badge>}
      </div>
      <dl className="figures space-y-3 text-sm">
        <Rows name={t('ledger.holds')} empty={t('ledger.empty')}>
          {ledger.holds.filter(owns).map((row) => (
            <Row key={row.provider + row.id} what={row.title} status={row.status} />
          ))}
        </Rows>
        <Rows name={t('ledger.bookings')} empty={t('ledger.empty')}>
          {ledger.bookings.filter(owns).map((row) => (
            <Row
              key={row.provider + row.id}
              what={`${row.title}, ${money(row.amount, row.currency)}`}
              status={[row.status, row.reference].filter(Boolean).join(' · ')}
            />
          ))}
        </Rows>
        <Rows name={t('ledger.charges')} empty={t('ledger.empty')}>
          {ledger.charges.filter(owns).map((row) => (
            <Row
              key={row.provider + row.id}
              what={`${row.provider}, ${money(row.amount, row.currency)}`}
              status={`${row.status} · ${t('purchase.moved', {
                captured: money(row.captured, row.currency),
                refunded: money(row.refunded, row.currency),
              })}`}
            />
          ))}
        </Rows>
      </dl>
      {scenario?.buy.later && (
        <ul className="flex flex-wrap gap-2">
          {scenario.buy.later.map(({ title }) => (
            <li key={title}>
              <form method="post" action="/qa/act">
                <input type="hidden" name="purchase" value={id} />
                <input type="hidden" name="title" value={title} />
                <Button kind="secondary" size="small">
                  {title}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <a
        href={`/checkout/${id}`}
        target="_blank"
        rel="noopener"
        className="inline-flex min-h-11 items-center gap-1 text-sm"
      >
        {t('purchase.order', { reference })}
        <ArrowUpRight aria-hidden className="size-4" />
        <span className="sr-only">{t('newTab')}</span>
      </a>
    </Card>
  );
}

interface RowsProps {
  name: string;
  empty: string;
  children: readonly ReactNode[];
}

function Rows({ name, empty, children }: RowsProps) {
  return (
    <div>
      <dt className="font-semibold">{name}</dt>
      {children.length === 0 ? <dd className="text-muted">{empty}</dd> : children}
    </div>
  );
}

function Row({ what, status }: { what: string; status: string }) {
  return (
    <dd className="flex flex-wrap justify-between gap-x-4">
      <span className="supplied">{what}</span>
      <span className="text-muted">{status}</span>
    </dd>
  );
}
