import type { FailureCode } from '@/lib/checkout/errors';
import type { Amount } from '@/lib/checkout/money';

/**
 * What a supplier hands over whose own server confirms the payment (Stripe's manual confirmation): first a card is asked for,
 * then, where the bank wants it, its question. Plain types, for both halves: the browser's bundle must not carry the schemas
 * of `params.ts`.
 */
export type StripeManualParams = StripeManualCard | StripeManualBank;

interface Shared {
  /** `pk_…` of the account that will charge. Public by design. */
  readonly publishableKey: string;
  /** What the customer was shown. */
  readonly amount: Amount;
  /** Address of Stripe's browser script: Stripe's own, or what STRIPE_JS_URL names. */
  readonly scriptUrl: string;
}

/** A card is to be typed in. Nothing is charged by it. */
export interface StripeManualCard extends Shared {
  readonly ask: 'card';
  /** Goes to Stripe with the card, for the bank's own checks. */
  readonly billing: { readonly name: string; readonly email?: string };
}

/** The bank asks whether it is them, about an intent that the supplier made. */
export interface StripeManualBank extends Shared {
  readonly ask: 'bank';
  /** Opens this one intent to this one customer; reaches the holder of the checkout's cookie only. */
  readonly clientSecret: string;
  /** Id of the intent, `pi_…`. */
  readonly intent: string;
}

/** What the component gives back. All of it goes to the supplier's `advance`; no money moves before. */
export type StripeManualData =
  /** A fresh PaymentMethod. `brand` as Stripe names it (`visa`), `country` where the card was issued, two letters. */
  | {
      readonly outcome: 'card';
      readonly paymentMethod: string;
      readonly brand?: string;
      readonly country?: string;
    }
  /** The bank is content, and the supplier may confirm. */
  | { readonly outcome: 'authenticated'; readonly intent: string }
  /** The bank is not, or the question was closed. */
  | { readonly outcome: 'declined'; readonly code: FailureCode; readonly intent: string };
