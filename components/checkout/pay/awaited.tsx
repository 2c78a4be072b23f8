import { Button } from '@/components/ui/button';
import { messages } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { ladderOf } from '../ladder';
import { Poll } from '../poll';
import type { Shown } from '../shown';

/**
 * Waits beside a payment that is made elsewhere: asks how the order stands and goes on with it, also after the customer was in
 * another app. The button asks now, and is all that there is without scripts.
 */
export function Awaited({ view, locale }: Shown) {
  const t = translator(locale, 'pay');
  return (
    <div className="mt-6 flex flex-col gap-4 border-line border-t pt-5 sm:flex-row sm:items-center sm:justify-between">
      <Poll
        id={view.id}
        version={view.version}
        retryAfterMs={view.next.retryAfterMs ?? 0}
        ladder={ladderOf(t('elsewhere.status'), messages[locale].pay.elsewhere.ladder)}
        reloads
        className="min-h-12 content-center font-semibold"
      />
      <form method="post" action={`/checkout/${view.id}/check`} className="shrink-0">
        <Button kind="secondary">{t('elsewhere.check')}</Button>
      </form>
    </div>
  );
}
