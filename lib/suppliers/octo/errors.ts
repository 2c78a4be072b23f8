import type { FailureCode } from '@/lib/checkout/errors';
import type { Refusal } from '@/lib/checkout/model';
import type { Answer } from '@/lib/checkout/supplier';
import type { NoReply, Refused } from './client';
import { errorWire } from './wire';

/** Code and sentence of an error body; null when it is none. */
export function faultIn(json: unknown): { readonly code: string; readonly message: string } | null {
  const parsed = errorWire.safeParse(json);
  if (!parsed.success) return null;
  return { code: parsed.data.error, message: parsed.data.errorMessage ?? '' };
}

/** Not paid yet as far as the supplier has heard: the same confirmation again, until it has. */
export const PAYMENT_PENDING = 'PAYMENT_PENDING';

/** Our key or our capabilities are the trouble. */
export function isMisconfigured({ status, code }: Refused): boolean {
  return status === 401 || status === 403 || /^(UNAUTHORIZED|FORBIDDEN|CAPABILITIES_REQUIRED)$/.test(code);
}

/** A reply without a value, as browsing and quoting answer it. Nobody's money hangs on these. */
export function noAnswer<T>(reply: NoReply): Answer<T> {
  if (reply.kind !== 'refused') return { ok: false, code: 'unavailable' };
  if (isMisconfigured(reply)) return { ok: false, code: 'misconfigured' };
  // The documentation's own example misspells the last one.
  if (/^INVALID_(PRODUCT|OPTION|UNIT|AVAILABILITY|AVAILABILIY)_ID$/.test(reply.code) || reply.status === 404)
    return { ok: false, code: 'not_found' };
  return { ok: false, code: 'refused', refusals: [refusalOf(reply)] };
}

/** Why something could not be held. The sentence is the supplier's, in the customer's language. */
export function refusalOf(reply: Refused, title?: string): Refusal {
  const text = reply.message.trim() || undefined;
  return { code: holdFailure(reply), title, text };
}

function holdFailure(reply: Refused): FailureCode {
  if (isMisconfigured(reply)) return 'supplier_misconfigured';
  switch (reply.code) {
    case 'UNPROCESSABLE_ENTITY':
      return 'sold_out';
    case 'INVALID_AVAILABILITY_ID':
    case 'INVALID_AVAILABILIY_ID':
    case 'INVALID_PRODUCT_ID':
    case 'INVALID_OPTION_ID':
      return 'event_gone';
    case 'INVALID_UNIT_ID':
      return 'invalid_selection';
    default:
      return 'supplier_refused';
  }
}

/**
 * Why a payment was refused. There is one code for it, `BAD_REQUEST`, and it stands for malformed requests too: only the
 * words tell, and what they do not tell is a declined card.
 */
export function paymentFailure({ code, message }: Refused): FailureCode {
  if (/^GATEWAY_|^INVALID_CARD_ID$/.test(code)) return 'payment_method_unavailable';
  if (/insufficient|not enough (money|balance|funds)/i.test(message)) return 'insufficient_funds';
  if (/expired/i.test(message)) return 'card_expired';
  if (/cvc|cvv|security code/i.test(message)) return 'incorrect_cvc';
  if (/authenticat|3-?d ?s/i.test(message)) return 'authentication_failed';
  if (/cancel|not been completed|abandon/i.test(message)) return 'payment_cancelled';
  return 'card_declined';
}

/** Whether a refusal is about what the customer typed, and not about money. */
export function isAboutDetails({ code, message }: Refused): boolean {
  return code === 'BAD_REQUEST' && /contact|emailAddress|phoneNumber|firstName|lastName/i.test(message);
}
