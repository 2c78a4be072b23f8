/** Minor units and ISO code. The number of decimals is Adyen's, see `money.ts`. */
export interface Amount {
  value: number;
  currency: string;
}

/** What a payment came to, or what has to happen before it comes to anything. */
export type ResultCode =
  | 'Authorised'
  | 'Refused'
  | 'Error'
  | 'Cancelled'
  | 'Received'
  | 'RedirectShopper'
  | 'IdentifyShopper'
  | 'ChallengeShopper';

/** Nothing follows these but money. `Received` is not one: its answer is still to come. */
export const FINAL: readonly ResultCode[] = ['Authorised', 'Refused', 'Error', 'Cancelled'];

/** Why a payment was not authorised, as Adyen words and numbers it. */
export interface Refusal {
  readonly resultCode: 'Refused' | 'Error' | 'Cancelled';
  readonly reason: string;
  readonly code: string;
}

/** What is kept of a card. The number only of a test card: somebody may have typed their own. */
export interface StoredCard {
  number: string;
  brand: string;
  last4: string;
  bin: string;
  expiryMonth: string;
  expiryYear: string;
  holderName: string | null;
}

/** How the cardholder is asked. `method` is the invisible look at the browser before a question. */
export interface Authentication {
  id: string;
  /** Proves to the server which payment a browser talks about. */
  token: string;
  way: 'native' | 'redirect';
  /** Whether the issuer asks a question, or lets the customer pass. */
  asks: boolean;
  /** The bank's own record. What browsers say about it is not believed. */
  answer: 'open' | 'passed' | 'failed' | 'cancelled';
}

/** A capture, cancellation or refund. Adyen takes it at once and says later what came of it. */
export interface Modification {
  psp: string;
  kind: 'capture' | 'cancel' | 'refund' | 'reversal';
  reference: string | null;
  /** `null` means all of it. */
  amount: Amount | null;
  status: 'received' | 'done' | 'failed';
}

/** One try to pay, by Adyen's own reference. */
export interface Payment {
  psp: string;
  merchant: string;
  /** The session that it was made in; `null` for a merchant's own call. */
  session: string | null;
  reference: string;
  amount: Amount;
  card: StoredCard;
  returnUrl: string;
  shopperReference: string | null;
  created: number;
  resultCode: ResultCode;
  refusal: Refusal | null;
  authentication: Authentication | null;
  captured: number;
  refunded: number;
  cancelled: boolean;
  /** Whether the merchant captures by itself. */
  manualCapture: boolean;
  /** Whether the card is to be kept if this is authorised. */
  store: boolean;
  storedPaymentMethodId: string | null;
  /** Whether number, date and code are a test card's as published; the code itself is not kept. */
  sound: boolean;
  /** The acquirer's answer that the merchant asked for (`RequestedTestAcquirerResponseCode`). */
  requested: string | null;
  modifications: Modification[];
}

/** A payment session: one amount that one shopper may pay once, within its time. */
export interface Session {
  id: string;
  merchant: string;
  reference: string;
  amount: Amount;
  countryCode: string | null;
  shopperLocale: string;
  shopperReference: string | null;
  returnUrl: string;
  created: number;
  expiresAt: number;
  manualCapture: boolean;
  /** `disabled`: 3D Secure leads to the issuer's own page. */
  nativeThreeDS: 'preferred' | 'disabled';
  requested: string | null;
  store: 'disabled' | 'askForConsent' | 'enabled';
  /** How many tries were refused. */
  refusals: number;
  payments: string[];
}

/** A card that a shopper may pay with again. */
export interface StoredMethod {
  id: string;
  merchant: string;
  shopperReference: string;
  card: StoredCard;
}

/** One webhook item, as it is sent. */
export interface Notification {
  readonly merchant: string;
  readonly payment: string;
  readonly session: string | null;
  readonly reference: string;
  readonly eventCode: string;
  readonly item: Readonly<Record<string, unknown>>;
}
