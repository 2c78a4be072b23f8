/** Where a developer's payment requests belong to. At most two an account. */
export interface Platform {
  readonly token: string;
  readonly apiKey: string;
  readonly name: string;
  readonly phoneNumber: string;
  readonly email: string | null;
  readonly notificationUrl: string | null;
  readonly usage: PlatformUsage;
}

export type PlatformUsage = 'PAYMENT_REQUEST_FOR_MYSELF' | 'PAYMENT_REQUEST_FOR_OTHERS';

/** Who is paid, and into which account. */
export interface User {
  readonly token: string;
  readonly platform: string;
  readonly name: string;
  readonly phoneNumber: string;
  readonly bankAccount: { readonly token: string; readonly iban: string; readonly label: string };
}

/** How one payment stands, as version 1 words it. */
export type PaymentStatus = 'NEW' | 'PENDING' | 'PAID' | 'NOT_PAID';

/** Somebody who paid, or tried to. */
export interface Payment {
  readonly token: string;
  readonly name: string;
  /** Cents. */
  readonly amount: number;
  readonly createdMs: number;
  status: PaymentStatus;
  readonly refunds: Refund[];
}

/** Money that went back; version 2 only. */
export interface Refund {
  readonly token: string;
  readonly amount: number;
  readonly description: string;
  readonly reference: string | null;
  readonly createdMs: number;
  status: 'PENDING' | 'PAID';
}

export const REQUEST_STATUSES = [
  'OPEN',
  'CLOSED',
  'EXPIRED',
  'MAX_YIELD_REACHED',
  'MAX_SUCCESSFUL_PAYMENTS_REACHED',
] as const;

export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** Whose a request is: a user's of a platform (version 1), or an app's (version 2). */
export type Owner =
  | { readonly version: 1; readonly platform: string; readonly user: string; readonly bankAccount: string }
  | { readonly version: 2; readonly app: string };

/** A link that anybody may pay, as often as it is open. */
export interface PaymentRequest {
  readonly token: string;
  readonly owner: Owner;
  /** Cents; null where the payer decides. */
  readonly amount: number | null;
  readonly description: string;
  readonly externalId: string | null;
  readonly createdMs: number;
  expiresMs: number;
  /** What somebody over there made of it; null while its time alone decides. */
  forced: Exclude<RequestStatus, 'OPEN'> | null;
  /** When it stopped being open, where that is known. */
  endedMs: number | null;
  /** The account has received more today than its contract allows. */
  yieldedTooFast: boolean;
  /** Payments after which it is full; null: as many as come. */
  maxPayments: number | null;
  readonly payments: Payment[];
}
