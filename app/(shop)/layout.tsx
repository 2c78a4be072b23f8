import type { ReactNode } from 'react';
import { SiteFooter } from '@/components/shop/site-footer';
import { SiteHeader } from '@/components/shop/site-header';
import { lineCount, shopName } from '@/lib/api/pages';
import { requestLocale } from '@/lib/i18n/request';

export default async function ShopLayout({ children }: { children: ReactNode }) {
  const [locale, shop, waiting] = await Promise.all([requestLocale(), shopName(), lineCount()]);
  return (
    <>
      <SiteHeader shop={shop} waiting={waiting} locale={locale} />
      {children}
      <SiteFooter shop={shop} locale={locale} />
    </>
  );
}
