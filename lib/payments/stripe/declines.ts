import type { FailureCode } from '@/lib/checkout/errors';

/** The parts of a Stripe error that say why. */
export interface StripeErrorCodes {
  readonly code?: string | null;
  readonly decline_code?: string | null;
}

/** Stripe's `code` and `decline_code` to ours (docs.stripe.com/declines/codes). What is not listed is a plain decline. */
const CODES: Readonly<Record<string, FailureCode>> = {
  insufficient_funds: 'insufficient_funds',
  withdrawal_count_limit_exceeded: 'insufficient_funds',
  card_velocity_exceeded: 'insufficient_funds',
  expired_card: 'card_expired',
  invalid_expiry_month: 'card_expired',
  invalid_expiry_year: 'card_expired',
  incorrect_cvc: 'incorrect_cvc',
  invalid_cvc: 'incorrect_cvc',
  authentication_required: 'authentication_failed',
  payment_intent_authentication_failure: 'authentication_failed',
  payment_intent_payment_attempt_expired: 'payment_cancelled',
};

/**
 * Why a card was refused, in our words. The issuer's decline code says more than Stripe's error code. A card reported
 * lost or stolen is a plain decline: whoever holds it must not learn more.
 */
export function declineOf({ code, decline_code }: StripeErrorCodes): FailureCode {
  const known = (name: string | null | undefined) =>
    name && Object.hasOwn(CODES, name) ? CODES[name] : undefined;
  return known(decline_code) ?? known(code) ?? 'card_declined';
}
