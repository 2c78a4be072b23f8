import type { Totals } from '@/lib/checkout/model';
import type { Amount } from '@/lib/checkout/money';
import type { MoneyEntry } from '@/lib/checkout/step';
import type { CheckoutView } from '../schemas/checkout';

/** Member by member, so that whatever a supplier's code may hang on an amount stays with us. */
export function amountView({ amount, currency, exponent }: Amount): Amount {
  return { amount, currency, exponent };
}

export function totalsView(totals: Totals): CheckoutView['totals'][number] {
  const { currency, exponent, items, fees, delivery, discount, paidBefore, due, indication } = totals;
  const sums = { currency, exponent, items, fees, delivery, discount, paidBefore, due };
  return indication ? { ...sums, indication: amountView(indication) } : sums;
}

export function entryView(entry: MoneyEntry): CheckoutView['money']['entries'][number] {
  const { key, itemIds, collectedBy, currency, exponent, due, reference, standing } = entry;
  const { authorised, captured, refunded, refundDue, retained } = entry;
  return {
    key,
    itemIds: [...itemIds],
    collectedBy,
    currency,
    exponent,
    due,
    authorised,
    captured,
    refunded,
    refundDue,
    retained,
    reference,
    standing,
  };
}
