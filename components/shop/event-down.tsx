import { Button } from '@/components/ui/button';
import type { ShopSupplier } from '@/lib/api/page-types';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

/** An event whose supplier does not answer: no blank page, and no false alarm about tickets already bought. */
export function EventDown({ supplier, locale }: { supplier: ShopSupplier; locale: Locale }) {
  const t = translator(locale, 'shop');
  return (
    <main id="content" className="mx-auto w-full max-w-2xl flex-1 space-y-5 px-5 py-16 sm:px-8">
      <h1 className="text-title">{t('event.unavailable', { supplier: supplier.name })}</h1>
      <p className="text-lg">{t('event.unavailableText')}</p>
      <div className="flex flex-wrap gap-3">
        <form method="get">
          <Button>{t('event.retry')}</Button>
        </form>
        <Button asChild kind="secondary">
          <a href="/">{t('event.back')}</a>
        </Button>
      </div>
    </main>
  );
}
