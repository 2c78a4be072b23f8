import { luhn } from '../../../../core/luhn';
import type { ValidationError } from '../messages';
import { brandOf } from './brands';

/** What can be said of a field: nothing in it, not finished, finished, or wrong. */
export type Verdict = { state: 'empty' | 'incomplete' | 'complete' } | { state: 'wrong'; code: Code };

const MESSAGES = {
  incomplete_number: 'Your card number is incomplete.',
  invalid_number: 'Your card number is invalid.',
  incomplete_expiry: "Your card's expiration date is incomplete.",
  invalid_expiry_year_past: "Your card's expiration year is in the past.",
  invalid_expiry_month_past: "Your card's expiration date is in the past.",
  invalid_expiry_year: "Your card's expiration year is invalid.",
  incomplete_cvc: "Your card's security code is incomplete.",
  incomplete_zip: 'Your postal code is incomplete.',
} as const;

export type Code = keyof typeof MESSAGES;

export function validationError(code: Code): ValidationError {
  return { type: 'validation_error', code, message: MESSAGES[code] };
}

export function judgeNumber(text: string): Verdict {
  const digits = text.replace(/\D/g, '');
  const { lengths } = brandOf(digits);
  if (digits === '') return { state: 'empty' };
  if (!lengths.includes(digits.length)) return { state: 'incomplete' };
  return luhn(digits) ? { state: 'complete' } : { state: 'wrong', code: 'invalid_number' };
}

/** Months end in the customer's own time zone, so a card is good to the end of its month. */
export function judgeExpiry(text: string, today = new Date()): Verdict {
  const digits = text.replace(/\D/g, '');
  if (digits === '') return { state: 'empty' };
  if (digits.length < 4) return { state: 'incomplete' };
  const year = 2000 + Number(digits.slice(2));
  const month = Number(digits.slice(0, 2));
  if (year < today.getFullYear()) return { state: 'wrong', code: 'invalid_expiry_year_past' };
  if (year > today.getFullYear() + 50) return { state: 'wrong', code: 'invalid_expiry_year' };
  if (year === today.getFullYear() && month < today.getMonth() + 1) {
    return { state: 'wrong', code: 'invalid_expiry_month_past' };
  }
  return month < 1 ? { state: 'incomplete' } : { state: 'complete' };
}

/** `length` is the brand's; while the brand is unknown 3 will do. */
export function judgeCvc(text: string, length: number): Verdict {
  if (text === '') return { state: 'empty' };
  // Stripe lets an American Express code pass with 3 digits too.
  return { state: text.length >= Math.min(length, 3) && text.length <= length ? 'complete' : 'incomplete' };
}

export function judgePostalCode(text: string): Verdict {
  if (text.trim() === '') return { state: 'empty' };
  return { state: text.trim().length >= 3 ? 'complete' : 'incomplete' };
}
