import type { ReactNode } from 'react';
import { SiteFooter } from '@/components/shop/site-footer';
import { SiteHeader } from '@/components/shop/site-header';
import { shopName } from '@/lib/api/pages';
import { requestLocale } from '@/lib/i18n/request';

export default async function ShopLayout({ children }: { children: ReactNode }) {
  const [locale, shop] = await Promise.all([requestLocale(), shopName()]);
  return (
    <>
      <SiteHeader shop={shop} locale={locale} />
      {children}
      <SiteFooter shop={shop} locale={locale} />
    </>
  );
}
