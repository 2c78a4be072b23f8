import { randomUUID } from 'node:crypto';
import { ShieldCheck } from 'lucide-react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { translator } from '@/lib/i18n/translator';
import { dueText } from '../amounts';
import { Customer } from '../customer';
import { Option } from '../option';
import type { Shown } from '../shown';
import { UnderWay } from '../under-way';

/**
 * Choose a way to pay. The button says what it does and what it costs; terms and total stand beside it. The key makes
 * a second click on the same page the same try.
 */
export function PayView({ view, locale }: Shown) {
  const t = translator(locale, 'checkout');
  const usable = view.paymentOptions.filter(({ available }) => available);
  const chosen = usable.find(({ id }) => id === view.attempt?.option) ?? usable[0];
  const due = dueText(view.totals, locale);
  const options = view.paymentOptions.map((option) => (
    <Option key={option.id} option={option} checked={option.id === chosen?.id} locale={locale} />
  ));
  return (
    <div className="space-y-6">
      <UnderWay view={view} locale={locale} />
      <Customer view={view} locale={locale} />
      {chosen ? (
        <form method="post" action={`/checkout/${view.id}/pay`}>
          <input type="hidden" name="key" value={randomUUID()} />
          <Card className="space-y-6">
            {due === '' && options.length === 1 ? (
              // Nothing is due: there is nothing to choose, either.
              <input type="hidden" name="option" value={chosen.id} />
            ) : (
              <fieldset className="space-y-3">
                <legend className="mb-4 font-display text-xl font-bold">
                  {t(usable.length > 1 ? 'pay.method' : 'pay.methodOne')}
                </legend>
                {options}
              </fieldset>
            )}
            <div className="space-y-3">
              <Button size="wide">{due ? t('pay.button', { amount: due }) : t('pay.buttonFree')}</Button>
              <p className="text-sm text-muted">
                {t.rich(due ? 'pay.terms' : 'pay.termsFree', {
                  terms: (words) => (
                    <a
                      href="/terms"
                      target="_blank"
                      rel="noreferrer"
                      className="underline underline-offset-4"
                    >
                      {words}
                    </a>
                  ),
                })}
              </p>
              {due && (
                <p className="flex items-start gap-2 text-sm text-muted">
                  <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
                  {t('pay.safe')}
                </p>
              )}
            </div>
          </Card>
        </form>
      ) : (
        <div className="space-y-3">
          <Alert tone="warning">{t('pay.none')}</Alert>
          {options}
        </div>
      )}
    </div>
  );
}
