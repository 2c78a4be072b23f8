import type { Checkout } from '@/lib/checkout/model';
import { formatAmount } from '@/lib/checkout/money';
import { messageOf } from '@/lib/checkout/words';
import type { CheckoutView } from '../schemas/checkout';
import { sentence } from '../text';

/** The one sentence that says how it stands, in the checkout's own language. */
export function messageView(checkout: Checkout, supplier: string, now: number): CheckoutView['message'] {
  const { code, safeToPay } = messageOf(checkout, now);
  const values = { supplier, refund: refundOf(checkout) };
  return { code, safeToPay, text: sentence(checkout.locale, 'words', code, values) };
}

/** What is owed back, one amount a currency. */
function refundOf({ money, locale }: Checkout): string {
  const owed = new Map<string, { amount: number; currency: string; exponent: number }>();
  for (const { refundDue, currency, exponent } of money) {
    if (refundDue > 0) {
      const amount = (owed.get(currency)?.amount ?? 0) + refundDue;
      owed.set(currency, { amount, currency, exponent });
    }
  }
  return [...owed.values()].map((amount) => formatAmount(amount, locale)).join(' + ');
}
