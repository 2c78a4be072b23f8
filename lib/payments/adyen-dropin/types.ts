import type { JsonObject } from '@/lib/checkout/json';
import type { Amount } from '@/lib/checkout/money';

/**
 * What a supplier hands over that made an Adyen payment session. Plain types, for both halves: the browser's bundle must
 * not carry the schemas of `params.ts`.
 */
export interface AdyenDropinParams {
  /** Adyen's name for where the session lives: `test`, `live`, `live-us` and the like. */
  readonly environment: string;
  /** `test_…` or `live_…`. Public by design. */
  readonly clientKey: string;
  /** As Adyen made it; reaches the holder of the checkout's cookie only. A new session is a new step. */
  readonly session: { readonly id: string; readonly sessionData: string };
  /** Two letters; absent: the session says it. */
  readonly countryCode?: string;
  /** What the customer was shown; the component refuses to pay a session of any other amount. */
  readonly amount: Amount;
  /** The supplier's `paymentMethodsConfiguration` for the Drop-in, as it came. */
  readonly configuration: JsonObject;
}

/** `resume` of the step: what the bank's page sent back to the return address, which only the Drop-in can hand to Adyen. */
export interface AdyenDropinResume {
  readonly redirectResult: string;
  /** The session that left for the bank; absent: the one of the params. */
  readonly sessionId?: string;
}

/**
 * What the component gives back, once a session. All of it goes to the supplier's `advance`, and none of it is believed:
 * the supplier's confirm is the truth.
 */
export type AdyenDropinData =
  /** Adyen answered, paid or refused: `Authorised`, `Received`, `Refused` and the like. `sessionResult` is a token. */
  | {
      readonly outcome: 'result';
      readonly sessionId: string;
      readonly resultCode: string;
      readonly sessionResult?: string;
    }
  /** The customer turned back at the bank. */
  | { readonly outcome: 'cancelled'; readonly sessionId: string }
  /** Adyen takes no payment with this session: it is too old, or was paid or refused for good, perhaps in another tab. */
  | { readonly outcome: 'expired'; readonly sessionId: string }
  /** `unclear`: a call broke, and nobody here knows whether money moved. `price_changed`: nothing was sent. */
  | { readonly outcome: 'error'; readonly sessionId: string; readonly why: 'unclear' | 'price_changed' };
