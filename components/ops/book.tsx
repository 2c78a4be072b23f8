import { described, Field, Input } from '@/components/ui/field';
import type { OpsCheckout } from '@/lib/api/page-types';
import { formatAmount } from '@/lib/checkout/money';
import type { Locale } from '@/lib/i18n/messages';
import { translator } from '@/lib/i18n/translator';
import { Act } from './act';

/** Booking for money that the partner has: with what it is found by, and for exactly the amount that is shown. */
export function Book({ order, locale }: { order: OpsCheckout; locale: Locale }) {
  const t = translator(locale, 'ops');
  const [first] = order.bookable;
  if (!first) return null;
  const hint = t('acts.referenceHint');
  return (
    <Act
      act="book"
      id={order.id}
      locale={locale}
      title={t('acts.book', { amount: formatAmount(first.due, locale) })}
      hint={t('acts.bookHint')}
      danger
    >
      <input type="hidden" name="amount" value={first.due.amount} />
      <input type="hidden" name="currency" value={first.due.currency} />
      <fieldset className="space-y-2">
        <legend className="mb-1 font-semibold">{t('acts.option')}</legend>
        {order.bookable.map(({ option, label }, index) => (
          <label key={option} className="flex items-center gap-3">
            <input
              type="radio"
              name="option"
              value={option}
              defaultChecked={index === 0}
              className="size-5 shrink-0"
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <Field id="reference" label={t('acts.reference')} hint={hint}>
        <Input
          id="reference"
          name="reference"
          required
          maxLength={120}
          autoComplete="off"
          {...described('reference', { hint })}
        />
      </Field>
    </Act>
  );
}
