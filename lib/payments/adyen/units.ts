import type { Amount } from '@/lib/checkout/money';

/**
 * Currencies whose amounts Adyen writes with other decimals than ISO 4217 has
 * (docs.adyen.com/development-resources/currency-codes).
 */
const ADYEN_EXPONENTS: Readonly<Record<string, number>> = { CLP: 2, CVE: 0, IDR: 0, ISK: 2 };

/** Whether a session's amount, in Adyen's minor units, is what the customer was shown. */
export function isSameAmount(session: { value: number; currency: string }, shown: Amount): boolean {
  const { value, currency } = session;
  const exponent = ADYEN_EXPONENTS[currency] ?? shown.exponent;
  // Compared at the finer of both scales, so that no digit is lost and nothing is divided.
  const [theirs, ours] = [exponent, shown.exponent].map(
    (digits) => Math.max(exponent, shown.exponent) - digits,
  );
  return currency === shown.currency && value * 10 ** (theirs ?? 0) === shown.amount * 10 ** (ours ?? 0);
}
