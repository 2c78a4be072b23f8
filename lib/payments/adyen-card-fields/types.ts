import type { Amount } from '@/lib/checkout/money';

/** Names of `state.data.paymentMethod` that a supplier may need; digits that are not encrypted have none among them. */
export const CARD_FIELDS = [
  'type',
  'holderName',
  'brand',
  'encryptedCardNumber',
  'encryptedExpiryMonth',
  'encryptedExpiryYear',
  'encryptedSecurityCode',
  'checkoutAttemptId',
  'sdkData',
  'fundingSource',
] as const;

/**
 * What a supplier hands over that sends a card's encrypted data to Adyen itself. Plain types, for both halves: the browser's
 * bundle must not carry the schemas of `params.ts`.
 */
export interface AdyenCardFieldsParams {
  /** Adyen's name for where the merchant account lives: `test`, `live`, `live-us` and the like. */
  readonly environment: string;
  /** `test_…` or `live_…`. Public by design. */
  readonly clientKey: string;
  /** Two letters, as far as the supplier knows it. */
  readonly countryCode?: string;
  readonly amount: Amount;
  /** What to put into the field for the holder's name. */
  readonly holderName: string;
}

/**
 * What the component gives back: `state.data.paymentMethod` of Adyen's card form, encrypted for Adyen alone, with what it
 * found out about the card. Goes to the supplier's `advance`; no money moves before.
 */
export interface AdyenCardFieldsData {
  readonly paymentMethod: Readonly<Record<string, string>>;
  /** As Adyen names it (`visa`, `mc`). */
  readonly brand?: string;
  /** Where the card was issued, two letters. */
  readonly country?: string;
}
