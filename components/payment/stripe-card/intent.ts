import type { PaymentIntent, PaymentIntentResult } from '@stripe/stripe-js';
import { declineOf } from '@/lib/payments/stripe/declines';
import type { StripeCardData, StripeCardParams } from '@/lib/payments/stripe-card/types';
import { fromStripe } from '@/lib/payments/stripe-card/units';
import { type Field, fieldOf } from '../stripe/fields';

type Intent = Pick<PaymentIntent, 'id' | 'status' | 'amount' | 'currency'>;

/** What an intent asks of the page, before the customer is asked for anything. */
export type Standing =
  | { readonly kind: 'form' }
  /** The bank's question is open: put it to the customer again. */
  | { readonly kind: 'resume' }
  | { readonly kind: 'report'; readonly data: StripeCardData };

/**
 * Reads an intent as it stands: the page may have been reloaded, opened twice, or left in the middle of a payment. A
 * paid one is reported and never confirmed again; one of another amount than was shown is not paid at all.
 */
export function standingOf(intent: Intent, { amount }: StripeCardParams): Standing {
  const data = over(intent);
  if (data) return { kind: 'report', data };
  const same =
    intent.currency.toUpperCase() === amount.currency &&
    fromStripe(intent.amount, intent.currency, amount.exponent) === amount.amount;
  if (!same) return { kind: 'report', data: { outcome: 'declined', code: 'price_changed' } };
  return { kind: intent.status === 'requires_action' ? 'resume' : 'form' };
}

/** What to tell of an intent that takes no card any more; null while it does. */
function over({ id, status }: Intent): StripeCardData | null {
  switch (status) {
    case 'succeeded':
    case 'requires_capture':
      return { outcome: 'succeeded', intent: id };
    case 'processing':
      return { outcome: 'processing', intent: id };
    case 'canceled':
      return { outcome: 'cancelled' };
    default:
      return null;
  }
}

/** What came of a try. `typing`: nothing was sent, a field is wrong. `unclear`: only Stripe knows, ask it. */
export type Outcome =
  | { readonly kind: 'report'; readonly data: StripeCardData; readonly message?: string }
  | { readonly kind: 'typing'; readonly field: Field; readonly message: string }
  | { readonly kind: 'unclear' };

/** Reads what `confirmCardPayment` or `handleNextAction` answered. */
export function outcomeOf({ paymentIntent, error }: PaymentIntentResult): Outcome {
  const intent = paymentIntent ?? error?.payment_intent;
  const data = intent && over(intent);
  // An error that carries a paid intent (`payment_intent_unexpected_state`) means paid in another tab.
  if (data) return { kind: 'report', data };
  if (!error) return { kind: 'report', data: { outcome: 'declined', code: 'authentication_failed' } };
  if (error.type === 'validation_error') {
    return { kind: 'typing', field: fieldOf(error), message: error.message ?? '' };
  }
  const refused = error.type === 'card_error' || error.code === 'payment_intent_authentication_failure';
  if (!refused) return { kind: 'unclear' };
  const code = declineOf(error);
  const declineCode = error.decline_code ?? error.code;
  const known = declineCode && /^[a-z_]{1,80}$/.test(declineCode) ? { declineCode } : {};
  return { kind: 'report', data: { outcome: 'declined', code, ...known }, message: error.message };
}
