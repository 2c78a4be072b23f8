import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { translator } from '@/lib/i18n/translator';
import { Refusals } from '../refusals';
import type { Shown } from '../shown';

/** Nothing could be held: why, and the way back to the shop. */
export function RefusedView({ view, locale }: Shown) {
  const t = translator(locale, 'checkout');
  return (
    <Card className="space-y-5">
      <p>{t('refused.lead')}</p>
      <Refusals title={t('refused.why')} refusals={view.refusals} />
      <Button asChild>
        <a href="/">{t('refused.again')}</a>
      </Button>
    </Card>
  );
}
