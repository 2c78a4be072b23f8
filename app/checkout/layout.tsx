import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { Wordmark } from '@/components/ui/wordmark';
import { shopName } from '@/lib/api/pages';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';

/** A quiet frame with few ways out: whoever is here is buying. */
export default async function CheckoutLayout({ children }: { children: ReactNode }) {
  const [locale, shop] = await Promise.all([requestLocale(), shopName()]);
  return (
    <>
      <header className="bg-house text-house-ink" data-print="no">
        <div className="mx-auto flex max-w-6xl items-center justify-between gap-4 px-5 py-4 sm:px-8">
          <a href="/" aria-label={shop}>
            <Wordmark name={shop} className="text-xl" />
          </a>
          <p className="flex items-center gap-2 text-sm text-house-muted">
            <Lock aria-hidden className="size-4" />
            {translator(locale, 'checkout')('secure')}
          </p>
        </div>
      </header>
      {children}
    </>
  );
}
