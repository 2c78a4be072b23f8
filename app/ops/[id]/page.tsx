import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { OpsDetail } from '@/components/ops/detail';
import { OpsFrame } from '@/components/ops/frame';
import { opsCheckoutForPage } from '@/lib/api/pages';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), 'ops')('title') };
}

export default async function Page({ params, searchParams }: PageProps<'/ops/[id]'>) {
  const { id } = await params;
  const [page, locale, { problem }] = await Promise.all([
    opsCheckoutForPage(decodeURIComponent(id)),
    requestLocale(),
    searchParams,
  ]);
  if (!page) notFound();
  if (page.kind === 'login') redirect('/ops');
  return (
    <OpsFrame title={page.checkout.reference} operator={page.operator} problem={problem} locale={locale}>
      <OpsDetail order={page.checkout} locale={locale} />
    </OpsFrame>
  );
}
