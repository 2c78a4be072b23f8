/**
 * Why a hold, a payment or a booking did not work, in our words. Suppliers map their codes onto these
 * (each in its `errors.ts`), the page turns them into sentences, and `unknown_reason` stands for what nobody listed.
 */
export const FAILURE_CODES = [
  // holds
  'sold_out',
  'seats_gone',
  'event_gone',
  'price_changed',
  'hold_expired',
  'limit_reached',
  'invalid_selection',
  // payment
  'card_declined',
  'insufficient_funds',
  'card_expired',
  'incorrect_cvc',
  'authentication_failed',
  'payment_cancelled',
  'payment_method_unavailable',
  'payment_closed',
  'payment_unavailable',
  'too_many_attempts',
  // supplier
  'supplier_unavailable',
  'supplier_refused',
  'supplier_misconfigured',
  'booking_failed',
  'already_paid',
  'details_rejected',
  'not_cancellable',
  'unknown_reason',
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];

/** Thrown for faults only: a bug, a broken invariant, an answer that is no JSON. Business outcomes are values. */
export class Fault extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'Fault';
  }
}

/** Ends an exhaustive switch: does not compile while a case is missing, throws when data lied at run time. */
export function assertNever(value: never): never {
  throw new Fault('unreachable', `Unexpected case: ${JSON.stringify(value)?.slice(0, 80)}`);
}
