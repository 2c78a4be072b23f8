import { Check, ChevronDown } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { described, Field, Input } from '@/components/ui/field';
import type { BasketView, QuoteView } from '@/lib/api/page-types';
import { formatAmount } from '@/lib/checkout/money';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';

interface BasketPromoProps {
  basket: BasketView;
  /** What became of the code that the totals were asked with. */
  promo: QuoteView['promo'];
  locale: Locale;
}

/**
 * A promo code, within the form that goes to checkout: what is typed and not counted yet is sent along and never lost. Folded away
 * while there is none, since most people have none and go looking for one when they are asked.
 */
export function BasketPromo({ basket, promo, locale }: BasketPromoProps) {
  const t = translator(locale, 'shop');
  if (!basket.promo) return null;
  const code = basket.promo.code ?? '';
  const id = `promo-${basket.supplier.id}`;
  const refused = promo && !promo.accepted;
  const error = refused ? t('basket.promo.refused', { code: promo.code }) : undefined;
  const off = promo && !refused && promo.off.amount > 0 ? promo.off : null;
  const hint = promo && !refused ? takenOff(promo) : undefined;
  return (
    <details open={code !== ''} className="group rounded-md border border-line">
      <summary className="flex min-h-12 list-none items-center justify-between gap-4 px-4 font-semibold">
        {t('basket.promo.have')}
        <ChevronDown aria-hidden className="size-5 transition-transform group-open:rotate-180" />
      </summary>
      <div className="space-y-3 px-4 pt-1 pb-4">
        <input type="hidden" name="promo-asked" value={code} />
        {refused && <input type="hidden" name="promo-refused" value={code} />}
        <Field id={id} label={t('basket.promo.label')} hint={off ? undefined : hint} error={error}>
          {off && (
            <p id={`${id}-hint`} className="supplied flex items-center gap-1.5 font-semibold text-positive">
              <Check aria-hidden className="size-4 shrink-0" />
              {hint}
            </p>
          )}
          <div className="flex flex-wrap gap-3">
            <Input
              id={id}
              name="promo"
              defaultValue={code}
              maxLength={40}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              className="figures min-w-40 flex-1"
              {...described(id, { hint, error })}
            />
            <Button kind="secondary" formAction="/basket/chosen">
              {t('basket.promo.apply')}
            </Button>
          </div>
        </Field>
        {code !== '' && (
          // After the field, so that its empty value is the one that counts.
          <Button
            kind="quiet"
            size="small"
            formAction="/basket/chosen"
            name="promo"
            value=""
            className="-ms-4"
          >
            {t('basket.promo.remove')}
          </Button>
        )}
      </div>
    </details>
  );

  function takenOff({ code: taken, off }: NonNullable<QuoteView['promo']>): string {
    if (off.amount === 0) return t('basket.promo.nothing', { code: taken });
    return t('basket.promo.taken', { code: taken, off: formatAmount(off, locale) });
  }
}
