import type { PaymentIntent, PaymentIntentResult, PaymentMethodResult } from '@stripe/stripe-js';
import { declineOf } from '@/lib/payments/stripe/declines';
import type { StripeManualData } from '@/lib/payments/stripe-manual/types';
import { type Field, fieldOf } from '../stripe/fields';

/** What came of making a PaymentMethod. `field`: which of the card's fields is to blame, where one is. */
export type Made =
  | { readonly kind: 'made'; readonly data: StripeManualData }
  | { readonly kind: 'refused'; readonly field: Field | null; readonly text: string | null };

/** Reads what `createPaymentMethod` answered. Nothing is charged by one that is made and not sent. */
export function madeOf({ paymentMethod, error }: PaymentMethodResult): Made {
  if (paymentMethod) {
    const { brand, country } = paymentMethod.card ?? {};
    const known = brand && /^[a-z_]{1,40}$/.test(brand) ? { brand } : {};
    const issued = country && /^[A-Z]{2}$/.test(country) ? { country } : {};
    return { kind: 'made', data: { outcome: 'card', paymentMethod: paymentMethod.id, ...known, ...issued } };
  }
  const typed = error.type === 'validation_error' || /number|expiry|cvc/.test(error.code ?? '');
  const said = typed || error.type === 'card_error' ? (error.message ?? null) : null;
  return { kind: 'refused', field: typed ? fieldOf(error) : null, text: said };
}

type Intent = Pick<PaymentIntent, 'id' | 'status'> & Partial<Pick<PaymentIntent, 'last_payment_error'>>;

/** What an intent asks of the page: the bank's question, a report, or nothing that can be told from it. */
export type Standing =
  | { readonly kind: 'ask' }
  | { readonly kind: 'report'; readonly data: StripeManualData }
  | { readonly kind: 'unclear' };

/** Reads an intent as it stands: the page may have been reloaded, or open in two tabs, while the bank was asking. */
export function standingOf({ id, status, last_payment_error: error }: Intent): Standing {
  switch (status) {
    case 'requires_action':
      return { kind: 'ask' };
    // Whoever has answered need not answer again. The supplier reads how it stands before it goes on.
    case 'requires_confirmation':
    case 'requires_capture':
    case 'processing':
    case 'succeeded':
      return { kind: 'report', data: { outcome: 'authenticated', intent: id } };
    case 'requires_payment_method': {
      const code = error ? declineOf(error) : 'authentication_failed';
      return { kind: 'report', data: { outcome: 'declined', code, intent: id } };
    }
    case 'canceled':
      return { kind: 'report', data: { outcome: 'declined', code: 'payment_cancelled', intent: id } };
    default:
      return { kind: 'unclear' };
  }
}

/** Reads what `handleCardAction` answered. One that is asked for still was closed without an answer. */
export function answeredOf(intent: string, { paymentIntent, error }: PaymentIntentResult): Standing {
  const seen = paymentIntent ?? error?.payment_intent;
  const refused =
    error && (error.type === 'card_error' || error.code === 'payment_intent_authentication_failure');
  if (refused) return { kind: 'report', data: { outcome: 'declined', code: declineOf(error), intent } };
  const standing: Standing = seen ? standingOf(seen) : { kind: 'unclear' };
  if (standing.kind !== 'ask') return standing;
  return { kind: 'report', data: { outcome: 'declined', code: 'authentication_failed', intent } };
}
