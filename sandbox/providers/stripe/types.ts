/** What the Stripe sandbox remembers. Amounts are minor units, times are Unix seconds, as on Stripe's wire. */

export type IntentStatus =
  | 'requires_payment_method'
  | 'requires_confirmation'
  | 'requires_action'
  | 'processing'
  | 'requires_capture'
  | 'succeeded'
  | 'canceled';

export type Metadata = Record<string, string>;

/** A card as the vault keeps it: the digits are gone once the test card they name is known. */
export interface StoredCard {
  number: string;
  brand: string;
  last4: string;
  expMonth: number;
  expYear: number;
  country: string;
  funding: string;
}

/** A string form of a person's billing details; nested `address` included, as sent. */
export interface BillingDetails {
  address?: Record<string, string>;
  email?: string;
  name?: string;
  phone?: string;
}

export interface PaymentMethod {
  id: string;
  account: string;
  created: number;
  card: StoredCard;
  billing: BillingDetails;
  customer: string | null;
  metadata: Metadata;
  /** True once it has paid without a customer to belong to: Stripe lets it pay once only. */
  spent: boolean;
}

export interface Token {
  id: string;
  account: string;
  created: number;
  card: StoredCard;
  billing: BillingDetails;
  used: boolean;
}

/** What Stripe answers when it refuses, without the objects that are rendered in at the last moment. */
export interface ErrorBody {
  type: 'card_error' | 'invalid_request_error' | 'idempotency_error' | 'api_error';
  message: string;
  code?: string;
  decline_code?: string;
  param?: string;
  charge?: string;
  doc_url?: string;
}

/** A bank's question to the customer that is still unanswered, or how it was answered. */
export interface Challenge {
  id: string;
  intent: string;
  /** Where a top-level challenge page goes afterwards; absent when the page's script shows it in a frame. */
  returnUrl?: string;
  outcome: 'open' | 'passed' | 'failed';
}

export interface Intent {
  id: string;
  secret: string;
  account: string;
  created: number;
  amount: number;
  amountReceived: number;
  amountCapturable: number;
  currency: string;
  status: IntentStatus;
  captureMethod: 'automatic' | 'automatic_async' | 'manual';
  confirmationMethod: 'automatic' | 'manual';
  description: string | null;
  receiptEmail: string | null;
  customer: string | null;
  setupFutureUsage: string | null;
  metadata: Metadata;
  shipping: Record<string, unknown> | null;
  paymentMethod: string | null;
  paymentMethodTypes: string[];
  lastError: { body: ErrorBody; paymentMethod: string | null } | null;
  latestCharge: string | null;
  challenge: string | null;
  /** The payment method that has passed 3DS for this intent, if any. */
  authenticated: string | null;
  canceledAt: number | null;
  cancellationReason: string | null;
  declines: string[];
}

export interface Charge {
  id: string;
  account: string;
  created: number;
  /** Null for a charge that was asked for directly, with a token. */
  intent: string | null;
  paymentMethod: string;
  amount: number;
  amountCaptured: number;
  amountRefunded: number;
  currency: string;
  status: 'succeeded' | 'pending' | 'failed';
  captured: boolean;
  /** Set aside once, and let go before it was captured. */
  released: boolean;
  threeDSecure: boolean;
  failure: ErrorBody | null;
  metadata: Metadata;
  description: string | null;
}

export interface Refund {
  id: string;
  account: string;
  created: number;
  charge: string;
  intent: string | null;
  amount: number;
  currency: string;
  reason: string | null;
  metadata: Metadata;
}

export interface Customer {
  id: string;
  account: string;
  created: number;
  email: string | null;
  name: string | null;
  phone: string | null;
  description: string | null;
  metadata: Metadata;
}

export interface StripeEvent {
  id: string;
  account: string;
  /** The intent or charge that it is about, for the control port. */
  subject: string;
  type: string;
  body: Record<string, unknown>;
}

export interface Endpoint {
  id: string;
  account: string;
  url: string;
  secret: string;
  /** Event types, or `*`. */
  events: string[];
}
