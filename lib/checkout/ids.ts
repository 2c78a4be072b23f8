import { randomBytes, randomInt } from 'node:crypto';

/** No 0/O, 1/I/L or U: nobody mixes these up on the phone, and no words come of them. */
const SPEAKABLE = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Short reference of a checkout for people: "FYR-7K3M9Q2D". Not a secret and no key to anything. */
export function newReference(): string {
  const characters = Array.from({ length: 8 }, () => SPEAKABLE[randomInt(SPEAKABLE.length)]);
  return `FYR-${characters.join('')}`;
}

/** A W3C trace id: 32 hex digits, one a checkout, sent to suppliers so that their logs can be joined with ours. */
export function newTraceId(): string {
  return randomBytes(16).toString('hex');
}
