import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Ledger } from '@/components/qa/ledger';
import { Mails } from '@/components/qa/mails';
import { readBench } from '@/components/qa/sandbox';
import { Scenarios } from '@/components/qa/scenarios';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), 'qa')('title') };
}

/** Only where a sandbox is configured. */
export default async function Page() {
  const [bench, locale] = await Promise.all([readBench(), requestLocale()]);
  if (!bench) notFound();
  const t = translator(locale, 'qa');
  return (
    <main id="content" className="mx-auto w-full max-w-6xl flex-1 space-y-10 px-5 py-10 sm:px-8">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="space-y-2">
          <h1 className="text-title">{t('title')}</h1>
          <p className="max-w-prose text-lg text-muted">{t('lead')}</p>
        </div>
        <form method="get">
          <Button kind="secondary">{t('refresh')}</Button>
        </form>
      </div>
      {!bench.seen && <Alert tone="warning">{t('down', { url: bench.url })}</Alert>}
      {bench.seen && (
        <>
          <section className="space-y-4">
            <h2 className="text-2xl">{t('scenarios')}</h2>
            <Scenarios scenarios={bench.seen.scenarios} locale={locale} />
          </section>
          <section className="space-y-4">
            <h2 className="text-2xl">{t('ledger.title')}</h2>
            <p className="text-muted">{t('ledger.lead')}</p>
            <Ledger ledger={bench.seen.ledger} locale={locale} />
          </section>
          <section className="space-y-4">
            <h2 className="text-2xl">{t('mail.title')}</h2>
            <Mails mails={bench.seen.mail} locale={locale} />
          </section>
        </>
      )}
    </main>
  );
}
