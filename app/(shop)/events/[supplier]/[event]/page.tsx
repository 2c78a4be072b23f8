import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { EventDown } from '@/components/shop/event-down';
import { EventView } from '@/components/shop/event-view';
import { basketsForPage, eventForPage } from '@/lib/api/pages';
import { requestLocale } from '@/lib/i18n/request';

type Props = PageProps<'/events/[supplier]/[event]'>;

const load = cache((supplier: string, event: string) => eventForPage(supplier, event));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { supplier, event } = await params;
  const answer = await load(decodeURIComponent(supplier), decodeURIComponent(event));
  if (answer.kind !== 'found') return {};
  return { title: answer.event.title, description: answer.event.summary, robots: { index: true } };
}

export default async function Page({ params }: Props) {
  const { supplier, event } = await params;
  const [answer, baskets] = await Promise.all([
    load(decodeURIComponent(supplier), decodeURIComponent(event)),
    basketsForPage(),
  ]);
  const locale = await requestLocale();
  if (answer.kind === 'unknown') notFound();
  if (answer.kind === 'unavailable') return <EventDown supplier={answer.supplier} locale={locale} />;
  const joins = baskets.find((basket) => basket.supplier.id === answer.supplier.id);
  return <EventView event={answer.event} supplier={answer.supplier} handle={joins?.handle} locale={locale} />;
}
