import type { Metadata } from 'next';
import { SiteFooter } from '@/components/shop/site-footer';
import { SiteHeader } from '@/components/shop/site-header';
import { Button } from '@/components/ui/button';
import { shopName } from '@/lib/api/pages';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), 'common')('notFound.title') };
}

/** The same for what does not exist and for what belongs to somebody else. */
export default async function NotFound() {
  const [locale, shop] = await Promise.all([requestLocale(), shopName()]);
  const t = translator(locale, 'common');
  return (
    <>
      <SiteHeader shop={shop} locale={locale} />
      <main id="content" className="mx-auto w-full max-w-2xl flex-1 space-y-5 px-5 py-16 sm:px-8">
        <h1 className="text-title">{t('notFound.lead')}</h1>
        <p className="text-lg leading-relaxed">{t('notFound.text')}</p>
        <div className="flex flex-wrap gap-3">
          <Button asChild>
            <a href="/">{t('notFound.home')}</a>
          </Button>
          <Button asChild kind="secondary">
            <a href="/lookup">{t('notFound.lookup')}</a>
          </Button>
        </div>
      </main>
      <SiteFooter shop={shop} locale={locale} />
    </>
  );
}
