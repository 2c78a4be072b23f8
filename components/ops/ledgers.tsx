import { Price } from '@/components/ui/price';
import { type Column, Table } from '@/components/ui/table';
import type { OpsCheckout } from '@/lib/api/page-types';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

type Item = OpsCheckout['checkout']['items'][number];
type Entry = OpsCheckout['money']['entries'][number];

const AMOUNTS = ['due', 'authorised', 'captured', 'refunded', 'refundDue', 'retained'] as const;

/** Tickets and money, each as its own ledger: where they disagree is what the operator is here for. */
export function Ledgers({ order, locale }: { order: OpsCheckout; locale: Locale }) {
  const t = translator(locale, 'ops');
  const owes = (side: Entry['collectedBy']) =>
    order.money.entries.some(({ collectedBy, refundDue }) => collectedBy === side && refundDue > 0);
  return (
    <>
      <section className="space-y-3">
        <h2 className="text-xl">{t('detail.items')}</h2>
        <Table
          caption={t('detail.items')}
          columns={itemColumns(locale)}
          rows={order.checkout.items}
          rowKey={({ id }) => id}
        />
      </section>
      <section className="space-y-3">
        <h2 className="text-xl">{t('detail.entries')}</h2>
        {order.money.entries.length === 0 ? (
          <p className="text-muted">{t('detail.noEntries')}</p>
        ) : (
          <Table
            caption={t('detail.entries')}
            columns={entryColumns(locale)}
            rows={order.money.entries}
            rowKey={({ key }) => key}
          />
        )}
        {owes('supplier') && <p>{t('detail.owedBySupplier')}</p>}
        {owes('partner') && <p>{t('detail.owedByUs')}</p>}
      </section>
    </>
  );
}

function itemColumns(locale: Locale): Column<Item>[] {
  const t = translator(locale, 'ops');
  return [
    {
      key: 'item',
      name: t('detail.item'),
      cell: ({ title }) => <span className="supplied block min-w-32">{title}</span>,
    },
    {
      key: 'status',
      name: t('detail.status'),
      cell: ({ status, code }) => [status, code].filter(Boolean).join(' · '),
    },
    { key: 'reference', name: t('detail.reference'), cell: ({ reference }) => reference ?? '–' },
    {
      key: 'price',
      name: t('detail.price'),
      number: true,
      cell: ({ price }) => <Price value={price} locale={locale} />,
    },
  ];
}

function entryColumns(locale: Locale): Column<Entry>[] {
  const t = translator(locale, 'ops');
  return [
    {
      key: 'key',
      name: t('detail.entry'),
      cell: ({ key, reference, standing }) => (
        <span className="break-all">{[key, reference, standing].filter(Boolean).join(' · ')}</span>
      ),
    },
    { key: 'by', name: t('detail.collectedBy'), cell: ({ collectedBy }) => collectedBy },
    ...AMOUNTS.map((kind) => ({
      key: kind,
      name: t(kind === 'due' ? 'detail.due_amount' : `detail.${kind}`),
      number: true,
      cell: ({ [kind]: amount = 0, currency, exponent }: Entry) => (
        <Price value={{ amount, currency, exponent }} locale={locale} />
      ),
    })),
  ];
}
