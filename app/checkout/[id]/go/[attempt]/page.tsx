import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { HandOver } from '@/components/checkout/hand-over';
import { handOverForPage } from '@/lib/api/pages';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), 'pay')('go.title') };
}

/** The way out to a bank's or supplier's page, or to wherever the customer belongs by now. */
export default async function Page({ params }: PageProps<'/checkout/[id]/go/[attempt]'>) {
  const { id, attempt } = await params;
  const page = await handOverForPage(id, attempt);
  if (!page) notFound();
  if (page.kind === 'elsewhere') redirect(page.href);
  const locale = await requestLocale();
  const t = translator(locale, 'pay');
  return (
    <main id="content" className="mx-auto w-full max-w-xl flex-1 space-y-6 px-5 py-10 sm:px-8 sm:py-16">
      <h1 className="text-title">{t('go.title')}</h1>
      <HandOver step={page.step} back={`/checkout/${id}`} locale={locale} />
    </main>
  );
}
