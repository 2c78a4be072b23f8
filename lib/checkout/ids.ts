import { randomBytes, randomInt } from 'node:crypto';

/** No 0/O, 1/I/L or U: nobody mixes these up on the phone, and no words come of them. */
const SPEAKABLE = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Short reference of a checkout for people: "FYR-7K3M9Q2D". Not a secret and no key to anything. */
export function newReference(): string {
  const characters = Array.from({ length: 8 }, () => SPEAKABLE[randomInt(SPEAKABLE.length)]);
  return `FYR-${characters.join('')}`;
}

/** The reference in a text that has more, such as a payment request's name or a line of a bank statement; null when there is none. */
export function referenceIn(text: string): string | null {
  return REFERENCE.exec(text.toUpperCase())?.[0] ?? null;
}

const REFERENCE = new RegExp(`\\bFYR-[${SPEAKABLE}]{8}\\b`);

/** A W3C trace id: 32 hex digits, one a checkout, sent to suppliers so that their logs can be joined with ours. */
export function newTraceId(): string {
  return randomBytes(16).toString('hex');
}
