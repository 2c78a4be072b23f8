/** Digits that go onto the wire as a bare number, however many they are; a JavaScript number would round them. */
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
