/** Tickitto's price: major units in a string, as its schema types it. */
export interface Price {
  amount: string;
  currency: string;
}

/** Fixed rates, units of each currency for one pound, so that a test's sums never move. */
const PER_POUND: Readonly<Record<string, number>> = { GBP: 1, EUR: 1.16, USD: 1.33, JPY: 200, AED: 4.9 };

/** Currencies without decimals. */
const WHOLE = new Set(['JPY']);

/** The currencies that prices can be asked in. */
export const CURRENCIES = Object.keys(PER_POUND);

/** Decimal places of a currency. */
export function exponent(currency: string): number {
  return WHOLE.has(currency) ? 0 : 2;
}

/** Major units as a plain number, for the older generation of the wire format. */
export function major(minor: number, currency: string): number {
  return minor / 10 ** exponent(currency);
}

/** Minor units as the wire's price. */
export function price(minor: number, currency: string): Price {
  return { amount: major(minor, currency).toFixed(exponent(currency)), currency };
}

/** How many of `to` one of `from` buys. */
export function rate(from: string, to: string): number {
  return (PER_POUND[to] ?? 1) / (PER_POUND[from] ?? 1);
}

/** Exact conversion, rounded to the minor unit. */
export function convert(minor: number, from: string, to: string): number {
  if (from === to) return minor;
  return Math.round((minor / 10 ** exponent(from)) * rate(from, to) * 10 ** exponent(to));
}

/** A ticket's price in another currency, rounded as shops do: to half a unit, or to a hundred yen. */
export function shopPrice(minor: number, from: string, to: string): number {
  if (from === to) return minor;
  const step = WHOLE.has(to) ? 100 : 50;
  const exact = convert(minor, from, to);
  return exact === 0 ? 0 : Math.max(step, Math.round(exact / step) * step);
}
