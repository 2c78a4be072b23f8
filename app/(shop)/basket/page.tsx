import type { Metadata } from 'next';
import { BasketCard } from '@/components/shop/basket-card';
import { BasketEmpty } from '@/components/shop/basket-empty';
import { one } from '@/components/shop/refused';
import { saidText } from '@/components/shop/said';
import { Alert } from '@/components/ui/alert';
import { basketsForPage } from '@/lib/api/pages';
import { problemSentence } from '@/lib/i18n/problem-sentence';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), 'shop')('basket.title') };
}

export default async function Page({ searchParams }: PageProps<'/basket'>) {
  const [baskets, locale, { problem, said, most }] = await Promise.all([
    basketsForPage(),
    requestLocale(),
    searchParams,
  ]);
  const t = translator(locale, 'shop');
  const failed = problemSentence(locale, problem);
  const news = saidText(locale, one(said), one(most));
  const serverNow = new Date().toISOString();
  return (
    <main id="content" className="mx-auto w-full max-w-3xl flex-1 space-y-6 px-5 py-10 sm:px-8 sm:py-14">
      <h1 className="text-title">{t('basket.title')}</h1>
      {failed && (
        <Alert tone="danger" role="alert">
          {failed}
        </Alert>
      )}
      {news && (
        <Alert tone="warning" role="status">
          {news}
        </Alert>
      )}
      {baskets.length === 0 && <BasketEmpty locale={locale} />}
      {baskets.map((basket) => (
        <BasketCard key={basket.handle} basket={basket} serverNow={serverNow} locale={locale} />
      ))}
    </main>
  );
}
