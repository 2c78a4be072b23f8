import type { Json } from '@/lib/checkout/json';

/**
 * Whether a text from outside can be a key at all. PostgreSQL refuses U+0000 in any text: such an id is unknown, and
 * asking for it must not look like a database that is away.
 */
export function storable(...texts: readonly string[]): boolean {
  return texts.every((text) => !text.includes('\0'));
}

/** JSON as our own code wrote it. */
export function parse<T extends Json>(text: string): T {
  return JSON.parse(text) as T;
}
