import { buttonClass } from '@/components/ui/button';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

interface PagingProps {
  page: number;
  pages: number;
  text: string;
  locale: Locale;
}

/** Back and forth through a list; absent when it fits on one page. */
export function Paging({ page, pages, text, locale }: PagingProps) {
  const t = translator(locale, 'shop');
  if (pages <= 1) return null;
  const href = (to: number) => `/?${new URLSearchParams({ ...(text ? { q: text } : {}), page: String(to) })}`;
  return (
    <nav aria-label={t('results.pages')} className="flex flex-wrap items-center justify-center gap-4 pt-4">
      {page > 1 && (
        <a href={href(page - 1)} rel="prev" className={buttonClass({ kind: 'secondary' })}>
          {t('results.previous')}
        </a>
      )}
      <span className="figures text-muted">{t('results.page', { page, pages })}</span>
      {page < pages && (
        <a href={href(page + 1)} rel="next" className={buttonClass({ kind: 'secondary' })}>
          {t('results.next')}
        </a>
      )}
    </nav>
  );
}
