/** Digits that are a bare number on the wire, however many they are; a JavaScript number would round them. */
export class Digits {
  constructor(readonly text: string) {}
}

/** JSON text; fields that are undefined are left out. */
export function stringify(value: unknown): string {
  if (value instanceof Digits) return value.text;
  if (Array.isArray(value)) return `[${value.map((one) => stringify(one ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).flatMap(([key, part]) =>
      part === undefined ? [] : `${JSON.stringify(key)}:${stringify(part)}`,
    );
    return `{${parts.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** Strings and numbers of a JSON text, as they stand there. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** No sender writes this at the start of a string. */
const MARK = '\u0000digits:';

/** What a JSON text says. Integers that JavaScript would round come as {@link Digits}; throws where it is no JSON. */
export function parseJson(text: string): unknown {
  const marked = text.replace(TOKENS, (token) =>
    /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token)) ? JSON.stringify(`${MARK}${token}`) : token,
  );
  return JSON.parse(marked, (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith(MARK) ? new Digits(value.slice(MARK.length)) : value,
  );
}
