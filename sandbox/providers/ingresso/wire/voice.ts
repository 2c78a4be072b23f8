import type { Call, Desk } from '../desk';
import { type CurrencyCode, currencyWire, inDesired, major } from '../money';
import { Params } from '../params';

/** How an answer is to be said: its generation of the wire format, and what the caller asked to have added. */
export interface Voice {
  readonly old: boolean;
  readonly desired: CurrencyCode | null;
  readonly params: Params;
  readonly desk: Desk;
}

/** The voice for a call. */
export function voiceOf({ desk, params }: Pick<Call, 'desk' | 'params'>): Voice {
  return { old: desk.store.wire === 'old', desired: desk.store.desired, params, desk };
}

/** The voice where nobody asked for anything. */
export function plainVoice(desk: Desk): Voice {
  return voiceOf({ desk, params: new Params([]) });
}

/** Amounts by field name: minor units in, major units out, each with its twin where the account desires a currency. */
export function amounts(
  { desired }: Voice,
  currency: CurrencyCode,
  fields: Readonly<Record<string, number>>,
): Record<string, number> {
  const entries = Object.entries(fields).flatMap(([name, minor]): [string, number][] => [
    [name, major(minor, currency)],
    ...(desired ? [[`${name}_in_desired`, inDesired(minor, currency, desired)] as [string, number]] : []),
  ]);
  return Object.fromEntries(entries);
}

/** The currency of an object: by code in the newer generation, inline in the older. */
export function currencyOf({ old, desired }: Voice, currency: CurrencyCode): Record<string, unknown> {
  if (old) {
    return {
      currency: currencyWire(currency),
      ...(desired ? { desired_currency: currencyWire(desired) } : {}),
    };
  }
  return { currency_code: currency, ...(desired ? { desired_currency_code: desired } : {}) };
}

/** The top-level table of every currency that an answer speaks of; nothing where it speaks of none. */
export function currencyDetails(
  { desired }: Voice,
  currencies: readonly CurrencyCode[],
): Record<string, unknown> {
  const all = [...new Set([...currencies, ...(desired ? [desired] : [])])];
  if (currencies.length === 0) return {};
  return { currency_details: Object.fromEntries(all.map((code) => [code, currencyWire(code)])) };
}

/** Without the fields that are undefined: the platform leaves out what it does not know. */
export function known(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
