import { formatExpiry as expiry, inGroups, onlyDigits } from '../../../../core/typing';
import { brandOf } from './brands';

/** `4242424242424242` → `4242 4242 4242 4242`, amex 4-6-5; what is too long is cut. */
export function formatNumber(text: string): string {
  const { lengths, groups } = brandOf(onlyDigits(text));
  return inGroups(onlyDigits(text).slice(0, Math.max(...lengths)), groups);
}

/** `1234` → `12 / 34`. */
export function formatExpiry(text: string, deleting = false): string {
  return expiry(text, deleting, ' / ');
}

/** Digits only, at most `length`. */
export function formatCvc(text: string, length: number): string {
  return onlyDigits(text).slice(0, length);
}
