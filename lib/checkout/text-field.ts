import type { JsonObject } from './json';

/** Any script, apostrophes, hyphens: everything but what cannot be printed. */
const PRINTABLE = '^\\P{Cc}+$';

/** A line of text in a details schema: its label, what browsers may fill it from, and what differs (`more`). */
export function textField(title: string, autocomplete: string, more: JsonObject = {}): JsonObject {
  return {
    type: 'string',
    title,
    minLength: 1,
    maxLength: 80,
    pattern: PRINTABLE,
    'x-autocomplete': autocomplete,
    'x-input': 'text',
    ...more,
  };
}
