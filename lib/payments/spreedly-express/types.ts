import type { Amount } from '@/lib/checkout/money';

/**
 * What a supplier hands over that charges a card kept at Spreedly. Plain types, for both halves: the browser's bundle must
 * not carry the schemas of `params.ts`.
 */
export interface SpreedlyExpressParams {
  /** Key of the supplier's Spreedly environment. Public by design. */
  readonly env: string;
  /** Where the environment takes signed requests only. Good for one card: another try needs another one. */
  readonly signed?: SpreedlySignature;
  /** What the customer was shown; Express shows it, too. It charges nothing. */
  readonly amount: Amount;
}

/** Made by the supplier with its certificate (developer.spreedly.com, "authenticated tokenization"). */
export interface SpreedlySignature {
  readonly nonce: string;
  readonly timestamp: string;
  readonly certificateToken: string;
  readonly signature: string;
}

/** What the component gives back: a token of the card, which the supplier's `advance` charges. */
export interface SpreedlyExpressData {
  readonly token: string;
}

/** The method's settings. */
export interface SpreedlyExpressSettings {
  /** Address of Express's browser script. */
  readonly scriptUrl: string;
}
