import { createHash, randomBytes } from 'node:crypto';

/**
 * W3C `traceparent` for one try: the checkout's trace, a span of this try's own. A trace id that is not 32 hex digits
 * is hashed into that form, so that the header is always valid and calls of one checkout still share it.
 */
export function traceparent(traceId: string): string {
  const valid = /^[0-9a-f]{32}$/.test(traceId) && !/^0+$/.test(traceId);
  const trace = valid ? traceId : createHash('sha256').update(traceId).digest('hex').slice(0, 32);
  return `00-${trace}-${randomBytes(8).toString('hex')}-01`;
}
