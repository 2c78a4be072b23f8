import { owedBack } from '@/lib/checkout/ledgers';
import type { Checkout } from '@/lib/checkout/model';
import { formatAmount } from '@/lib/checkout/money';
import { messageOf } from '@/lib/checkout/words';
import type { CheckoutView } from '../schemas/checkout';
import { sentence } from '../text';

/** The one sentence that says how it stands, in the checkout's own language. */
export function messageView(
  checkout: Checkout,
  { name: supplier, holds = true }: Selling,
  now: number,
): CheckoutView['message'] {
  const { code, safeToPay } = messageOf(checkout, now);
  const refund = owedBack(checkout)
    .map((amount) => formatAmount(amount, checkout.locale))
    .join(' + ');
  const values = { supplier, refund };
  const key = !holds && LOOSE.has(code) ? `${code}_loose` : code;
  return { code, safeToPay, text: sentence(checkout.locale, 'words', key, values) };
}

/** Who sells, and whether anything is held for anybody. */
interface Selling {
  readonly name: string;
  readonly holds?: boolean;
}

/** Sentences that say that tickets are held: they have a twin for suppliers who hold none. */
const LOOSE: ReadonlySet<string> = new Set(['holding', 'held', 'declined', 'details_rejected']);
