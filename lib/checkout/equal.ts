import { isDeepStrictEqual } from 'node:util';

/**
 * Same content once stored: a key that is `undefined` and one that is absent are the same in JSON. Steps and whole
 * checkouts are compared by it, so that asking again without news writes nothing.
 */
export function same(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(stored(a), stored(b));
}

function stored(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
