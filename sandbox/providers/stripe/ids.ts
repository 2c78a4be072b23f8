import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** `length` random characters of Stripe's alphabet. */
export function random(length: number): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** An object id as Stripe forms them, such as `pi_3Qx…`. */
export function newId(prefix: string): string {
  return `${prefix}_${random(24)}`;
}
