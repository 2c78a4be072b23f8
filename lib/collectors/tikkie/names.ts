import { createHash } from 'node:crypto';
import type { Checkout } from '@/lib/checkout/model';

/** The most that a description or an external id may have. */
export const LONGEST = 35;

/**
 * What a request is found by: the order's reference, which people can read, and what tells its attempts apart. Always the same
 * for an attempt, so that a request whose answer was lost is found again and not made twice.
 */
export function externalIdOf({ reference }: Pick<Checkout, 'reference'>, attemptId: string): string {
  const mark = createHash('sha256').update(attemptId).digest('hex').slice(0, 10);
  return `${reference}-${mark}`.slice(0, LONGEST);
}

/** What whoever pays reads: the order's reference and what it is for, as far as there is room. */
export function descriptionOf({ reference, items }: Pick<Checkout, 'reference' | 'items'>): string {
  const title = (items[0]?.title ?? '').replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim();
  const whole = `${reference} ${title}`.trim();
  const letters = [...whole];
  // By UTF-16 units, as everybody's limit counts, and never through the middle of a letter.
  while (letters.join('').length > LONGEST) letters.pop();
  const cut = letters.join('');
  // Nor of a word, which reads like a mistake; of a title that is one word there is nothing better than its beginning.
  const words = /^\S/.test(whole.slice(cut.length)) ? cut.replace(/\s+\S*$/, '') : cut;
  return (words === reference ? cut : words).trim();
}
