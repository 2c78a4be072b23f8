import { createHash } from 'node:crypto';

/**
 * A uuid that is always the same for the same parts (version 8 of RFC 9562: made of a hash). The supplier holds once what
 * it is asked for under one uuid, so a repeat after a crash must choose the same.
 */
export function uuidOf(...parts: readonly (string | number)[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}
