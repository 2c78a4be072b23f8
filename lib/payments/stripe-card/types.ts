import type { FailureCode } from '@/lib/checkout/errors';
import type { Amount } from '@/lib/checkout/money';

/**
 * What a supplier hands over so that a card can be paid with Stripe's `confirmCardPayment`. Plain types, for both
 * halves: the browser's bundle must not carry the schemas of `params.ts`.
 */
export interface StripeCardParams {
  /** `pk_…` of the merchant of record. Public by design. */
  readonly publishableKey: string;
  /** Connected account that the intent lives on, where there is one. */
  readonly account?: string;
  /** Opens this one intent to this one customer; reaches the holder of the checkout's cookie only. */
  readonly clientSecret: string;
  /** Id of the intent, `pi_…`. */
  readonly intent: string;
  /** What the customer was shown; the component refuses to pay an intent of any other amount. */
  readonly amount: Amount;
  /** `phone` where the supplier asks for one. */
  readonly billing: { readonly name: string; readonly email: string; readonly phone?: string };
  /** Address of Stripe's browser script: Stripe's own, or what STRIPE_JS_URL names. */
  readonly scriptUrl: string;
}

/** What the component gives back. A hint: the heart looks at supplier and Stripe before it believes anything. */
export type StripeCardData =
  | { readonly outcome: 'succeeded' | 'processing'; readonly intent: string }
  | {
      readonly outcome: 'declined';
      readonly code: FailureCode;
      /** Stripe's own words for it, for the journal. */
      readonly declineCode?: string;
    }
  | { readonly outcome: 'cancelled' };
