import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { CheckoutPage } from '@/components/checkout/checkout-page';
import { titleKey } from '@/components/checkout/stage';
import { checkoutForPage } from '@/lib/api/pages';
import { problemSentence } from '@/lib/i18n/problem-sentence';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';

type Props = PageProps<'/checkout/[id]'>;

/** Read once a request, for the title and the page alike, so that both speak of the same version. */
const load = cache((id: string) => checkoutForPage(id));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await load((await params).id);
  if (!view) return {};
  const locale = await requestLocale();
  const title = translator(locale, 'checkout')(`titles.${titleKey(view)}`);
  const wrong = view.details.errors.length > 0;
  return { title: wrong ? translator(locale, 'common')('errorTitle', { title }) : title };
}

export default async function Page({ params, searchParams }: Props) {
  const view = await load((await params).id);
  if (!view) notFound();
  const { edit, problem } = await searchParams;
  const locale = await requestLocale();
  return (
    <CheckoutPage
      view={view}
      locale={locale}
      editing={edit === 'details'}
      problem={problemSentence(locale, problem)}
      nonce={(await headers()).get('x-nonce') ?? undefined}
    />
  );
}
