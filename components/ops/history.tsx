import { type Column, Table } from '@/components/ui/table';
import type { OpsCheckout } from '@/lib/api/page-types';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { stamp } from './stamp';

type Line = OpsCheckout['journal'][number];

/** Attempts, operators' notes and the journal: how the order came to where it is. */
export function History({ order, locale }: { order: OpsCheckout; locale: Locale }) {
  const t = translator(locale, 'ops');
  const yes = (value: boolean) => t(value ? 'detail.yes' : 'detail.no');
  return (
    <div className="space-y-8">
      <section className="space-y-3">
        <h2 className="text-xl">{t('detail.attempts')}</h2>
        {order.attempts.length === 0 ? (
          <p className="text-muted">{t('detail.noAttempts')}</p>
        ) : (
          <Table
            caption={t('detail.attempts')}
            rows={order.attempts}
            rowKey={({ id }) => id}
            columns={[
              { key: 'at', name: t('detail.at'), cell: ({ startedAt }) => <Moment at={startedAt} /> },
              { key: 'option', name: t('detail.option'), cell: ({ option }) => option },
              { key: 'status', name: t('detail.status'), cell: ({ status }) => status },
              {
                key: 'request',
                name: t('detail.request'),
                cell: ({ request }) => (
                  <span className="block min-w-40 break-all">
                    {request ? `${request.reference} · ${request.id}` : '–'}
                  </span>
                ),
              },
              { key: 'exposed', name: t('detail.exposed'), cell: ({ exposed }) => yes(exposed) },
              { key: 'declines', name: t('detail.declines'), number: true, cell: ({ declines }) => declines },
            ]}
          />
        )}
      </section>
      {order.marks.length > 0 && (
        <section className="space-y-3">
          <h2 className="text-xl">{t('detail.marks')}</h2>
          <ul className="space-y-2">
            {order.marks.map(({ at, by, what, reason }) => (
              <li key={`${at} ${what}`} className="supplied text-sm">
                <span className="figures text-muted">{stamp(at)}</span> {by} · {what} · {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="space-y-3">
        <h2 className="text-xl">{t('detail.journal')}</h2>
        <Table
          caption={t('detail.journal')}
          rows={order.journal}
          rowKey={({ at, name }, index) => `${index} ${at} ${name}`}
          columns={journalColumns(locale)}
        />
      </section>
    </div>
  );
}

function journalColumns(locale: Locale): Column<Line>[] {
  const t = translator(locale, 'ops');
  return [
    {
      key: 'at',
      name: t('detail.at'),
      cell: ({ at }) => <Moment at={at} />,
    },
    { key: 'kind', name: t('detail.kind'), cell: ({ kind }) => kind },
    { key: 'name', name: t('detail.name'), cell: ({ name }) => name },
    {
      key: 'data',
      name: t('detail.data'),
      cell: ({ data }) => (
        <code className="block min-w-72 text-xs break-all">{data ? JSON.stringify(data) : ''}</code>
      ),
    },
  ];
}

function Moment({ at }: { at: string }) {
  return <span className="whitespace-nowrap">{stamp(at)}</span>;
}
