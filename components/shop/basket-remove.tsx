import { Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { BasketView } from '@/lib/api/page-types';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

interface BasketRemoveProps {
  basket: BasketView;
  /** Key of a line, or a picker's item. */
  item: string;
  title: string;
  locale: Locale;
}

/** Takes one thing out of a basket. */
export function BasketRemove({ basket, item, title, locale }: BasketRemoveProps) {
  const t = translator(locale, 'shop');
  return (
    <form method="post" action="/basket/remove">
      <input type="hidden" name="supplier" value={basket.supplier.id} />
      <input type="hidden" name="handle" value={basket.handle} />
      <input type="hidden" name="item" value={item} />
      <Button kind="quiet" size="small" aria-label={t('basket.removeItem', { title })}>
        <Trash2 aria-hidden className="size-4" />
        {t('basket.remove')}
      </Button>
    </form>
  );
}
