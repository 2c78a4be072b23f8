import type { FailureCode } from '@/lib/checkout/errors';
import type { Answer } from '@/lib/checkout/supplier';
import type { NoReply, Refused } from './client';
import type { PurchaseResultWire } from './wire-order';

/** A reply without a value, as browsing and quoting answer it. Nobody's money hangs on these. */
export function noAnswer<T>(reply: NoReply): Answer<T> {
  if (reply.kind !== 'refused') return { ok: false, code: 'unavailable' };
  if (isMisconfigured(reply)) return { ok: false, code: 'misconfigured' };
  // "Bad data" and nothing more: an id that is nobody's, a code that is none.
  if (reply.status === 404 || reply.status === 410) return { ok: false, code: 'not_found' };
  return { ok: false, code: 'refused', refusals: [{ code: 'invalid_selection' }] };
}

/** Our account is the trouble: wrong password, no access, a channel or network that is not ours. */
export function isMisconfigured({ status, code }: Refused): boolean {
  return status === 401 || status === 403 || status === 405 || (code !== null && code >= 2 && code <= 7);
}

/** Names of what a purchase was refused for, in Ingresso's own words, and the field that the customer typed it in. */
const FIELDS: readonly (readonly [pattern: RegExp, pointer: string])[] = [
  [/e-?mail/i, '/customer/email'],
  [/country/i, '/customer/country'],
  [/first.?name/i, '/customer/firstName'],
  [/last.?name|surname/i, '/customer/lastName'],
  [/home.?phone/i, '/customer/homePhone'],
  [/work.?phone/i, '/customer/workPhone'],
  [/phone/i, '/customer/phone'],
  [/post.?code|zip/i, '/customer/postcode'],
  [/line.?two/i, '/customer/addressLineTwo'],
  [/address/i, '/customer/addressLineOne'],
  [/town|city/i, '/customer/town'],
  [/county/i, '/customer/county'],
  [/title/i, '/customer/title'],
  [/initials/i, '/customer/initials'],
  [/suffix/i, '/customer/suffix'],
];

/**
 * Which of the customer's details a purchase was refused for (JSON Pointers); null when the refusal is about something
 * else. Error 2000 is about the mail address; 8 is for everything, and only its words tell.
 */
export function rejectedDetails({ code, desc }: Refused): readonly string[] | null {
  if (code === 2000) return ['/customer/email'];
  if (code !== 8) return null;
  const found = FIELDS.find(([pattern]) => pattern.test(desc));
  return found ? [found[1]] : null;
}

/**
 * Why a transaction failed, from its results. There is no closed list of reasons: the flags are certain, the words are
 * a hint, and what neither tells is a booking that failed.
 */
export function failureOf(results: readonly (PurchaseResultWire | null | undefined)[]): FailureCode {
  const failed = results.filter((one) => one?.success === false);
  const some = (flag: 'failed_3d_secure' | 'failed_avs' | 'failed_cv_two') =>
    failed.some((one) => one?.[flag]);
  if (some('failed_3d_secure')) return 'authentication_failed';
  if (some('failed_cv_two')) return 'incorrect_cvc';
  if (some('failed_avs')) return 'card_declined';
  const words = failed.map((one) => `${one?.failure_reason ?? ''} ${one?.purchase_error ?? ''}`).join(' ');
  if (/insufficient/i.test(words)) return 'insufficient_funds';
  if (/expired.?card|card.?expired/i.test(words)) return 'card_expired';
  if (/cvc|security.?code/i.test(words)) return 'incorrect_cvc';
  if (/abandon|cancel|timed?.?out|time.?out/i.test(words)) return 'payment_cancelled';
  if (/declin|card|debit|payment|auth/i.test(words)) return 'card_declined';
  return 'booking_failed';
}
