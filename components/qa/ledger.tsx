import { type Column, Table } from '@/components/ui/table';
import { exponentOf, formatAmount } from '@/lib/checkout/money';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import type { SandboxLedger } from '@/lib/qa/wire';

/** Rows shown of each table. */
const SHOWN = 25;

const newest = <Row,>(rows: readonly Row[]) => rows.slice(-SHOWN).reverse();

/** What the providers believe happened, newest first. */
export function Ledger({ ledger, locale }: { ledger: SandboxLedger; locale: Locale }) {
  const t = translator(locale, 'qa');
  const money = (amount: number, currency: string) =>
    formatAmount({ amount, currency, exponent: exponentOf(currency) }, locale);
  const provider = {
    key: 'provider',
    name: t('ledger.provider'),
    cell: (row: { provider: string }) => row.provider,
  };
  const status = {
    key: 'status',
    name: t('ledger.status'),
    cell: (row: { status: string | number }) => row.status,
  };
  return (
    <div className="space-y-6">
      <Rows
        caption={t('ledger.holds')}
        empty={t('ledger.empty')}
        rows={newest(ledger.holds)}
        columns={[
          provider,
          { key: 'what', name: t('ledger.what'), cell: ({ title }) => title },
          status,
          { key: 'until', name: t('ledger.expires'), cell: ({ expiresAt }) => expiresAt },
        ]}
      />
      <Rows
        caption={t('ledger.bookings')}
        empty={t('ledger.empty')}
        rows={newest(ledger.bookings)}
        columns={[
          provider,
          { key: 'what', name: t('ledger.what'), cell: ({ title }) => title },
          status,
          { key: 'reference', name: t('ledger.reference'), cell: ({ reference }) => reference ?? '–' },
          {
            key: 'amount',
            name: t('ledger.amount'),
            number: true,
            cell: (row) => money(row.amount, row.currency),
          },
        ]}
      />
      <Rows
        caption={t('ledger.charges')}
        empty={t('ledger.empty')}
        rows={newest(ledger.charges)}
        columns={[
          provider,
          { key: 'id', name: t('ledger.id'), cell: ({ id }) => id },
          status,
          {
            key: 'amount',
            name: t('ledger.amount'),
            number: true,
            cell: (row) => money(row.amount, row.currency),
          },
          {
            key: 'captured',
            name: t('ledger.captured'),
            number: true,
            cell: (row) => money(row.captured, row.currency),
          },
          {
            key: 'refunded',
            name: t('ledger.refunded'),
            number: true,
            cell: (row) => money(row.refunded, row.currency),
          },
        ]}
      />
      <Rows
        caption={t('ledger.calls')}
        empty={t('ledger.empty')}
        rows={newest(ledger.calls)}
        columns={[
          { key: 'at', name: t('ledger.at'), cell: ({ at }) => at },
          provider,
          { key: 'call', name: t('ledger.call'), cell: ({ method, path }) => `${method} ${path}` },
          status,
          { key: 'ms', name: t('ledger.ms'), number: true, cell: ({ ms }) => Math.round(ms) },
          { key: 'fault', name: t('ledger.fault'), cell: ({ fault }) => fault ?? '' },
        ]}
      />
    </div>
  );
}

interface RowsProps<Row> {
  caption: string;
  empty: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
}

function Rows<Row>({ caption, empty, rows, columns }: RowsProps<Row>) {
  return (
    <section className="space-y-2">
      <h3 className="text-lg">{caption}</h3>
      {rows.length === 0 ? (
        <p className="text-muted">{empty}</p>
      ) : (
        <Table caption={caption} columns={columns} rows={rows} rowKey={(_, index) => String(index)} />
      )}
    </section>
  );
}
