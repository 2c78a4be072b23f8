/**
 * Formatters by locale and options, made once: making one takes `Intl` a hundred times as long as using it. Options name
 * locales, zones and currencies, which are few.
 */
const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

/** As `new Intl.DateTimeFormat`, RangeError for a zone or locale that nobody knows included. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dates, [locale, options], () => new Intl.DateTimeFormat(locale, options));
}

/** As `new Intl.NumberFormat`. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(numbers, [locale, options], () => new Intl.NumberFormat(locale, options));
}

/** A visitor may ask for any locale, so what is kept has an end. */
const MAX = 500;

function kept<Format>(formats: Map<string, Format>, by: unknown, make: () => Format): Format {
  const key = JSON.stringify(by);
  const known = formats.get(key);
  if (known) return known;
  const made = make();
  if (formats.size >= MAX) formats.clear();
  formats.set(key, made);
  return made;
}
