import type { Context } from 'hono';
import type { z } from 'zod';
import { type Fault, Invalid } from './refusals';

/** Parsed query parameters; a name that ends with [] is the same list as without, as clients write both. */
export function query<T>(c: Context, schema: z.ZodType<T>): T {
  const values: Record<string, string | string[]> = {};
  for (const [name, list] of Object.entries(c.req.queries())) {
    const bare = name.replace(/\[\]$/, '');
    const known = values[bare];
    const all = [...(known === undefined ? [] : [known].flat()), ...list];
    values[bare] = all.length === 1 && all[0] !== undefined ? all[0] : all;
  }
  return parse(values, schema, 'query');
}

/** A parsed JSON body; none at all counts as an empty object, so that every missing field is named. */
export async function body<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const text = await c.req.text();
  let json: unknown = {};
  if (text !== '') {
    try {
      json = JSON.parse(text);
    } catch {
      throw new Invalid([{ loc: ['body'], msg: 'not valid JSON', type: 'value_error.jsondecode' }]);
    }
  }
  return parse(json, schema, 'body');
}

function parse<T>(value: unknown, schema: z.ZodType<T>, where: 'query' | 'body'): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Invalid(
    parsed.error.issues.map((issue): Fault => {
      const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
      const missing = issue.code === 'invalid_type' && at(value, path) === undefined;
      const type = missing
        ? 'value_error.missing'
        : issue.code === 'unrecognized_keys'
          ? 'value_error.extra'
          : 'value_error';
      return { loc: [where, ...path], msg: missing ? 'field required' : issue.message, type };
    }),
  );
}

function at(value: unknown, path: readonly (string | number)[]): unknown {
  let part = value;
  for (const step of path) {
    if (typeof part !== 'object' || part === null) return undefined;
    part = (part as Record<string | number, unknown>)[step];
  }
  return part;
}
