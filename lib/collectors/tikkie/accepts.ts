import type { Checkout } from '@/lib/checkout/model';

/** What one payment request can ask for, in cents: six digits, and not nothing. */
const LEAST = 1;
const MOST = 999_999;

/** Whether a payment request can ask for what is due, and why not, for the customer to read. */
export function accepts({ totals }: Pick<Checkout, 'totals'>): { available: boolean; reason?: string } {
  const [total, ...others] = totals;
  const no = (reason: string) => ({ available: false, reason });
  if (!total) return no('There is nothing to pay yet.');
  if (others.length > 0) return no('A payment request is in one currency, and these tickets are in several.');
  if (total.currency !== 'EUR') return no('Payment requests are in euros only.');
  if (total.due < LEAST) return no('There is nothing to pay.');
  return total.due > MOST ? no('Payment requests go up to €9,999.99.') : { available: true };
}
