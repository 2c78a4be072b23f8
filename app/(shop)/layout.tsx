import type { ReactNode } from 'react';
import { SiteFooter } from '@/components/shop/site-footer';
import { SiteHeader } from '@/components/shop/site-header';
import { requestLocale } from '@/lib/i18n/request';

export default async function ShopLayout({ children }: { children: ReactNode }) {
  const locale = await requestLocale();
  return (
    <>
      <SiteHeader locale={locale} />
      {children}
      <SiteFooter locale={locale} />
    </>
  );
}
