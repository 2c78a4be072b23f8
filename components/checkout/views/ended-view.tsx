import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { translator } from '@/lib/i18n/translator';
import { Follow } from '../follow';
import { Money } from '../money';
import { Refusals } from '../refusals';
import type { Shown } from '../shown';

/** The hold is over and nobody has the customer's money: nothing is lost but the hold. When it could not be had again, says why. */
export function EndedView({ view, locale }: Shown) {
  const t = translator(locale, 'checkout');
  return (
    <div className="space-y-6">
      <Money view={view} locale={locale} />
      {view.next.retryAfterMs !== undefined && <Follow view={view} locale={locale} />}
      <Card className="space-y-5">
        {view.refusals.length > 0 ? (
          <Refusals title={t('ended.refused')} refusals={view.refusals} />
        ) : (
          <p>{t('ended.lead')}</p>
        )}
        <div className="flex flex-wrap gap-3">
          {view.capabilities.holdAgain && (
            <form method="post" action={`/checkout/${view.id}/hold`}>
              <Button>{t('ended.hold')}</Button>
            </form>
          )}
          <Button asChild kind="secondary">
            <a href="/">{t('ended.other')}</a>
          </Button>
        </div>
      </Card>
    </div>
  );
}
