/** Characters that end lines, hide or reorder text, and halves of characters; the joiners that scripts and emoji need stay. */
const INVISIBLE = /(?!\u200c|\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** Text from outside as one line of bounded length: fit for a subject, where a line break would begin a header. */
export function line(text: string, max = 200): string {
  const clean = [...text.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim()];
  return clean.length > max ? `${clean.slice(0, max - 1).join('')}…` : clean.join('');
}
