/** An object whose keys keep this order on the wire; JavaScript's own puts keys that look like numbers first. */
export class Ordered {
  constructor(readonly pairs: readonly (readonly [string, unknown])[]) {}
}

/** JSON text. `slashes` writes `/` as `\/`, as the platform's older answers have it. */
export function stringify(value: unknown, slashes = false): string {
  const text = write(value);
  return slashes ? text.replaceAll('/', '\\/') : text;
}

function write(value: unknown): string {
  if (value instanceof Ordered) return object(value.pairs);
  if (Array.isArray(value))
    return `[${value.map((one) => (one === undefined ? 'null' : write(one))).join(',')}]`;
  if (typeof value === 'object' && value !== null) return object(Object.entries(value));
  return JSON.stringify(value) ?? 'null';
}

function object(pairs: readonly (readonly [string, unknown])[]): string {
  const parts = pairs.flatMap(([key, value]) =>
    value === undefined ? [] : `${JSON.stringify(key)}:${write(value)}`,
  );
  return `{${parts.join(',')}}`;
}
