import { Search, ShoppingBag, Ticket } from 'lucide-react';
import { Wordmark } from '@/components/ui/wordmark';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

interface SiteHeaderProps {
  shop: string;
  /** How many choices wait in the basket. */
  waiting?: number;
  locale: Locale;
}

/** The house sign and the three ways from anywhere. */
export function SiteHeader({ shop, waiting = 0, locale }: SiteHeaderProps) {
  const t = translator(locale, 'common');
  const links = [
    { href: '/', label: t('nav.events'), Icon: Search, count: 0 },
    { href: '/lookup', label: t('nav.lookup'), Icon: Ticket, count: 0 },
    { href: '/basket', label: t('nav.basket'), Icon: ShoppingBag, count: waiting },
  ];
  return (
    <header className="bg-house text-house-ink" data-print="no">
      <div className="mx-auto flex max-w-6xl items-center justify-between gap-4 px-5 py-4 sm:px-8">
        <a href="/" aria-label={shop}>
          <Wordmark name={shop} />
        </a>
        <nav aria-label={t('nav.label')} className="flex items-center gap-1 sm:gap-4">
          {links.map(({ href, label, Icon, count }) => (
            <a
              key={href}
              href={href}
              className="flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-full px-2 font-medium underline-offset-4 hover:underline"
            >
              <Icon aria-hidden className="size-5 sm:hidden" />
              <span className="max-sm:sr-only">{label}</span>
              {count > 0 && (
                <span className="figures grid h-5 min-w-5 place-items-center rounded-full bg-spot px-1.5 text-xs font-bold text-spot-ink max-sm:-ms-3 max-sm:-mt-4">
                  {count}
                  <span className="sr-only"> {t('nav.inBasket', { count })}</span>
                </span>
              )}
            </a>
          ))}
        </nav>
      </div>
    </header>
  );
}
