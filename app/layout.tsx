import './globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { SubmitOnce } from '@/components/ui/submit-once';
import { shopName } from '@/lib/api/pages';
import { requestLocale } from '@/lib/i18n/request';
import { translator } from '@/lib/i18n/translator';

export async function generateMetadata(): Promise<Metadata> {
  const [locale, shop] = await Promise.all([requestLocale(), shopName()]);
  const t = translator(locale, 'common');
  return {
    // The page that breaks reads it from here: it has no server to ask.
    applicationName: shop,
    title: { default: shop, template: t('titleTemplate', { shop }) },
    description: t('tagline'),
    // Nothing here is for search engines but the shop itself, which says so.
    robots: { index: false },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#2a1130' },
    { media: '(prefers-color-scheme: dark)', color: '#0e0811' },
  ],
};

/** Reads the request's language, so that every page is rendered for its request: the policy's nonce needs that too. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await requestLocale();
  const t = translator(locale, 'common');
  return (
    <html lang={locale}>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="sr-only z-10 rounded-md bg-accent px-4 py-3 font-semibold text-accent-ink focus:not-sr-only focus:fixed focus:start-4 focus:top-4"
        >
          {t('skip')}
        </a>
        {children}
        <SubmitOnce />
      </body>
    </html>
  );
}
