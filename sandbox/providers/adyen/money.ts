import { invalid } from './errors';
import type { Amount } from './types';

/**
 * Decimals that differ from what ISO 4217 and Intl say, by Adyen's list of currency codes.
 * @see https://docs.adyen.com/development-resources/currency-codes
 */
const OWN_DECIMALS: Readonly<Record<string, number>> = { CLP: 2, CVE: 0, IDR: 0, ISK: 2 };

const known = new Set(Intl.supportedValuesOf('currency'));

/** How many of the digits of an amount's `value` come after the point. */
export function decimals(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return OWN_DECIMALS[currency] ?? maximumFractionDigits ?? 2;
}

/** `£62.50`, for people. */
export function display({ value, currency }: Amount): string {
  const digits = decimals(currency);
  return new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value / 10 ** digits);
}

/** Throws the 422 that an amount deserves which nobody can be asked for. */
export function checkAmount(amount: Amount): void {
  if (!known.has(amount.currency)) throw invalid('138', 'Unsupported currency specified');
  if (amount.value < 0 || amount.value > 999_999_999) throw invalid('137', 'Invalid amount specified');
}
