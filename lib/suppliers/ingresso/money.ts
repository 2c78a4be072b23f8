import { type Amount, exponentOf, fromDecimal } from '@/lib/checkout/money';
import type { BundleWire } from './wire-order';
import type { CurrencyWire } from './wire-parts';

/** A currency as amounts are counted in it: ISO 4217 in capitals, and how many digits its minor unit has. */
export interface Currency {
  readonly code: string;
  readonly exponent: number;
}

type Details = Readonly<Record<string, CurrencyWire>> | null | undefined;

/** A currency from Ingresso's code and its own description of it; null for a code that is none. */
export function currencyOf(code: string | null | undefined, details: Details): Currency | null {
  if (!code || !/^[A-Za-z]{3}$/.test(code)) return null;
  const known = details?.[code] ?? details?.[code.toLowerCase()];
  return asCurrency(known ?? { currency_code: code });
}

/** A bundle's: written out inside it (2017), or named, with the description at the top of the answer. */
export function bundleCurrency(bundle: BundleWire, details: Details): Currency | null {
  return bundle.currency ? asCurrency(bundle.currency) : currencyOf(bundle.currency_code, details);
}

/** The currency that the partner asked to see beside: for orientation only, nothing is charged in it. */
export function desiredCurrency(bundle: BundleWire, details: Details): Currency | null {
  if (bundle.desired_currency) return asCurrency(bundle.desired_currency);
  return currencyOf(bundle.desired_currency_code, details);
}

function asCurrency(wire: Pick<CurrencyWire, 'currency_code'> & Partial<CurrencyWire>): Currency {
  const code = wire.currency_code.toUpperCase();
  // The factor makes minor units; the places are only how many digits people are shown.
  const digits = wire.currency_factor ? Math.log10(wire.currency_factor) : exponentOf(code);
  return { code, exponent: Number.isInteger(digits) && digits <= 4 ? digits : exponentOf(code) };
}

/** Minor units of a number in major units; once, at the edge, and without multiplying floats. */
export function amountIn(value: number, { code, exponent }: Currency): Amount {
  return fromDecimal(value, code, exponent);
}

/** The same, where the wire may have left it out. */
export function maybeAmount(value: number | null | undefined, currency: Currency): Amount | null {
  return typeof value === 'number' ? amountIn(value, currency) : null;
}
