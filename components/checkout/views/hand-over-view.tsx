import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { translator } from '@/lib/i18n/translator';
import type { Shown } from '../shown';
import { UnderWay } from '../under-way';

/** The next move is at somebody else's page: leads to the hand-over page, and follows who went there in another tab. */
export function HandOverView({ view, locale }: Shown) {
  const t = translator(locale, 'checkout');
  const step = view.attempt?.step;
  return (
    <div className="space-y-6">
      <UnderWay view={view} locale={locale} />
      <Card className="space-y-5">
        <p>{t('handOver.lead')}</p>
        {step?.kind === 'redirect' && (
          <Button asChild size="wide">
            <a href={step.href}>{t('handOver.go')}</a>
          </Button>
        )}
      </Card>
    </div>
  );
}
