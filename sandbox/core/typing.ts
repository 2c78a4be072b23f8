/** What card fields do with the text that is typed into them, whoever's fields they are. */

export const onlyDigits = (text: string) => text.replace(/\D/g, '');

/** `4242424242` in groups of 4 → `4242 4242 42`; what the groups do not hold is cut. */
export function inGroups(digits: string, groups: readonly number[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const size of groups) {
    if (at >= digits.length) break;
    parts.push(digits.slice(at, at + size));
    at += size;
  }
  return parts.join(' ');
}

/** Brings what people type, paste and browsers fill in to `MMYY`: `3`, `1/`, `12/2034`, `2034-12`. */
function expiryDigits(text: string, deleting: boolean): string {
  const iso = /^\s*(20\d\d)-(\d\d)/.exec(text);
  if (iso) return `${iso[2]}${iso[1]?.slice(2)}`;
  const [month = '', year] = text.split(/[/\-.\s]+/, 2).map(onlyDigits);
  if (year === undefined) return /^[2-9]/.test(month) ? `0${month}` : month;
  // A slash ends the month, unless it was left behind by the digit that was just deleted.
  const two = /^[1-9]$/.test(month) && !deleting ? `0${month}` : month;
  return two + (year.length === 4 ? year.slice(2) : year);
}

/** `1234` → `12/34` with the given slash, which appears with the month unless `deleting` just took it away. */
export function formatExpiry(text: string, deleting: boolean, slash: string): string {
  const digits = expiryDigits(text, deleting).slice(0, 4);
  // A 13th month is a 1 and the first digit of a year.
  const valid = Number(digits.slice(0, 2)) > 12 ? `0${digits}`.slice(0, 4) : digits;
  if (valid.length < 2 || (valid.length === 2 && deleting)) return valid;
  return `${valid.slice(0, 2)}${slash}${valid.slice(2)}`;
}

/** Where the caret belongs in `after` so that as many digits stand before it as did in `before`. */
export function caretFor(before: string, caret: number, after: string): number {
  const count = onlyDigits(before.slice(0, caret)).length;
  // At the end it stays at the end, behind a slash that has just appeared.
  if (caret >= before.length) return after.length;
  let seen = 0;
  for (let index = 0; index < after.length; index += 1) {
    if (seen === count) return index;
    if (/\d/.test(after.charAt(index))) seen += 1;
  }
  return after.length;
}
