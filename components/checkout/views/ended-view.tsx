import { Button } from '@/components/ui/button';
import { Card, CardTitle } from '@/components/ui/card';
import { translator } from '@/lib/i18n/translator';
import { Money } from '../money';
import type { Shown } from '../shown';

/** The hold is over and nobody has the customer's money: nothing is lost but the hold. When it could not be had again, says why. */
export function EndedView({ view, locale }: Shown) {
  const t = translator(locale, 'checkout');
  return (
    <div className="space-y-6">
      <Money view={view} locale={locale} />
      <Card className="space-y-5">
        {view.refusals.length > 0 ? (
          <div className="space-y-2">
            <CardTitle>{t('ended.refused')}</CardTitle>
            <ul className="list-disc space-y-1 ps-5">
              {view.refusals.map(({ code, item, text }) => (
                <li key={`${code}-${item ?? ''}`} className="supplied">
                  {text}
                </li>
              ))}
            </ul>
          </div>
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
