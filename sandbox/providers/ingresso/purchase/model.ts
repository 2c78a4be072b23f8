/** One redirect of a customer's. It is over as soon as its token was used. */
export interface Callout {
  readonly token: string;
  /** Where the customer comes back to: the shop's own address with this callout's token in its path. */
  readonly returnUrl: string;
  readonly source: string;
  readonly method: 'get' | 'post';
  readonly destination: string;
  readonly parameters: readonly (readonly [string, string])[];
  readonly order: readonly string[];
  /** The page is the bank's question about a card rather than a payment page. */
  readonly threeDSecure: boolean;
  /** A page for a Stripe token; it can be answered without sending the customer there. */
  readonly wantsToken: boolean;
  /** Stripe's intent that waits for the bank's answer; Stripe is asked how it went. */
  readonly intent?: string;
  readonly returnsBy: 'get' | 'post';
  /** Parameters that must come back as they are, besides `success`. */
  readonly echoes: readonly (readonly [string, string])[];
}

/** How far a bundle's redirects are. */
export interface CalloutProgress {
  done: number;
}
