/** Musement's price. `value` is in major units, a plain number. */
export interface Price {
  readonly currency: string;
  readonly value: number;
  /** `€ 9.00` */
  readonly formatted_value: string;
  /** `€9.00` */
  readonly formatted_iso_value: string;
}

/** Fixed rates, units of each currency for one euro, so that a test's sums never move. */
const PER_EURO: Readonly<Record<string, number>> = { EUR: 1, USD: 1.15, GBP: 0.86, CHF: 0.95, JPY: 172 };

const SYMBOLS: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£', CHF: 'CHF', JPY: '¥' };

/** The currencies that prices can be asked in. */
export const CURRENCIES = Object.keys(PER_EURO);

/** Decimal places, by ISO 4217. */
export function exponent(currency: string): number {
  return currency === 'JPY' ? 0 : 2;
}

/** Minor units as the wire's price. */
export function price(minor: number, currency: string): Price {
  const digits = exponent(currency);
  const value = minor / 10 ** digits;
  const symbol = SYMBOLS[currency] ?? currency;
  const text = value.toFixed(digits);
  return { currency, value, formatted_value: `${symbol} ${text}`, formatted_iso_value: `${symbol}${text}` };
}

/** A list price in another currency, rounded as shops do: to half a unit, or to a hundred yen. */
export function convert(minor: number, from: string, to: string): number {
  if (from === to || minor === 0) return minor;
  const rate = (PER_EURO[to] ?? 1) / (PER_EURO[from] ?? 1);
  const exact = (minor / 10 ** exponent(from)) * rate * 10 ** exponent(to);
  const step = exponent(to) === 0 ? 100 : 50;
  return Math.max(step, Math.round(exact / step) * step);
}

/** The same, to the minor unit: for fixed sums such as a promo code's. */
export function exactly(minor: number, from: string, to: string): number {
  const rate = (PER_EURO[to] ?? 1) / (PER_EURO[from] ?? 1);
  return Math.round((minor / 10 ** exponent(from)) * rate * 10 ** exponent(to));
}
