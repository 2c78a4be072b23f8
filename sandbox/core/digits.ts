/** No sender writes this at the start of a string. */
const MARK = '\u0000digits:';

/** Digits that are a bare number on the wire, however many they are; a JavaScript number would round them. */
export class Digits {
  constructor(readonly text: string) {}

  /** For {@link stringify}, which takes the mark and its quotes off again. */
  toJSON(): string {
    return `${MARK}${this.text}`;
  }
}

/** As `JSON.stringify` writes the mark. */
const MARKED = /(?<!\\)"\\u0000digits:([^"]*)"/g;

/** JSON text; fields that are undefined are left out. */
export function stringify(value: unknown): string {
  return (JSON.stringify(value) ?? 'null').replace(MARKED, '$1');
}

/** Strings and numbers of a JSON text, as they stand there. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** More digits in a row than every number can keep. */
const LONG = /\d{16}/;

/** What a JSON text says. Integers that JavaScript would round come as {@link Digits}; throws where it is no JSON. */
export function parseJson(text: string): unknown {
  if (!LONG.test(text)) return JSON.parse(text);
  const marked = text.replace(TOKENS, (token) =>
    /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token)) ? JSON.stringify(`${MARK}${token}`) : token,
  );
  return JSON.parse(marked, (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith(MARK) ? new Digits(value.slice(MARK.length)) : value,
  );
}
