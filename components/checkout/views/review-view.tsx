import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { translator } from '@/lib/i18n/translator';
import type { Shown } from '../shown';
import { ChangeEntry } from './change-entry';

/** What is not as it was asked for. Paying needs a yes to it first, to exactly the version that was seen. */
export function ReviewView({ view, locale }: Shown) {
  const t = translator(locale, 'checkout');
  return (
    <Card className="space-y-6">
      <p>{t('review.lead')}</p>
      <ul className="divide-y divide-line border-y border-line">
        {view.changes.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: changes have no id, and the list never reorders.
          <li key={index} className="space-y-1.5 py-4">
            <ChangeEntry
              change={change}
              item={view.items.find(({ id }) => id === change.itemId)}
              locale={locale}
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <form method="post" action={`/checkout/${view.id}/accept`}>
          <input type="hidden" name="version" value={view.version} />
          <Button>{t('review.accept')}</Button>
        </form>
        {view.capabilities.release && (
          <form method="post" action={`/checkout/${view.id}/release`}>
            <Button kind="secondary">{t('review.release')}</Button>
          </form>
        )}
      </div>
    </Card>
  );
}
