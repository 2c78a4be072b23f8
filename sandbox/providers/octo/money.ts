/** Decimals of the currencies that are sold here, by ISO 4217. */
const PRECISION: Readonly<Record<string, number>> = { GBP: 2, EUR: 2, USD: 2, JPY: 0, KWD: 3 };

/** Fixed rates, units of each currency for one pound, so that a test's sums never move. */
const PER_POUND: Readonly<Record<string, number>> = { GBP: 1, EUR: 1.16, USD: 1.33, JPY: 200, KWD: 0.4 };

/** `currencyPrecision`: a price is its amount divided by ten to this power. */
export function precision(currency: string): number {
  return PRECISION[currency] ?? 2;
}

/** A list price in another currency, rounded as shops do: to half a unit, or to a hundred where there are no decimals. */
export function convert(minor: number, from: string, to: string): number {
  if (from === to || minor === 0) return minor;
  const rate = (PER_POUND[to] ?? 1) / (PER_POUND[from] ?? 1);
  const exact = (minor / 10 ** precision(from)) * rate * 10 ** precision(to);
  const step = precision(to) === 0 ? 100 : 10 ** precision(to) / 2;
  return Math.max(step, Math.round(exact / step) * step);
}
