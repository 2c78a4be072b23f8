/**
 * What a supplier hands over that charges cards itself, each with a token of its own. Plain types, for both halves: the
 * browser's bundle must not carry the schemas of `params.ts`.
 */
export interface StripeTokenParams {
  /** What will be charged, in the order in which it is shown. Keys differ. */
  readonly charges: readonly TokenCharge[];
  /** Of the customer, as far as the supplier knows: sent to Stripe with the card, for the bank's own checks. */
  readonly billing?: { readonly name?: string; readonly postcode?: string };
  /** Address of Stripe's browser script: Stripe's own, or what STRIPE_JS_URL names. */
  readonly scriptUrl: string;
}

/** One charge. Those with the same publishable key are paid by one card entry; another key is another Stripe account. */
export interface TokenCharge {
  /** The supplier's name for it, such as a bundle's; comes back in {@link StripeTokenData}. */
  readonly key: string;
  /** `pk_…` of the account that will charge. Public by design. */
  readonly publishableKey: string;
  /** What it pays for, for people; may be the supplier's own text. */
  readonly label: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly exponent: number;
}

/**
 * What the component gives back: a token for each charge, by its key, every one of them fresh. Tokens charge once, so
 * a supplier that wants another try asks for others. Whether all keys are there is for the supplier to check.
 */
export interface StripeTokenData {
  readonly tokens: Readonly<Record<string, string>>;
}
