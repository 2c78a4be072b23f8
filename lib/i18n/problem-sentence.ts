import { type Locale, messages } from './messages';

/** The sentence for a problem's code as a form route hands it on in the address; anything else says nothing. */
export function problemSentence(locale: Locale, code: string | string[] | undefined): string | undefined {
  const table: Readonly<Record<string, unknown>> = messages[locale].problems;
  if (typeof code !== 'string' || !Object.hasOwn(table, code)) return undefined;
  const entry = table[code];
  if (typeof entry !== 'object' || entry === null || !('detail' in entry)) return undefined;
  return typeof entry.detail === 'string' ? entry.detail : undefined;
}
