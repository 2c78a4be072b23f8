import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { dueText } from '@/components/checkout/amounts';
import { PayPage } from '@/components/checkout/pay/pay-page';
import { payForPage } from '@/lib/api/pages';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';

type Props = PageProps<'/checkout/[id]/pay/[attempt]'>;

const load = cache((id: string, attempt: string) => payForPage(id, attempt));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, attempt } = await params;
  const page = await load(id, attempt);
  if (page?.kind !== 'pay') return {};
  const locale = await requestLocale();
  const t = translator(locale, 'pay');
  const amount = dueText(page.checkout.totals, locale);
  return { title: amount ? t('title', { amount }) : t('titlePlain') };
}

/** The pay document of one attempt, or wherever the customer belongs by now. */
export default async function Page({ params }: Props) {
  const { id, attempt } = await params;
  const page = await load(id, attempt);
  if (!page) notFound();
  if (page.kind === 'elsewhere') redirect(page.href);
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return <PayPage page={page} locale={await requestLocale()} nonce={nonce} />;
}
