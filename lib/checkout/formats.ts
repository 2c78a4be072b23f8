/**
 * What `Intl` was asked for, once: making a formatter takes it a hundred times as long as using one, and telling a currency's
 * digits longer than everything else about an amount. Options name locales, zones and currencies, which are few.
 */
const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();
const digits = new Map<string, number>();

/** As `new Intl.DateTimeFormat`, RangeError for a zone or locale that nobody knows included. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dates, [locale, options], () => new Intl.DateTimeFormat(locale, options));
}

/** As `new Intl.NumberFormat`. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(numbers, [locale, options], () => new Intl.NumberFormat(locale, options));
}

/** Decimals of a currency, as `Intl` knows it: 2 for what it does not. RangeError for what is no three-letter code. */
export function digitsOf(currency: string): number {
  return kept(digits, currency, () => {
    const format = numberFormat('en', { style: 'currency', currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  });
}

/** A visitor may ask for any locale, so what is kept has an end. */
const MAX = 500;

function kept<Known>(all: Map<string, Known>, by: unknown, make: () => Known): Known {
  const key = typeof by === 'string' ? by : JSON.stringify(by);
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (all.size >= MAX) all.clear();
  all.set(key, made);
  return made;
}
