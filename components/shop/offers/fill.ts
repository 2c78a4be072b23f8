/**
 * Sentences of the offers form, said by the server on a page and by the browser while choosing. `{name}` stands for a
 * value; plurals are keys of their own (`total_one`, `total_other`). A library for this would outweigh the form.
 */

/** Puts values into a sentence. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The form of a sentence for a number: `key_one` or `key_other`, or what else the language has. */
export function plural(
  words: Readonly<Record<string, unknown>>,
  key: string,
  count: number,
  locale: string,
): string {
  const form = new Intl.PluralRules(locale).select(count);
  const sentence = words[`${key}_${form}`] ?? words[`${key}_other`];
  return typeof sentence === 'string' ? sentence : '';
}
