import type { StripeError, TokenResult } from '@stripe/stripe-js';
import type { StripeTokenParams, TokenCharge } from '@/lib/payments/stripe-token/types';

/** One card entry and what it pays for. A card can only be entered for one Stripe account at a time. */
export interface Entry {
  readonly publishableKey: string;
  readonly charges: readonly TokenCharge[];
}

/** Charges of the same account share an entry; entries and charges keep the order in which they were handed over. */
export function entriesOf({ charges }: StripeTokenParams): readonly Entry[] {
  const keys = [...new Set(charges.map(({ publishableKey }) => publishableKey))];
  return keys.map((publishableKey) => ({
    publishableKey,
    charges: charges.filter((charge) => charge.publishableKey === publishableKey),
  }));
}

/** The part of Stripe's error that a form needs. */
export type Refusal = Pick<StripeError, 'type' | 'code' | 'message'>;

/** All tokens, by charge, or what stopped the making of them: then none is worth anything. */
export type Made =
  | { readonly kind: 'made'; readonly tokens: Readonly<Record<string, string>> }
  | { readonly kind: 'refused'; readonly entry: number; readonly error: Refusal };

/**
 * Makes a fresh token for each charge. One after the other, because one refusal makes the rest pointless. No money
 * moves here: a token that is made and not sent charges nothing, ever.
 */
export async function makeTokens(
  entries: readonly Entry[],
  create: (entry: number) => Promise<TokenResult>,
): Promise<Made> {
  const tokens = new Map<string, string>();
  for (const [entry, { charges }] of entries.entries()) {
    for (const { key } of charges) {
      const { token, error } = await create(entry).catch(unmade);
      if (!token) return { kind: 'refused', entry, error };
      tokens.set(key, token.id);
    }
  }
  return { kind: 'made', tokens: Object.fromEntries(tokens) };
}

/** Stripe's script threw where it should have answered. */
function unmade(): TokenResult {
  return { error: { type: 'api_error' } };
}
