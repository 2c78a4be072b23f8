import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { Ledger } from '@/components/qa/ledger';
import { Mails } from '@/components/qa/mails';
import { Purchases } from '@/components/qa/purchases';
import { readBench } from '@/components/qa/sandbox';
import { Scenarios } from '@/components/qa/scenarios';
import { Watch } from '@/components/qa/watch';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { problemSentence } from '@/lib/i18n/problem-sentence';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';
import { OPENED_COOKIE, readOpened } from '@/lib/qa/opened';
import { ownPurchases } from '@/lib/qa/purchases';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), 'qa')('title') };
}

/** Only where a sandbox is configured. */
export default async function Page({ searchParams }: PageProps<'/qa'>) {
  const [bench, locale, { problem }, jar] = await Promise.all([
    readBench(),
    requestLocale(),
    searchParams,
    cookies(),
  ]);
  if (!bench) notFound();
  const t = translator(locale, 'qa');
  const failed = problemSentence(locale, problem);
  const purchases = await ownPurchases(readOpened(jar.get(OPENED_COOKIE)?.value));
  return (
    <main id="content" className="mx-auto w-full max-w-6xl flex-1 space-y-8 px-5 py-10 sm:px-8">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="space-y-2">
          <h1 className="text-title">{t('title')}</h1>
          <p className="max-w-prose text-lg text-muted">{t('lead')}</p>
        </div>
        <form method="get">
          <Button kind="secondary">{t('refresh')}</Button>
        </form>
      </div>
      {failed && <Alert tone="danger">{failed}</Alert>}
      {!bench.seen && <Alert tone="warning">{t('down', { url: bench.url })}</Alert>}
      {bench.seen && (
        <>
          <Watch busy={purchases.length > 0} />
          <div className="grid gap-x-8 gap-y-10 lg:grid-cols-[minmax(0,1fr)_21rem]">
            <section
              aria-labelledby="purchases"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard.
              tabIndex={0}
              className="space-y-4 lg:sticky lg:top-4 lg:order-last lg:max-h-[calc(100dvh-2rem)] lg:self-start lg:overflow-y-auto lg:p-1"
            >
              <h2 id="purchases" className="text-2xl">
                {t('purchase.title')}
              </h2>
              <Purchases
                purchases={purchases}
                ledger={bench.seen.ledger}
                scenarios={bench.seen.scenarios}
                locale={locale}
              />
            </section>
            <div className="min-w-0 space-y-10">
              <Scenarios scenarios={bench.seen.scenarios} locale={locale} />
            </div>
          </div>
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
