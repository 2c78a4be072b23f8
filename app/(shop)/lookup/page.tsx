import type { Metadata } from 'next';
import { LookupForm } from '@/components/shop/lookup-form';
import { Alert } from '@/components/ui/alert';
import { problemSentence } from '@/lib/i18n/problem-sentence';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), 'shop')('lookup.title') };
}

/** Says the same whether or not there is such an order: nobody learns here who bought what. */
export default async function Page({ searchParams }: PageProps<'/lookup'>) {
  const [{ sent, problem }, locale] = await Promise.all([searchParams, requestLocale()]);
  const t = translator(locale, 'shop');
  const failed = problemSentence(locale, problem);
  return (
    <main id="content" className="mx-auto w-full max-w-xl flex-1 space-y-6 px-5 py-10 sm:px-8 sm:py-14">
      <h1 className="text-title">{t('lookup.title')}</h1>
      {failed && (
        <Alert tone="danger" role="alert">
          {failed}
        </Alert>
      )}
      {sent === undefined ? (
        <>
          <p className="text-lg text-muted">{t('lookup.lead')}</p>
          <LookupForm locale={locale} />
        </>
      ) : (
        <>
          <Alert tone="positive" title={t('lookup.sentTitle')}>
            {t('lookup.sent')}
          </Alert>
          <a href="/lookup" className="inline-block font-semibold underline underline-offset-4">
            {t('lookup.again')}
          </a>
        </>
      )}
    </main>
  );
}
