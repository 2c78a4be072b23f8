import { isDeepStrictEqual } from 'node:util';

/**
 * Same content once stored: a key that is `undefined` and one that is absent are the same in JSON. Steps and whole
 * checkouts are compared by it, so that asking again without news writes nothing.
 */
export function same(a: unknown, b: unknown): boolean {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  // Mostly there is no news, and then the texts are the same; only the order of keys may tell them apart.
  return one === other || isDeepStrictEqual(stored(one), stored(other));
}

function stored(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}
