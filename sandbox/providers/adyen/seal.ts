import { createHmac, timingSafeEqual } from 'node:crypto';
import { ADYEN_HMAC_KEY } from '../../core/secrets';

/** What a blob is good for. One kind does not pass for another. */
type Kind = 'sessionData' | 'sessionResult' | 'redirectResult' | 'paymentData' | 'paReq';

const mark = (kind: Kind, payload: string) =>
  createHmac('sha256', ADYEN_HMAC_KEY).update(`${kind}.${payload}`).digest('base64url');

/**
 * A blob that travels through browsers and comes back: opaque to them, and theirs to lose, not to change. The
 * exclamation mark is in Adyen's own, and shows who forgets to encode.
 */
export function seal(kind: Kind, content: Readonly<Record<string, unknown>>): string {
  const payload = Buffer.from(JSON.stringify(content)).toString('base64');
  return `Ab02b4c0!${mark(kind, payload)}.${payload}`;
}

/** What is in a blob that this sandbox sealed as `kind`; undefined for anything else. */
export function unseal(kind: Kind, blob: string): Record<string, unknown> | undefined {
  const [, signature = '', payload = ''] = /^Ab02b4c0!([\w-]+)\.([A-Za-z0-9+/=]+)$/.exec(blob) ?? [];
  const [expected, given] = [Buffer.from(mark(kind, payload)), Buffer.from(signature)];
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return undefined;
  return JSON.parse(Buffer.from(payload, 'base64').toString());
}
