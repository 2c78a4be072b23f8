import { digitsOf, numberFormat } from './formats';

/** An amount of money: an integer of minor units (`10^-exponent` of the major unit) in an ISO 4217 currency. */
export interface Amount {
  readonly amount: number;
  readonly currency: string;
  readonly exponent: number;
}

/** Currencies whose ISO 4217 exponent differs from what `Intl` (CLDR) reports. */
const ISO_EXPONENTS: Readonly<Record<string, number>> = {
  IQD: 3,
  IRR: 2,
  LBP: 2,
  MGA: 2,
  MMK: 2,
  SYP: 2,
  UYW: 4,
  CLF: 4,
};

/** ISO 4217 exponent of a currency: 2 for GBP, 0 for JPY, 3 for KWD. Unknown codes count as 2, as `Intl` does. */
export function exponentOf(currency: string): number {
  return ISO_EXPONENTS[currency] ?? digitsOf(currency);
}

/**
 * Reads a supplier's decimal ("62.50" or 62.5, major units) into minor units, without ever multiplying a float:
 * 19.99 × 100 is 1998.9999… in binary. Digits beyond the exponent are rounded half away from zero.
 * Throws RangeError on anything that is no plain decimal number.
 */
export function fromDecimal(
  value: string | number,
  currency: string,
  exponent = exponentOf(currency),
): Amount {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value).trim());
  if (!match) throw new RangeError(`Not a decimal amount: ${String(value).slice(0, 40)}`);
  const [, sign = '', whole = '0', fraction = ''] = match;
  const kept = fraction.slice(0, exponent).padEnd(exponent, '0');
  const roundUp = (fraction[exponent] ?? '0') >= '5' ? 1 : 0;
  const units = Number(whole + kept) + roundUp;
  if (!Number.isSafeInteger(units)) throw new RangeError(`Amount too large: ${whole}`);
  return { amount: units === 0 ? 0 : sign === '-' ? -units : units, currency, exponent };
}

/** Minor units as a plain decimal string in major units: 6250 at exponent 2 is "62.50". For machines; people get `formatAmount`. */
export function toDecimal({ amount, exponent }: Amount): string {
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
  const cut = digits.length - exponent;
  return `${amount < 0 ? '-' : ''}${digits.slice(0, cut)}${exponent > 0 ? `.${digits.slice(cut)}` : ''}`;
}

/** An amount as people read it in their locale: "£62.50". The exponent decides the digits, not the locale. */
export function formatAmount(value: Amount, locale: string): string {
  const format = numberFormat(locale, {
    style: 'currency',
    currency: value.currency,
    minimumFractionDigits: value.exponent,
    maximumFractionDigits: value.exponent,
  });
  // Intl accepts a decimal string and keeps it exact; TypeScript's library type for it is a template literal.
  return format.format(toDecimal(value) as `${number}`);
}

/** Sum of amounts of one currency; throws when currencies differ, because there is no such sum. */
export function sum(amounts: readonly Amount[], currency: string, exponent = exponentOf(currency)): Amount {
  let total = 0;
  for (const value of amounts) {
    if (value.currency !== currency) throw new RangeError(`Cannot add ${value.currency} to ${currency}`);
    total += value.amount;
  }
  return { amount: total, currency, exponent };
}
