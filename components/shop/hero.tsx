import { Search } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { Arch } from './arch';

/** The marquee: what this is, and a search that needs no JavaScript. */
export function Hero({ text, locale }: { text: string; locale: Locale }) {
  const t = translator(locale, 'shop');
  return (
    <section className="relative overflow-hidden bg-house text-house-ink">
      <Arch className="absolute end-0 bottom-2 hidden h-[calc(100%-2.5rem)] lg:block xl:end-[max(0rem,calc(50%-36rem))]" />
      <div className="relative mx-auto max-w-6xl px-5 pt-10 pb-12 sm:px-8 sm:pt-16 sm:pb-16">
        <h1 className="text-display font-extrabold">{t('hero.lead')}</h1>
        <p className="mt-5 max-w-xl text-lg text-house-muted">{t('hero.text')}</p>
        <search>
          <form action="/" method="get" className="mt-8 flex max-w-2xl flex-col gap-3 sm:flex-row">
            <label className="relative flex-1">
              <span className="sr-only">{t('hero.searchLabel')}</span>
              <Search aria-hidden className="absolute start-4 top-1/2 size-5 -translate-y-1/2 text-muted" />
              <input
                type="search"
                name="q"
                defaultValue={text}
                placeholder={t('hero.search')}
                autoComplete="off"
                enterKeyHint="search"
                className="min-h-14 w-full rounded-full border-2 border-transparent bg-raised ps-12 pe-5 text-base text-ink placeholder:text-muted"
              />
            </label>
            <Button kind="spot" className="min-h-14 px-8">
              {t('hero.go')}
            </Button>
          </form>
        </search>
      </div>
      <div aria-hidden className="bulbs" />
    </section>
  );
}
