import { z } from 'zod';
import type { JsonObject } from '@/lib/checkout/json';
import type { Checkout, Input } from '@/lib/checkout/model';
import type { Step } from '@/lib/checkout/step';
import { stripeTokenParams } from '@/lib/payments/stripe-token/params';
import { isLoopback } from '@/lib/platform/loopback';
import type { Pair } from './calls';
import { customerIn } from './customer';
import type { Desk } from './desk';
import type { BundleMemo, HoldMemo } from './memo';

/** What the method stripe-token gives back. */
const data = z.object({ tokens: z.record(z.string(), z.string().min(1)) });

/**
 * Has the page take one card entry and make a token for each bundle. Null when what Ingresso handed over does not make
 * a payment: a key that is none, a live one in front of a sandbox.
 */
export function tokenStep(
  { config }: Desk,
  checkout: Checkout,
  hold: HoldMemo,
  bundles: readonly BundleMemo[] = charged(hold),
): Extract<Step, { kind: 'pay' }> | null {
  const customer = customerIn(checkout.details.values);
  const local = isLoopback(config.url) || isLoopback(config.stripeScript);
  if (local && bundles.some(({ publishableKey }) => /^pk_live_/.test(publishableKey ?? ''))) return null;
  const postcode = customer?.billingPostcode ?? customer?.postcode;
  const params: JsonObject = {
    charges: bundles.map(({ source, publishableKey, label, total, currency, exponent }) => ({
      key: source,
      publishableKey,
      label: label.slice(0, 300),
      amount: total,
      currency,
      exponent,
    })),
    billing: {
      ...(customer ? { name: `${customer.firstName} ${customer.lastName}` } : {}),
      ...(postcode ? { postcode } : {}),
    },
    scriptUrl: config.stripeScript,
  };
  return stripeTokenParams.safeParse(params).success ? { kind: 'pay', method: 'stripe-token', params } : null;
}

/** Bundles that cost something. */
function charged({ bundles }: HoldMemo): readonly BundleMemo[] {
  return bundles.filter(({ total }) => total > 0);
}

/**
 * The tokens as purchase.v1 takes them, one a bundle; null when one is missing, because a part of them is never sent:
 * each charges a card, and the purchase is for all or nothing.
 */
export function tokenPairs(hold: HoldMemo, input: Input): readonly Pair[] | null {
  const given = tokensIn(input);
  const pairs = charged(hold).flatMap(({ source }): Pair[] => {
    const token = given[source];
    return token ? [[`${source}_callback/stripeToken`, token]] : [];
  });
  const distinct = new Set(pairs.map(([, token]) => token)).size;
  return pairs.length === charged(hold).length && distinct === pairs.length ? pairs : null;
}

/** The tokens of an input, by bundle. */
export function tokensIn(input: Input): Readonly<Record<string, string>> {
  const parsed = data.safeParse(input.data);
  return parsed.success ? parsed.data.tokens : {};
}
