import { Alert } from '@/components/ui/alert';
import type { OpsCheckout } from '@/lib/api/page-types';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { Acts } from './acts';
import { Attention } from './attention';
import { History } from './history';
import { Ledgers } from './ledgers';
import { stamp } from './stamp';

/** One order in full: what the customer reads, both ledgers, what can be done, and how it came to this. */
export function OpsDetail({ order, locale }: { order: OpsCheckout; locale: Locale }) {
  const t = translator(locale, 'ops');
  const facts = [
    [t('list.supplier'), order.supplier],
    [t('list.tickets'), t(`tickets.${order.tickets}`)],
    [t('list.money'), t(`money.${order.money.state}`)],
    [t('detail.created'), stamp(order.createdAt)],
    [t('detail.due'), order.dueAt ? stamp(order.dueAt) : t('detail.never')],
    [t('detail.version'), String(order.version)],
    [t('detail.trace'), order.traceId],
  ] as const;
  return (
    <div className="space-y-8">
      <p>
        <a href="/ops" className="font-semibold underline underline-offset-4">
          {t('detail.back')}
        </a>
      </p>
      {order.attention ? (
        <Attention attention={order.attention} locale={locale} />
      ) : (
        <p className="text-muted">{t('detail.none')}</p>
      )}
      {order.order && <Alert tone="warning">{t('detail.ordered', order.order)}</Alert>}
      <Alert title={t('detail.customerSees')}>{order.checkout.message.text}</Alert>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0 space-y-8">
          <Ledgers order={order} locale={locale} />
        </div>
        <div className="space-y-8">
          <section>
            <h2 className="mb-3 text-xl">{t('detail.facts')}</h2>
            <dl className="divide-y divide-line border-y border-line text-sm">
              {facts.map(([name, value]) => (
                <div key={name} className="flex justify-between gap-4 py-2">
                  <dt className="text-muted">{name}</dt>
                  <dd className="figures text-end break-all">{value}</dd>
                </div>
              ))}
            </dl>
          </section>
          <Acts order={order} locale={locale} />
        </div>
      </div>
      <History order={order} locale={locale} />
    </div>
  );
}
