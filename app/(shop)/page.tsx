import type { Metadata } from 'next';
import { Hero } from '@/components/shop/hero';
import { Results } from '@/components/shop/results';
import { eventsForPage } from '@/lib/api/pages';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';

type Props = PageProps<'/'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), 'shop')('title'), robots: { index: true } };
}

/**
 * Links of the site are plain ones: each document comes with the policy that fits it, which a change of page within one
 * document would keep from the page before. They also work before, and without, JavaScript.
 */
export default async function Page({ searchParams }: Props) {
  const { q, page } = await searchParams;
  const locale = await requestLocale();
  const ask = { text: typeof q === 'string' ? q.trim() : '', page: Math.trunc(Number(page)) || 1 };
  return (
    <main id="content" className="flex-1">
      <Hero text={ask.text} locale={locale} />
      <div className="mx-auto max-w-6xl px-5 py-12 sm:px-8">
        <Results found={await eventsForPage(ask)} text={ask.text} locale={locale} />
      </div>
    </main>
  );
}
