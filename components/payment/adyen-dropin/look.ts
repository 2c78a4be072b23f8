import type { JsonObject } from '@/lib/checkout/json';

/**
 * The supplier's configuration of the payment methods with our look for their fields. Everything else in it is the
 * supplier's: names to ask for, addresses, what wallets need.
 */
export function withLook(configuration: JsonObject, own: object): Record<string, object> {
  const theirs = Object.entries(configuration).filter(
    ([, value]) => typeof value === 'object' && value !== null,
  );
  const merged = new Map(theirs.map(([name, value]) => [name, { ...(value as object) }]));
  for (const name of CARDS) merged.set(name, { ...merged.get(name), ...own });
  return Object.fromEntries(merged);
}

/** Methods with card fields, as the configuration names them. */
const CARDS = ['card', 'storedCard', 'bcmc'] as const;
