import { type Amount, exponentOf } from '@/lib/checkout/money';
import type { PriceWire } from './wire-parts';

/** What the guest pays. Minor units at the supplier's precision. */
export function retail(wire: PriceWire): Amount {
  return amountOf(wire.retail, wire);
}

/** What is struck through where the price is lower now; absent where it is not. */
export function beforeOf(wire: PriceWire): Amount | undefined {
  const { original } = wire;
  return typeof original === 'number' && original > wire.retail ? amountOf(original, wire) : undefined;
}

function amountOf(amount: number, { currency, currencyPrecision }: PriceWire): Amount {
  return { amount, currency, exponent: currencyPrecision ?? exponentOf(currency) };
}

/** A moment with its offset; null for what is none. Milliseconds, UTC. */
export function momentOf(text: string | null | undefined): number | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}T[\d:.]{5,}(Z|[+-]\d{2}:?\d{2})$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}

/** The day that a local time is on where it is told. */
export function dayOf(local: string): string | null {
  return /^(\d{4}-\d{2}-\d{2})T/.exec(local)?.[1] ?? null;
}

/** The texts that there are. */
export function texts(list: readonly (string | null | undefined)[] | null | undefined): readonly string[] {
  return (list ?? []).flatMap((one) => (one ? [one] : []));
}

/** What several amounts come to; null when one is not told, or there is no such sum. */
export function sumOf(amounts: readonly (Amount | null)[]): Amount | null {
  const [first] = amounts;
  if (!first || amounts.some((one) => one?.currency !== first.currency)) return null;
  return { ...first, amount: amounts.reduce((sum, one) => sum + (one?.amount ?? 0), 0) };
}
