import { Button } from '@/components/ui/button';
import { Card, CardTitle } from '@/components/ui/card';
import { translator } from '@/lib/i18n/translator';
import type { Shown } from '../shown';

/** Nothing could be held: why, and the way back to the shop. */
export function RefusedView({ view, locale }: Shown) {
  const t = translator(locale, 'checkout');
  return (
    <Card className="space-y-5">
      <p>{t('refused.lead')}</p>
      <div className="space-y-2">
        <CardTitle>{t('refused.why')}</CardTitle>
        <ul className="list-disc space-y-1 ps-5">
          {view.refusals.map(({ code, item, text }) => (
            <li key={`${code}-${item ?? ''}`} className="supplied">
              {text}
            </li>
          ))}
        </ul>
      </div>
      <Button asChild>
        <a href="/">{t('refused.again')}</a>
      </Button>
    </Card>
  );
}
