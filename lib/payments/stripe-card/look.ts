import { z } from 'zod';
import type { Json } from '@/lib/checkout/json';
import type { Look } from '@/lib/checkout/method';
import type { CallContext } from '@/lib/checkout/supplier';
import type { HttpClient } from '@/lib/platform/http/types';
import { declineOf } from '../stripe/declines';
import { stripeCardParams } from './params';
import type { StripeCardParams } from './types';
import { fromStripe } from './units';

/** The part of a PaymentIntent that a browser may read with a publishable key (docs.stripe.com/api/payment_intents). */
const intentWire = z.looseObject({
  id: z.string(),
  status: z.string(),
  amount: z.int(),
  currency: z.string(),
  last_payment_error: z
    .looseObject({ code: z.string().nullish(), decline_code: z.string().nullish() })
    .nullish(),
});

/**
 * Asks Stripe how far the money got, with exactly what the customer's browser holds: publishable key and client
 * secret. Needs no secret key of the merchant's, so a supplier that is merchant of record need not share one.
 */
export async function lookAt(http: HttpClient, ctx: CallContext, json: Json): Promise<Look> {
  const params = stripeCardParams.safeParse(json);
  if (!params.success) return { money: 'unknown' };
  const { publishableKey, account, clientSecret, intent } = params.data;
  const answer = await http.call(ctx, {
    name: 'stripe.intent',
    method: 'GET',
    path: `/v1/payment_intents/${intent}`,
    query: { client_secret: clientSecret },
    headers: {
      authorization: `Bearer ${publishableKey}`,
      ...(account ? { 'stripe-account': account } : {}),
    },
    kind: 'payment',
    repeat: 'always',
    deadlineMs: 8000,
  });
  if (answer.kind !== 'answered' || answer.status !== 200) return { money: 'unknown' };
  return readIntent(answer.text, params.data);
}

/** Stripe's answer in our words. Whatever does not fit this very payment says nothing about it. */
export function readIntent(text: string, { intent, amount: shown }: StripeCardParams): Look {
  const parsed = intentWire.safeParse(parseJson(text));
  if (!parsed.success || parsed.data.id !== intent) return { money: 'unknown' };
  const { status, last_payment_error: error } = parsed.data;
  const currency = parsed.data.currency.toUpperCase();
  const amount = fromStripe(parsed.data.amount, currency, shown.exponent);
  switch (status) {
    case 'requires_payment_method':
      return error ? { money: 'none', code: declineOf(error) } : { money: 'none' };
    case 'requires_confirmation':
      return { money: 'none' };
    case 'requires_action':
      return { money: 'pending', by: 'customer' };
    case 'processing':
      return { money: 'pending', by: 'provider' };
    case 'requires_capture':
    case 'succeeded': {
      // Money in a currency that nobody was shown is for a person to look at, not for a sum.
      if (amount === null || currency !== shown.currency) return { money: 'unknown' };
      return {
        money: status === 'succeeded' ? 'captured' : 'authorised',
        amount,
        currency,
        reference: intent,
      };
    }
    case 'canceled':
      return { money: 'closed' };
    default:
      return { money: 'unknown' };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
