/** Currencies of the platform, in its lower case. */
export type CurrencyCode = 'gbp' | 'eur';

const CURRENCIES = {
  gbp: { number: 826, places: 2, factor: 100, pre: '£' },
  eur: { number: 978, places: 2, factor: 100, pre: '€' },
} as const;

/** The European Central Bank's rates of one day, for the desired currency: indicative only, nobody pays them. */
const RATE = { gbp: { gbp: 1, eur: 1.1752 }, eur: { eur: 1, gbp: 0.8509 } } as const;

/** Minor units as the wire's number in major units. */
export function major(minor: number, currency: CurrencyCode): number {
  return minor / CURRENCIES[currency].factor;
}

/** An amount in another currency, major units; each is rounded by itself, so twins do not add up. */
export function inDesired(minor: number, from: CurrencyCode, to: CurrencyCode): number {
  return Math.round(major(minor, from) * RATE[from][to] * CURRENCIES[to].factor) / CURRENCIES[to].factor;
}

/** The platform's currency object. */
export function currencyWire(code: CurrencyCode): Record<string, unknown> {
  const { number, places, factor, pre } = CURRENCIES[code];
  return {
    currency_code: code,
    currency_factor: factor,
    currency_number: number,
    currency_places: places,
    currency_post_symbol: '',
    currency_pre_symbol: pre,
  };
}

/** For pages that people read: `£62.50`. */
export function display(minor: number, currency: CurrencyCode): string {
  return `${CURRENCIES[currency].pre}${major(minor, currency).toFixed(CURRENCIES[currency].places)}`;
}
