import { Button } from '@/components/ui/button';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

export function BasketEmpty({ locale }: { locale: Locale }) {
  const t = translator(locale, 'shop');
  return (
    <div className="space-y-4 rounded-lg bg-sunken px-6 py-16 text-center">
      <p className="font-display text-2xl font-bold">{t('basket.empty')}</p>
      <p className="mx-auto max-w-md text-muted">{t('basket.emptyText')}</p>
      <Button asChild>
        <a href="/">{t('basket.browse')}</a>
      </Button>
    </div>
  );
}
