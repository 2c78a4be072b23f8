import { owedBack } from '@/lib/checkout/ledgers';
import type { Checkout } from '@/lib/checkout/model';
import { formatAmount } from '@/lib/checkout/money';
import { messageOf } from '@/lib/checkout/words';
import type { CheckoutView } from '../schemas/checkout';
import { sentence } from '../text';

/** The one sentence that says how it stands, in the checkout's own language. */
export function messageView(checkout: Checkout, supplier: string, now: number): CheckoutView['message'] {
  const { code, safeToPay } = messageOf(checkout, now);
  const refund = owedBack(checkout)
    .map((amount) => formatAmount(amount, checkout.locale))
    .join(' + ');
  const values = { supplier, refund };
  return { code, safeToPay, text: sentence(checkout.locale, 'words', code, values) };
}
