import { Button } from '@/components/ui/button';
import { described, Field, Input } from '@/components/ui/field';
import { type Column, Table } from '@/components/ui/table';
import type { OpsRow } from '@/lib/api/page-types';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { ageText } from './age';
import { Attention } from './attention';

/** What needs a person, oldest first, and a way to any other order. */
export function OpsList({ rows, locale }: { rows: readonly OpsRow[]; locale: Locale }) {
  const t = translator(locale, 'ops');
  const hint = t('list.findHint');
  const oldest = [...rows].sort((a, b) => b.ageMs - a.ageMs);
  return (
    <>
      <form action="/ops" method="get" className="flex max-w-md items-end gap-3">
        <Field id="find" label={t('list.find')} hint={hint} className="flex-1">
          <Input
            id="find"
            name="find"
            autoComplete="off"
            spellCheck={false}
            {...described('find', { hint })}
          />
        </Field>
        <Button kind="secondary">{t('list.findGo')}</Button>
      </form>
      <h2 className="pt-4 text-xl">{t('list.title')}</h2>
      {rows.length === 0 ? (
        <p className="rounded-lg bg-sunken p-8 text-center text-lg">{t('list.none')}</p>
      ) : (
        <>
          <p className="text-muted">{t('list.count', { count: rows.length })}</p>
          <Table caption={t('list.title')} columns={columns(locale)} rows={oldest} rowKey={({ id }) => id} />
        </>
      )}
    </>
  );
}

function columns(locale: Locale): Column<OpsRow>[] {
  const t = translator(locale, 'ops');
  return [
    {
      key: 'order',
      name: t('list.order'),
      cell: ({ id, reference }) => (
        <a href={`/ops/${encodeURIComponent(id)}`} className="font-semibold underline underline-offset-4">
          {reference}
        </a>
      ),
    },
    {
      key: 'why',
      name: t('list.why'),
      cell: ({ attention }) => <Attention attention={attention} locale={locale} />,
    },
    { key: 'tickets', name: t('list.tickets'), cell: ({ tickets }) => t(`tickets.${tickets}`) },
    { key: 'money', name: t('list.money'), cell: ({ money }) => t(`money.${money.state}`) },
    { key: 'supplier', name: t('list.supplier'), cell: ({ supplier }) => supplier },
    { key: 'since', name: t('list.since'), number: true, cell: ({ ageMs }) => ageText(ageMs, locale) },
  ];
}
