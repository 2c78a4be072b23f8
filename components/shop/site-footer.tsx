import { Wordmark } from '@/components/ui/wordmark';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

export function SiteFooter({ shop, locale }: { shop: string; locale: Locale }) {
  const t = translator(locale, 'common');
  return (
    <footer className="mt-auto border-t border-line" data-print="no">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-4 px-5 py-8 sm:px-8">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Wordmark name={shop} className="text-lg" />
          <p className="text-muted">{t('footer.promise')}</p>
        </div>
        <nav aria-label={t('footer.label')} className="flex gap-6">
          <a href="/terms" className="py-1 underline underline-offset-4">
            {t('footer.terms')}
          </a>
          <a href="/lookup" className="py-1 underline underline-offset-4">
            {t('footer.lookup')}
          </a>
        </nav>
      </div>
    </footer>
  );
}
