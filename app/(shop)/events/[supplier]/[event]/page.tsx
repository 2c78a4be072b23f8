import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import type { Choosing } from '@/components/shop/choose-tickets';
import { chooseDate, showingsOf } from '@/components/shop/dates/showings';
import { EventDown } from '@/components/shop/event-down';
import { EventView } from '@/components/shop/event-view';
import { one, refusedOf } from '@/components/shop/refused';
import {
  basketsForPage,
  chosenForPage,
  type EventView as Event,
  eventForPage,
  offersForPage,
  type ShopSupplier,
} from '@/lib/api/pages';
import { requestLocale } from '@/lib/i18n/request';

type Props = PageProps<'/events/[supplier]/[event]'>;
type Query = Awaited<Props['searchParams']>;

const load = cache((supplier: string, event: string) => eventForPage(supplier, event));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { supplier, event } = await params;
  const answer = await load(decodeURIComponent(supplier), decodeURIComponent(event));
  if (answer.kind !== 'found') return {};
  return { title: answer.event.title, description: answer.event.summary, robots: { index: true } };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ supplier, event }, query, locale] = await Promise.all([params, searchParams, requestLocale()]);
  const answer = await load(decodeURIComponent(supplier), decodeURIComponent(event));
  if (answer.kind === 'unknown') notFound();
  if (answer.kind === 'unavailable') return <EventDown supplier={answer.supplier} locale={locale} />;
  const tickets = answer.event.picker
    ? { handle: await handleAt(answer.supplier) }
    : await choosing(answer.event, answer.supplier, query);
  return <EventView event={answer.event} supplier={answer.supplier} tickets={tickets} locale={locale} />;
}

/** The basket of this browser that a choice in the supplier's picker joins. */
async function handleAt(supplier: ShopSupplier): Promise<string | undefined> {
  const baskets = await basketsForPage();
  return baskets.find((basket) => basket.supplier.id === supplier.id && basket.lines.length === 0)?.handle;
}

/** Dates, and the offers of the one that is chosen. An event without dates has its offers at once. */
async function choosing(event: Event, supplier: ShopSupplier, query: Query): Promise<Choosing> {
  const showings = showingsOf(event.performances);
  const asked = { date: one(query.date), day: one(query.day), month: one(query.month) };
  const choice = chooseDate(showings, asked);
  const ready = showings.length === 0 || choice.chosen !== null;
  const [offers, chosen] = await Promise.all([
    ready ? offersForPage(supplier.id, event.id, choice.chosen?.date ?? null) : undefined,
    chosenForPage(supplier.id, event.id),
  ]);
  return { showings, choice, offers, chosen, refused: refusedOf(query) };
}
