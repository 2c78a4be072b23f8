import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { OpsFrame } from '@/components/ops/frame';
import { OpsList } from '@/components/ops/list';
import { OpsLogin } from '@/components/ops/login';
import { opsForPage } from '@/lib/api/pages';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), 'ops')('title') };
}

/** Not there at all where operators have no key. */
export default async function Page({ searchParams }: PageProps<'/ops'>) {
  const [page, locale, { find, problem }] = await Promise.all([opsForPage(), requestLocale(), searchParams]);
  if (!page) notFound();
  const t = translator(locale, 'ops');
  if (page.kind === 'login') {
    return (
      <OpsFrame title={t('title')} problem={problem === 'key_required' ? undefined : problem} locale={locale}>
        <OpsLogin refused={problem === 'key_required'} locale={locale} />
      </OpsFrame>
    );
  }
  if (typeof find === 'string' && find.trim()) redirect(`/ops/${encodeURIComponent(find.trim())}`);
  return (
    <OpsFrame title={t('title')} operator={page.operator} problem={problem} locale={locale}>
      <OpsList rows={page.rows} locale={locale} />
    </OpsFrame>
  );
}
